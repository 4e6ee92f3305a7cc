import { renderToStaticMarkup } from "react-dom/server";
import { ArticleText } from "@/lib/editor/ArticleText";
import type { OffsetRange } from "@/lib/editor/intervalIndex";
import { mountArticle } from "@/lib/editor/mountArticle";
import { rangeToOffsets, selectedOffsets, selectOffsets } from "@/lib/editor/selection";
import { watchSelection } from "@/lib/editor/selectionWatch";
import { type SurfaceText, surfaceText } from "@/lib/editor/surfaceText";
import { canonicalText, textBlocks } from "@/lib/text/canonical";
import type { ArticleDocument } from "@/lib/text/document";

/** The server's rendering of an article, or Tiptap's. */
export type View = "server" | "tiptap";

/** A place in the DOM by numbers that always mean one: the n-th node of the surface, and an offset in it. */
export type AnyPoint = { node: number; offset: number };

/** How many characters the DOM has before the two ends of a range: counted, not mapped. */
export type Counted = { before: number; upTo: number };

/** What the tests call in the page. */
export type BareSurface = {
  mount(document: ArticleDocument, view: View, direction: "ltr" | "rtl"): void;
  /** Selects a range; answers what is read back, and the characters counted before the browser has selected. */
  select(range: OffsetRange): { read: OffsetRange | null; counted: Counted };
  /** Reads a DOM range between any two points. */
  read(a: AnyPoint, b: AnyPoint): { read: OffsetRange | null; counted: Counted };
  selected(): OffsetRange | null;
  /** The boxes of a stretch of text, in viewport pixels, asked of the DOM alone. */
  boxOf(block: number, start: number, end: number): { left: number; right: number; y: number } | null;
};

declare global {
  interface Window {
    bare: BareSurface;
  }
}

let surface: SurfaceText;
let text = "";
let unmount = () => {};

function countedOf(range: Range): Counted {
  const upToPoint = (node: Node, offset: number) => {
    const before = new Range();
    before.setStart(surface.root, 0);
    before.setEnd(node, offset);
    return before.toString().length;
  };
  return {
    before: upToPoint(range.startContainer, range.startOffset),
    upTo: upToPoint(range.endContainer, range.endOffset),
  };
}

function pointOf({ node, offset }: AnyPoint): [Node, number] {
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(surface.root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  do nodes.push(walker.currentNode);
  while (walker.nextNode());
  const chosen = nodes[node % nodes.length] ?? surface.root;
  const size = chosen instanceof Text ? chosen.length : chosen.childNodes.length;
  return [chosen, offset % (size + 1)];
}

window.bare = {
  mount(article, view, direction) {
    unmount();
    const root = document.getElementById("root");
    if (!root) throw new Error("The page has no #root");
    root.dir = direction;
    if (view === "server") {
      const markup = renderToStaticMarkup(<ArticleText document={article} />);
      root.innerHTML = `<div class="stet-text">${markup}</div>`;
      unmount = () => root.replaceChildren();
    } else {
      const editor = mountArticle(article);
      root.append(editor.view.dom);
      unmount = () => {
        editor.destroy();
        root.replaceChildren();
      };
    }
    const shown = root.querySelector<HTMLElement>(".stet-text");
    if (!shown) throw new Error("Nothing is shown");
    text = canonicalText(article);
    surface = surfaceText(shown, textBlocks(article));
    const watch = watchSelection({ surface, text, events: () => ({}) });
    const remove = unmount;
    unmount = () => {
      watch.stop();
      remove();
    };
  },
  select(range) {
    selectOffsets(surface, range);
    const selection = document.getSelection();
    if (!selection) throw new Error("There is no selection");
    return { read: selectedOffsets(surface, text), counted: countedOf(selection.getRangeAt(0)) };
  },
  read(a, b) {
    const [from, to] = [pointOf(a), pointOf(b)];
    const range = new Range();
    range.setStart(...from);
    // A range whose end is put before its start collapses there: then the two were the other way round.
    range.setEnd(...to);
    if (range.collapsed) {
      range.setStart(...to);
      range.setEnd(...from);
    }
    return { read: rangeToOffsets(surface, text, range), counted: countedOf(range) };
  },
  selected: () => selectedOffsets(surface, text),
  boxOf(block, start, end) {
    const element = surface.root.querySelectorAll("p,h1,h2,h3,h4,h5,h6")[block];
    if (!element) return null;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (start < passed + length) {
        const range = new Range();
        range.setStart(node, start - passed);
        range.setEnd(node, Math.min(end - passed, length));
        const box = range.getBoundingClientRect();
        return { left: box.left, right: box.right, y: (box.top + box.bottom) / 2 };
      }
      passed += length;
    }
    return null;
  },
};
