"use client";

import { useMemo, useRef } from "react";
import { type Coverage, coverageOf } from "@/lib/articles/coverage";
import { useDossier } from "@/lib/live/useDossier";
import type { Desk } from "./deskContext";

/** The coverage of the article on the desk, live; the same object while no sentence changed its state. */
export function useCoverage({ revision, annotations }: Desk): Coverage {
  const all = useDossier((state) => state.cleared, Object.is);
  const cleared = useMemo(
    () => Object.values(all).filter((one) => one.revisionId === revision.id),
    [all, revision],
  );
  const kept = useRef<Coverage | null>(null);
  return useMemo(() => {
    kept.current = coverageOf(revision.sentences, annotations, cleared, kept.current);
    return kept.current;
  }, [revision, annotations, cleared]);
}
