import type { OffsetRange } from "@/lib/editor/intervalIndex";
import { snapToGraphemes } from "@/lib/text/graphemes";

/**
 * A range as an editor means it: widened to whole graphemes, then without white space (or the `\n` between blocks)
 * at either end. UTF-16 offsets, in any order; null when nothing but white space is left.
 */
export function trimmedRange(text: string, a: number, b: number): OffsetRange | null {
  const snapped = snapToGraphemes(text, Math.min(a, b), Math.max(a, b));
  let { start, end } = snapped;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  if (start >= end) return null;
  // A space may carry a combining mark; then it is ink, and trimming must not have parted them.
  return snapToGraphemes(text, start, end);
}

function isSpace(text: string, offset: number): boolean {
  return /\s/.test(text.charAt(offset));
}
