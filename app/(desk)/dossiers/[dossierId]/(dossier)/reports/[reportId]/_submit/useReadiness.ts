"use client";

import { useEffect, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";
import type { Readiness } from "@/lib/reviews/readinessSchema";

/** Changes come in bursts; each answer reads the whole report. Milliseconds. */
const PAUSE = 400;

/** What submitting would freeze and what stands in the way, read while `isOpen` and again after each change. */
export function useReadiness(reportId: string, isOpen: boolean) {
  const seq = useDossier((state) => state.seq);
  const [readiness, setReadiness] = useState<Readiness | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const isKnown = readiness !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the dossier is a reason to ask again
  useEffect(() => {
    if (!isOpen) return;
    const controller = new AbortController();
    const { signal } = controller;
    const read = async () => {
      try {
        setReadiness(await api.get<Readiness>(`/api/reports/${reportId}/readiness`, { signal }));
        setError(null);
      } catch (thrown) {
        if (!signal.aborted && thrown instanceof ApiError) setError(thrown);
      }
    };
    const timer = setTimeout(() => void read(), isKnown ? PAUSE : 0);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [reportId, isOpen, seq]);
  return { readiness, error };
}
