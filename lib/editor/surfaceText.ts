import type { TextBlock } from "@/lib/text/canonical";

const TEXTBLOCKS = "p,h1,h2,h3,h4,h5,h6";

/** A place in the DOM: as in `Range.setStart(node, offset)`. */
export type DomPoint = { node: Node; offset: number };

/** The rendered article and its canonical text, each with the places of the other; made by {@link surfaceText}. */
export type SurfaceText = {
  root: HTMLElement;
  blocks: readonly TextBlock[];
  /** UTF-16 length of the canonical text. */
  length: number;
  elementOf(block: number): HTMLElement;
  /** Index of the block an offset belongs to; the offset of a `\n` belongs to the block before it. */
  blockAt(offset: number): number;
  /** The offset as a place in a text node: as a start it opens the node behind it, as an end it closes the one before. */
  pointAt(offset: number, edge: "start" | "end"): DomPoint;
  /** A place in the DOM as an offset; between blocks a start moves on to the next block, an end back to the last. */
  offsetAt(point: DomPoint, edge: "start" | "end"): number;
  /** A live DOM Range over [start, end). */
  rangeOf(start: number, end: number): Range;
  /**
   * The boxes of the characters in [start, end), in viewport pixels. Asked text by text: a Range over whole
   * elements would answer with the boxes of the elements (CSSOM View, `Range.getClientRects`).
   */
  boxesOf(start: number, end: number): DOMRect[];
};

/**
 * Pairs the textblocks of the canonical text with the elements that show them.
 *
 * It reads the DOM, not ProseMirror: the server's rendering and Tiptap's are the same elements, so selecting and
 * painting work before Tiptap has taken over. Throws when the elements are not the blocks' own.
 */
export function surfaceText(root: HTMLElement, blocks: readonly TextBlock[]): SurfaceText {
  const elements = [...root.querySelectorAll<HTMLElement>(TEXTBLOCKS)];
  if (elements.length !== blocks.length) {
    throw new Error(`The surface shows ${elements.length} textblocks, the article has ${blocks.length}`);
  }
  const indexOf = new Map(elements.map((element, i) => [element, i]));
  const textNodes: (Text[] | undefined)[] = [];

  const blockOf = (i: number) => required(blocks[i], i);
  const elementOf = (i: number) => required(elements[i], i);

  const textNodesOf = (i: number): Text[] => {
    const known = textNodes[i];
    // ProseMirror redraws a block when something foreign (a translator, say) has changed it.
    if (known?.every((node) => node.isConnected)) return known;
    const found = collectTextNodes(elementOf(i));
    textNodes[i] = found;
    return found;
  };

  const blockAt = (offset: number): number => lastWhere(blocks.length, (i) => blockOf(i).start <= offset);

  const pointAt = (offset: number, edge: "start" | "end"): DomPoint => {
    const i = blockAt(offset);
    let rest = offset - blockOf(i).start;
    const nodes = textNodesOf(i);
    for (const node of nodes) {
      if (edge === "start" ? rest < node.length : rest <= node.length) return { node, offset: rest };
      rest -= node.length;
    }
    const last = nodes.at(-1);
    return last ? { node: last, offset: last.length } : { node: elementOf(i), offset: 0 };
  };

  const offsetAt = ({ node, offset }: DomPoint, edge: "start" | "end"): number => {
    const element = node instanceof Element ? node : node.parentElement;
    const i = indexOf.get(element?.closest<HTMLElement>(TEXTBLOCKS) ?? root);
    if (i !== undefined) {
      const { start, end } = blockOf(i);
      const before = lengthBefore(textNodesOf(i), node, offset);
      return Math.min(end, start + before);
    }
    // Between, before or behind the blocks: the first block that starts at or behind the place is the next one.
    const place = new Range();
    place.setStart(node, offset);
    const next = lastWhere(elements.length, (k) => place.comparePoint(elementOf(k), 0) < 0) + 1;
    if (edge === "start") return next < blocks.length ? blockOf(next).start : (blocks.at(-1)?.end ?? 0);
    return next > 0 ? blockOf(next - 1).end : 0;
  };

  return {
    root,
    blocks,
    length: blocks.at(-1)?.end ?? 0,
    elementOf,
    blockAt,
    pointAt,
    offsetAt,
    rangeOf(start, end) {
      const from = pointAt(start, "start");
      const to = pointAt(end, "end");
      const range = new Range();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return range;
    },
    boxesOf(start, end) {
      const boxes: DOMRect[] = [];
      const range = new Range();
      const last = blockAt(Math.max(start, end - 1));
      for (let i = blockAt(start); i <= last; i++) {
        let offset = blockOf(i).start;
        for (const node of textNodesOf(i)) {
          const from = Math.max(start - offset, 0);
          const to = Math.min(end - offset, node.length);
          offset += node.length;
          if (from >= to) continue;
          range.setStart(node, from);
          range.setEnd(node, to);
          for (const box of range.getClientRects()) if (box.width > 0) boxes.push(box);
        }
      }
      return boxes;
    },
  };
}

function collectTextNodes(element: Element): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode);
  return found;
}

/** Length of text in a block before a place in it, the place being in one of its texts or between its elements. */
function lengthBefore(nodes: readonly Text[], node: Node, offset: number): number {
  let length = 0;
  const within = node instanceof Text ? nodes.indexOf(node) : -1;
  if (within >= 0) {
    for (let i = 0; i < within; i++) length += nodes[i]?.length ?? 0;
    return length + offset;
  }
  const place = new Range();
  place.setStart(node, offset);
  for (const text of nodes) {
    if (place.comparePoint(text, 0) >= 0) break;
    length += text.length;
  }
  return length;
}

/** Index of the last of 0…size-1 for which a predicate, true for a prefix of them, holds; -1 when for none. */
function lastWhere(size: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function required<T>(value: T | undefined, i: number): T {
  if (value === undefined) throw new RangeError(`There is no textblock ${i}`);
  return value;
}
