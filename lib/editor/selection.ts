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

/** Makes [start, end) the browser's selection, with the end that moves on with Shift and an arrow kept as it was. */
export function selectOffsets(surface: SurfaceText, { start, end }: OffsetRange): void {
  const selection = surface.root.ownerDocument.getSelection();
  if (!selection) return;
  const isBackward = runsBackward(selection);
  selectBetween(surface, isBackward ? { anchor: end, focus: start } : { anchor: start, focus: end });
}

/** Where the browser's selection began and where it is now, as offsets; null when an end is not in this surface. */
export function selectionEnds(surface: SurfaceText): { anchor: number; focus: number } | null {
  const selection = surface.root.ownerDocument.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return null;
  if (!surface.root.contains(anchorNode) || !surface.root.contains(focusNode)) return null;
  const isBackward = runsBackward(selection);
  const offsetOf = (node: Node, offset: number, isFirst: boolean) =>
    surface.offsetAt({ node, offset }, isFirst ? "start" : "end");
  return {
    anchor: offsetOf(anchorNode, selection.anchorOffset, !isBackward),
    focus: offsetOf(focusNode, selection.focusOffset, isBackward),
  };
}

/** Makes the characters between two gaps the browser's selection, which goes on from `focus`. */
export function selectBetween(
  surface: SurfaceText,
  { anchor, focus }: { anchor: number; focus: number },
): void {
  const isBackward = focus < anchor;
  const from = surface.pointAt(anchor, isBackward ? "end" : "start");
  const to = surface.pointAt(focus, isBackward ? "start" : "end");
  surface.root.ownerDocument.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** Whether the browser's selection touches the surface at all, be it only with a caret. */
export function holdsSelection(surface: SurfaceText): boolean {
  const anchor = surface.root.ownerDocument.getSelection()?.anchorNode;
  return !!anchor && surface.root.contains(anchor);
}

/** Fired on the document by {@link dropSelection}. */
export const SELECTION_DROPPED = "stet:selectiondropped";

/**
 * Takes the browser's selection away because the page goes on with the range in its own way; surfaces do not report
 * that as the reader having let go of it.
 */
export function dropSelection(page: Document): void {
  page.dispatchEvent(new Event(SELECTION_DROPPED));
  page.getSelection()?.removeAllRanges();
}

function runsBackward({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): boolean {
  if (!anchorNode || !focusNode) return false;
  if (anchorNode === focusNode) return focusOffset < anchorOffset;
  return (anchorNode.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
