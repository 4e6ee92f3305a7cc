import { expose } from "@/bench/paint/page";
import { showStatic } from "@/bench/paint/staticArticle";
import type { ArticleMark } from "@/lib/editor/marks";
import { textBlocks } from "@/lib/text/canonical";

/**
 * Elements around text, the way browser extensions for annotation do it: for each mark, walk the texts of the
 * article to its place, cut the text nodes there and wrap the pieces.
 */
let root: HTMLElement;
/** Offsets after which the canonical text has a `\n` that the DOM has not. */
let blockStarts: number[] = [];

function wrap(mark: ArticleMark) {
  const breaksBefore = (offset: number) => blockStarts.findLastIndex((start) => start <= offset);
  const start = mark.start - breaksBefore(mark.start);
  const end = mark.end - breaksBefore(mark.end - 1);
  const pieces: { node: Text; from: number; to: number }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let offset = 0; offset < end && walker.nextNode(); ) {
    const node = walker.currentNode as Text;
    if (offset + node.length > start) {
      pieces.push({ node, from: Math.max(0, start - offset), to: Math.min(node.length, end - offset) });
    }
    offset += node.length;
  }
  for (const { node, from, to } of pieces) {
    const inner = from > 0 ? node.splitText(from) : node;
    if (to - from < inner.length) inner.splitText(to - from);
    const element = document.createElement("mark");
    element.className = `peer ${mark.kind}`;
    inner.replaceWith(element);
    element.append(inner);
  }
}

expose({
  mount({ document }) {
    root = showStatic(document);
    blockStarts = textBlocks(document).map((block) => block.start);
  },
  paint(marks) {
    for (const mark of marks) wrap(mark);
  },
  add: wrap,
  painted: () => root.querySelectorAll("mark.peer").length,
});
