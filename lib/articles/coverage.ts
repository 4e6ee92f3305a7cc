import type { z } from "zod";
import type { coverageSchema } from "./schema";

type Range = { start: number; end: number };
export type Coverage = z.infer<typeof coverageSchema>;

/**
 * The state of every sentence: annotated where an annotation touches it, else cleared where someone said that
 * there is nothing to check, else open. All ranges are UTF-16, end-exclusive; `sentences` in order.
 */
export function coverageOf(
  sentences: readonly Range[],
  annotated: readonly Range[],
  cleared: readonly Range[],
): Coverage {
  const byStart = [...annotated].sort((a, b) => a.start - b.start);
  const clearedRanges = new Set(cleared.map((range) => `${range.start}:${range.end}`));
  const counts = { annotated: 0, cleared: 0, open: 0 };
  let next = 0;
  // Of the annotations that start before the sentence's end, only the furthest end matters.
  let furthest = 0;
  const states = sentences.map(({ start, end }) => {
    for (let range = byStart[next]; range && range.start < end; range = byStart[++next]) {
      furthest = Math.max(furthest, range.end);
    }
    const state = furthest > start ? "annotated" : clearedRanges.has(`${start}:${end}`) ? "cleared" : "open";
    counts[state] += 1;
    return { start, end, state } as const;
  });
  return { sentences: states, counts };
}
