import type { Kind } from "@/lib/annotations/kinds";
import type { TextRange } from "./wordRange";

type Tagged = TextRange & { kind: Kind };

/** Kinds as they are said in a row, short. */
export const kindsSaid: Record<Kind, string> = {
  claim: "claim",
  figure: "figure",
  official_statement: "statement",
};

/**
 * The state of a sentence in a few words: `open`, `cleared`, or `2 annotations: claim, figure`.
 *
 * @param annotations those of the article, in order of start or not
 */
export function sayState(sentence: TextRange, annotations: readonly Tagged[], isCleared: boolean): string {
  const here = annotations.filter((one) => one.start < sentence.end && one.end > sentence.start);
  if (here.length === 0) return isCleared ? "cleared" : "open";
  const kinds = here.map((one) => kindsSaid[one.kind]);
  const few = kinds.length <= MOST_KINDS_SAID ? kinds : [...new Set(kinds)];
  const count = here.length === 1 ? "1 annotation" : `${here.length} annotations`;
  return `${count}: ${few.join(", ")}`;
}

/** More are said once each. */
const MOST_KINDS_SAID = 4;

/** What changed when an end of a range moved, to be said instead of the whole range; null when nothing did. */
export function sayAdjusted(
  text: string,
  before: TextRange,
  after: TextRange,
): { words: string; text: string } | null {
  const grown = after.start < before.start || after.end > before.end;
  const [outer, inner] = grown ? [after, before] : [before, after];
  const difference = text.slice(outer.start, inner.start) + text.slice(inner.end, outer.end);
  return difference.trim() === "" ? null : { words: grown ? "added" : "left out", text: difference.trim() };
}
