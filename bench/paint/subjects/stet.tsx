import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import type { BenchArticle } from "@/bench/documents";
import { expose } from "@/bench/paint/page";
import { articleRoot } from "@/bench/paint/subject";
import { ArticleSurface } from "@/lib/editor/ArticleSurface";
import { type ArticleMark, STYLES } from "@/lib/editor/marks";

let root: Root;
let article: BenchArticle;
let marks: readonly ArticleMark[] = [];
let picked: string[] = [];

function render(next: readonly ArticleMark[]) {
  marks = next;
  flushSync(() =>
    root.render(
      <ArticleSurface
        document={article.document}
        label="Bench"
        language="en"
        direction="ltr"
        marks={marks}
        onPick={(ids) => {
          picked = ids;
        }}
      />,
    ),
  );
}

expose({
  async mount(given) {
    article = given;
    root = createRoot(articleRoot());
    render([]);
    while (!document.querySelector(".ProseMirror")) await new Promise((resolve) => setTimeout(resolve, 20));
  },
  paint: render,
  add: (mark) => render([...marks, mark]),
  painted: () => STYLES.reduce((sum, style) => sum + (CSS.highlights.get(`stet-${style}`)?.size ?? 0), 0),
  // The whole way: a click event, the character under it, the marks there, the call to the page.
  hit(x, y) {
    picked = [];
    const click = new MouseEvent("click", { clientX: x, clientY: y, detail: 1, bubbles: true });
    document.querySelector(".ProseMirror p")?.dispatchEvent(click);
    return picked;
  },
});
