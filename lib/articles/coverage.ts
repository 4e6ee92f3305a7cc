import type { z } from "zod";
import type { coverageSchema } from "./schema";

type Range = { start: number; end: number };
export type Coverage = z.infer<typeof coverageSchema>;

/**
 * The state of every sentence: annotated where an annotation touches it, else cleared where someone said that
 * there is nothing to check, else open. All ranges are UTF-16, end-exclusive; `sentences` in order. O(n) when
 * `annotated` comes by start, else O(n log n).
 *
 * @param before an earlier answer for the same sentences: what is as it was stays the same object, all of it when
 *   nothing changed
 */
export function coverageOf(
  sentences: readonly Range[],
  annotated: readonly Range[],
  cleared: readonly Range[],
  before: Coverage | null = null,
): Coverage {
  const byStart = isByStart(annotated) ? annotated : annotated.toSorted((a, b) => a.start - b.start);
  const clearedEnds = new Map(cleared.map(({ start, end }) => [start, end]));
  const counts = { annotated: 0, cleared: 0, open: 0 };
  let isAsBefore = before?.sentences.length === sentences.length;
  let next = 0;
  // Of the annotations that start before the sentence's end, only the furthest end matters.
  let furthest = 0;
  const states = sentences.map(({ start, end }, i) => {
    for (let range = byStart[next]; range && range.start < end; range = byStart[++next]) {
      furthest = Math.max(furthest, range.end);
    }
    const state = furthest > start ? "annotated" : clearedEnds.get(start) === end ? "cleared" : "open";
    counts[state] += 1;
    const known = before?.sentences[i];
    if (known?.start === start && known.end === end && known.state === state) return known;
    isAsBefore = false;
    return { start, end, state } as const;
  });
  return before && isAsBefore ? before : { sentences: states, counts };
}

function isByStart(ranges: readonly Range[]): boolean {
  return ranges.every((range, i) => range.start >= (ranges[i - 1]?.start ?? 0));
}
