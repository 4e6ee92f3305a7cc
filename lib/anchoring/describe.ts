import type { Selectors } from "@/lib/anchoring/selectors";
import { graphemeEnd, graphemeStart, isGraphemeBoundary } from "@/lib/text/graphemes";

/** Code units of context on either side of a quote: enough to tell repeats apart, short enough to read. */
export const CONTEXT_LENGTH = 32;

/**
 * Describes the passage `start`…`end` of a canonical text (UTF-16, end-exclusive) by position and by quote. The
 * prefix and suffix have up to {@link CONTEXT_LENGTH} code units, fewer where that would cut a grapheme.
 *
 * Throws RangeError for an empty range, one outside the text, or one that cuts a grapheme: snap it first.
 */
export function describePassage(text: string, start: number, end: number): Selectors {
  const isInside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length;
  if (!isInside || start >= end)
    throw new RangeError(`No passage ${start}…${end} in ${text.length} code units`);
  if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) {
    throw new RangeError(`The passage ${start}…${end} cuts a character`);
  }
  const from = graphemeEnd(text, Math.max(0, start - CONTEXT_LENGTH));
  const to = graphemeStart(text, Math.min(text.length, end + CONTEXT_LENGTH));
  return {
    position: { type: "TextPositionSelector", start, end },
    quote: {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(from, start),
      suffix: text.slice(end, to),
    },
  };
}
