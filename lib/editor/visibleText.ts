import type { OffsetRange } from "@/lib/editor/intervalIndex";
import type { SurfaceText } from "@/lib/editor/surfaceText";

/**
 * The offsets of the blocks that show between two heights of the viewport; null when none does. Blocks follow each
 * other downwards, so a dozen measurements find them among thousands.
 *
 * @param top CSS pixels from the top of the viewport @param bottom likewise
 */
export function textBetween(surface: SurfaceText, top: number, bottom: number): OffsetRange | null {
  const { blocks } = surface;
  const first = firstWhere(blocks.length, (i) => surface.elementOf(i).getBoundingClientRect().bottom > top);
  const behind = firstWhere(blocks.length, (i) => surface.elementOf(i).getBoundingClientRect().top >= bottom);
  const start = blocks[first]?.start;
  const end = blocks[behind - 1]?.end;
  return start === undefined || end === undefined || first >= behind ? null : { start, end };
}

function firstWhere(size: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
