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

/**
 * The same to the part of a block: of a block that is cut by an edge, the share that lies within it. An estimate, for
 * maps; a paragraph may fill several screens.
 */
export function charactersBetween(surface: SurfaceText, top: number, bottom: number): OffsetRange | null {
  const whole = textBetween(surface, top, bottom);
  if (!whole) return null;
  const at = (offset: number, height: number) => {
    const i = surface.blockAt(offset);
    const block = surface.blocks[i];
    if (!block) return offset;
    const box = surface.elementOf(i).getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (height - box.top) / Math.max(1, box.height)));
    return Math.round(block.start + share * (block.end - block.start));
  };
  return { start: at(whole.start, top), end: at(Math.max(whole.start, whole.end - 1), bottom) };
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
