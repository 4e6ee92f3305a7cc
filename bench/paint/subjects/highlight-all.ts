import { expose } from "@/bench/paint/page";
import { showStatic } from "@/bench/paint/staticArticle";
import type { ArticleMark } from "@/lib/editor/marks";
import { type SurfaceText, surfaceText } from "@/lib/editor/surfaceText";
import { textBlocks } from "@/lib/text/canonical";

/** The CSS Custom Highlight API as most would use it: a live Range for every mark of the article. */
let surface: SurfaceText;
const kinds = ["claim", "figure", "official_statement"] as const;

function add(mark: ArticleMark) {
  CSS.highlights.get(`stet-${mark.kind}`)?.add(surface.rangeOf(mark.start, mark.end));
}

expose({
  mount({ document }) {
    surface = surfaceText(showStatic(document), textBlocks(document));
    for (const kind of kinds) CSS.highlights.set(`stet-${kind}`, new Highlight());
  },
  paint(marks) {
    for (const mark of marks) add(mark);
  },
  add,
  painted: () => kinds.reduce((sum, kind) => sum + (CSS.highlights.get(`stet-${kind}`)?.size ?? 0), 0),
});
