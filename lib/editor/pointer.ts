import type { SurfaceText } from "@/lib/editor/surfaceText";

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
    if (offset >= 0 && offset < surface.length && isDrawnAt(surface, offset, x, y)) return offset;
  }
  return null;
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

function isDrawnAt(surface: SurfaceText, offset: number, x: number, y: number): boolean {
  return surface
    .boxesOf(offset, offset + 1)
    .some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
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
