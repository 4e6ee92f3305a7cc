import type { TextPositionSelector, TextQuoteSelector } from "@/lib/anchoring/selectors";
import { isGraphemeBoundary } from "@/lib/text/graphemes";

/** What is known of a passage: context may be unknown, the position too. */
export type PartialSelectors = {
  position?: Pick<TextPositionSelector, "start" | "end">;
  quote: Pick<TextQuoteSelector, "exact"> & Partial<Pick<TextQuoteSelector, "prefix" | "suffix">>;
};

export type Resolved =
  /** UTF-16, end-exclusive; `by` says which selector found it. */
  | { ok: true; start: number; end: number; by: "position" | "quote" }
  /**
   * `empty_quote`: nothing to look for · `not_found`: the quote is nowhere · `context_mismatch`: it is, but never
   * between that prefix and suffix · `ambiguous`: it is there more than once.
   */
  | { ok: false; reason: "empty_quote" | "not_found" | "context_mismatch" | "ambiguous" };

/** Bounds the work on hostile input, such as "a" in a text of nothing but "a". */
const MAX_CANDIDATES = 2_000;

/**
 * Finds a passage again in the text that it was described in. The position is tried first and believed only when
 * the quote (and the context, where given) stands there; else the quote must be unique with its context. There is
 * no fuzzy match: a wrong place is worse than none. A match that cuts a grapheme is no match.
 */
export function resolvePassage(text: string, { position, quote }: PartialSelectors): Resolved {
  if (quote.exact === "") return { ok: false, reason: "empty_quote" };
  if (position && position.end - position.start === quote.exact.length) {
    if (isQuoteAt(text, position.start, quote) && isContextAt(text, position.start, quote)) {
      return { ok: true, start: position.start, end: position.end, by: "position" };
    }
  }
  return resolveQuote(text, quote);
}

function resolveQuote(text: string, quote: PartialSelectors["quote"]): Resolved {
  let found = -1;
  let seen = 0;
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    if (++seen > MAX_CANDIDATES) return { ok: false, reason: "ambiguous" };
    if (!isContextAt(text, at, quote) || !isQuoteAt(text, at, quote)) continue;
    if (found >= 0) return { ok: false, reason: "ambiguous" };
    found = at;
  }
  if (found >= 0) return { ok: true, start: found, end: found + quote.exact.length, by: "quote" };
  return { ok: false, reason: seen > 0 ? "context_mismatch" : "not_found" };
}

function isQuoteAt(text: string, start: number, { exact }: PartialSelectors["quote"]): boolean {
  return (
    Number.isInteger(start) &&
    start >= 0 &&
    text.startsWith(exact, start) &&
    isGraphemeBoundary(text, start) &&
    isGraphemeBoundary(text, start + exact.length)
  );
}

function isContextAt(
  text: string,
  start: number,
  { exact, prefix = "", suffix = "" }: PartialSelectors["quote"],
) {
  // startsWith clamps a negative position to 0, where a prefix longer than what precedes could match by chance.
  const hasPrefix = prefix.length <= start && text.startsWith(prefix, start - prefix.length);
  return hasPrefix && text.startsWith(suffix, start + exact.length);
}
