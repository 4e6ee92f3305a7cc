import { characterDirection } from "@/lib/editor/characterDirection";
import type { OffsetRange } from "@/lib/editor/intervalIndex";
import type { SurfaceText } from "@/lib/editor/surfaceText";
import { graphemeEnd, graphemeStart } from "@/lib/text/graphemes";

/** One end of a range. */
export type Edge = "start" | "end";

/** Where an end of a range is drawn. Viewport pixels; `outward` is the side on which the range is not. */
export type EdgePlace = { x: number; top: number; bottom: number; outward: "left" | "right" };

/**
 * Where the start or end of a range is on the screen: before its first or behind its last character, in the direction
 * that character is read. In mixed text that can be amid the range, as a caret would be. null when it is not shown.
 */
export function edgePlace(
  surface: SurfaceText,
  text: string,
  range: OffsetRange,
  edge: Edge,
): EdgePlace | null {
  const [from, to] =
    edge === "start"
      ? [range.start, graphemeEnd(text, range.start + 1)]
      : [graphemeStart(text, range.end - 1), range.end];
  const boxes = surface.boxesOf(from, to);
  const box = edge === "start" ? boxes[0] : boxes.at(-1);
  if (!box) return null;
  const article = getComputedStyle(surface.root).direction === "rtl" ? "rtl" : "ltr";
  const isRtl = characterDirection(text, from, article) === "rtl";
  const outward = (edge === "start") === isRtl ? "right" : "left";
  return { x: box[outward], top: box.top, bottom: box.bottom, outward };
}
