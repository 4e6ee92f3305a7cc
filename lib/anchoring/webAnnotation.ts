import type { PartialSelectors } from "@/lib/anchoring/resolve";
import type { Selectors } from "@/lib/anchoring/selectors";
import type { CodePointIndex } from "@/lib/text/codePoints";

/** The selectors of a W3C Web Annotation target; offsets are Unicode code points, end-exclusive. */
export type WebSelector =
  | { type: "TextQuoteSelector"; exact: string; prefix?: string; suffix?: string }
  | { type: "TextPositionSelector"; start: number; end: number };

/**
 * Our selectors as W3C Web Annotation selectors: two alternatives for the same passage.
 *
 * The Web Annotation Data Model counts in Unicode code points, not code units (§4.2.4 Text Quote Selector and
 * §4.2.5 Text Position Selector); `index` is made from the revision's text. Throws RangeError for a position that
 * is not in that text.
 */
export function toWebSelectors({ position, quote }: Selectors, index: CodePointIndex): WebSelector[] {
  const { exact, prefix, suffix } = quote;
  return [
    { type: "TextQuoteSelector", exact, prefix, suffix },
    {
      type: "TextPositionSelector",
      start: index.toCodePoint(position.start),
      end: index.toCodePoint(position.end),
    },
  ];
}

/**
 * W3C selectors in our units, for `resolvePassage`; null when there is no quote among them, for without one a position
 * cannot be checked. A position outside the text is left out, so that the quote decides.
 */
export function fromWebSelectors(
  selectors: readonly WebSelector[],
  index: CodePointIndex,
): PartialSelectors | null {
  const quote = selectors.find((selector) => selector.type === "TextQuoteSelector");
  if (!quote) return null;
  const position = selectors.find((selector) => selector.type === "TextPositionSelector");
  const { exact, prefix, suffix } = quote;
  const isInside = position && isOffset(position.start, index) && isOffset(position.end, index);
  return {
    quote: { exact, ...(prefix !== undefined && { prefix }), ...(suffix !== undefined && { suffix }) },
    ...(isInside && { position: { start: index.toUtf16(position.start), end: index.toUtf16(position.end) } }),
  };
}

function isOffset(codePoint: number, index: CodePointIndex): boolean {
  return Number.isInteger(codePoint) && codePoint >= 0 && codePoint <= index.length;
}
