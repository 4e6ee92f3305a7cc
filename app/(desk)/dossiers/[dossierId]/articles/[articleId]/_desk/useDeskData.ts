"use client";

import { useMemo, useRef } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import type { ArticleMark } from "@/lib/editor/marks";
import { useDossier } from "@/lib/live/useDossier";

/** The annotations of a revision in the order of the text, live. */
export function useAnnotations(revisionId: string): readonly Annotation[] {
  return useDossier((state) =>
    Object.values(state.annotations)
      .filter((annotation) => annotation.revisionId === revisionId)
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)),
  );
}

/** Ids of the annotations that stand in a contradiction which nobody has dismissed or explained. */
export function useContradicted(): ReadonlySet<string> {
  const ids = useDossier((state) =>
    Object.values(state.links)
      .filter(({ relation, status, from, to }) => {
        const isOpen = status === "open" || status === "confirmed";
        return relation === "contradicts" && isOpen && state.annotations[from] && state.annotations[to];
      })
      .flatMap((link) => [link.from, link.to]),
  );
  return useMemo(() => new Set(ids), [ids]);
}

/** What the surface paints. The mark of an annotation that paints the same stays the same object. */
export function useMarks(
  annotations: readonly Annotation[],
  contradicted: ReadonlySet<string>,
): readonly ArticleMark[] {
  const kept = useRef(new Map<string, ArticleMark>());
  return useMemo(() => {
    const next = new Map<string, ArticleMark>();
    for (const { id, start, end, kind } of annotations) {
      const flagged = contradicted.has(id);
      const old = kept.current.get(id);
      const isSame =
        old && old.start === start && old.end === end && old.kind === kind && old.flagged === flagged;
      next.set(id, isSame ? old : { id, start, end, kind, flagged });
    }
    kept.current = next;
    return [...next.values()];
  }, [annotations, contradicted]);
}
