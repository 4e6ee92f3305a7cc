import type { OffsetRange } from "@/lib/editor/intervalIndex";
import type { SurfaceText } from "@/lib/editor/surfaceText";
import { trimmedRange } from "@/lib/editor/trimmedRange";

/**
 * The offsets of a DOM range in an article, trimmed and on grapheme boundaries; null when it selects none of it.
 * A range that reaches out of the surface counts as far as the surface goes.
 */
export function rangeToOffsets(surface: SurfaceText, text: string, range: Range): OffsetRange | null {
  if (range.collapsed || !range.intersectsNode(surface.root)) return null;
  const inside = range.cloneRange();
  // comparePoint < 0: the point lies before the range.
  if (range.comparePoint(surface.root, 0) > 0 || !surface.root.contains(range.startContainer)) {
    inside.setStart(surface.root, 0);
  }
  if (!surface.root.contains(range.endContainer)) {
    inside.setEnd(surface.root, surface.root.childNodes.length);
  }
  const start = surface.offsetAt({ node: inside.startContainer, offset: inside.startOffset }, "start");
  const end = surface.offsetAt({ node: inside.endContainer, offset: inside.endOffset }, "end");
  return start < end ? trimmedRange(text, start, end) : null;
}

/** What the reader has selected in this surface; null when nothing, or the selection is elsewhere. */
export function selectedOffsets(surface: SurfaceText, text: string): OffsetRange | null {
  const selection = surface.root.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  return rangeToOffsets(surface, text, selection.getRangeAt(0));
}

/** Makes [start, end) the browser's selection. */
export function selectOffsets(surface: SurfaceText, { start, end }: OffsetRange): void {
  const range = surface.rangeOf(start, end);
  surface.root.ownerDocument
    .getSelection()
    ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/** Whether the browser's selection touches the surface at all, be it only with a caret. */
export function holdsSelection(surface: SurfaceText): boolean {
  const anchor = surface.root.ownerDocument.getSelection()?.anchorNode;
  return !!anchor && surface.root.contains(anchor);
}
