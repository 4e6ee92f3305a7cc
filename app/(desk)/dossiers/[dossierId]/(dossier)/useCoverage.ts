"use client";

import { useEffect, useRef, useState } from "react";
import type { Coverage } from "@/lib/articles/coverage";
import { api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";

export type CoverageCounts = Coverage["counts"];

/** Edits come in bursts; the bar need not follow each. Milliseconds. */
const PAUSE = 600;

/** An article's coverage, asked for again after its annotations or cleared sentences have changed. */
export function useCoverage(
  articleId: string,
  initial: CoverageCounts | undefined,
): CoverageCounts | undefined {
  const [counts, setCounts] = useState(initial);
  const looked = useDossier((state) => {
    const ranges = [...Object.values(state.annotations), ...Object.values(state.cleared)]
      .filter((range) => range.articleId === articleId)
      .map(({ start, end }) => `${start}-${end}`);
    return ranges.sort().join(" ");
  });
  const known = useRef(initial ? looked : null);
  useEffect(() => {
    if (known.current === looked) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { signal } = controller;
        const answer = await api.get<Coverage>(`/api/articles/${articleId}/coverage`, { signal });
        known.current = looked;
        setCounts(answer.counts);
      } catch {
        // The bar shows what it knew; the next change asks again.
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [articleId, looked]);
  return counts;
}
