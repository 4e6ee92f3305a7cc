import { characterDirection } from "@/lib/editor/characterDirection";
import type { SurfaceText } from "@/lib/editor/surfaceText";
import { graphemeEnd, graphemeStart } from "@/lib/text/graphemes";

/**
 * The UTF-16 offset of the character drawn at a place on the screen; null where no character is (a margin, the
 * empty end of a line, a gap between blocks).
 *
 * Browsers answer with the nearest gap between characters, so the character may be on either side of it.
 *
 * @param x CSS pixels from the left of the viewport @param y CSS pixels from its top
 */
export function characterAt(surface: SurfaceText, x: number, y: number): number | null {
  const caret = caretAt(surface.root.ownerDocument, x, y);
  if (!caret || !surface.root.contains(caret.node)) return null;
  const gap = surface.offsetAt(caret, "start");
  for (const offset of [gap, gap - 1]) {
    if (offset >= 0 && offset < surface.length && boxAt(surface, offset, offset + 1, x, y)) return offset;
  }
  return searchedFor(surface, gap, x, y);
}

/**
 * Where the direction turns the browser's gap is not beside the character that is drawn there, which is then looked
 * for among all of its block: halved until one is left, since the boxes of a range are where its characters are drawn.
 */
function searchedFor(surface: SurfaceText, near: number, x: number, y: number): number | null {
  const block = surface.blocks[surface.blockAt(near)];
  if (!block) return null;
  let { start, end } = block;
  if (!boxAt(surface, start, end, x, y)) return null;
  while (end - start > 1) {
    const middle = (start + end) >> 1;
    if (boxAt(surface, start, middle, x, y)) end = middle;
    else start = middle;
  }
  return boxAt(surface, start, end, x, y) ? start : null;
}

function caretAt(page: Document, x: number, y: number): { node: Node; offset: number } | null {
  if (page.caretPositionFromPoint) {
    const place = page.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  // Safari's older name for the same.
  const range = page.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** The box of these characters that lies under a place; undefined when none does. */
function boxAt(surface: SurfaceText, start: number, end: number, x: number, y: number): DOMRect | undefined {
  return surface
    .boxesOf(start, end)
    .find((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
}

/**
 * The gap before or behind the character drawn at a place, whichever is nearer as that character is read: what the eye
 * takes to be the end of a range there. null where no character is.
 *
 * Not what browsers answer in mixed text: where the direction turns, two gaps are drawn in one place, and Chromium
 * takes the one that keeps a selection from crossing the turn.
 */
export function seenGapAt(surface: SurfaceText, text: string, x: number, y: number): number | null {
  const offset = characterAt(surface, x, y);
  if (offset === null) return null;
  const start = graphemeStart(text, offset);
  const end = graphemeEnd(text, offset + 1);
  const box = boxAt(surface, start, end, x, y);
  if (!box) return null;
  const article = getComputedStyle(surface.root).direction === "rtl" ? "rtl" : "ltr";
  const isLeftHalf = x < (box.left + box.right) / 2;
  return isLeftHalf === (characterDirection(text, start, article) === "ltr") ? start : end;
}

/**
 * The gap between characters nearest to a place on the screen, as an offset, wherever the place is: beside the text
 * it is the gap at the side of that line. null when the browser finds none (the text is not shown).
 *
 * @param edge which end of a range is looked for: between paragraphs a start goes to the next, an end to the one before
 */
export function gapAt(surface: SurfaceText, x: number, y: number, edge: "start" | "end"): number | null {
  const box = surface.root.getBoundingClientRect();
  const inside = (value: number, low: number, high: number) => Math.min(Math.max(value, low + 1), high - 1);
  const caret = caretAt(
    surface.root.ownerDocument,
    inside(x, box.left, box.right),
    inside(y, box.top, box.bottom),
  );
  return caret && surface.root.contains(caret.node) ? surface.offsetAt(caret, edge) : null;
}
