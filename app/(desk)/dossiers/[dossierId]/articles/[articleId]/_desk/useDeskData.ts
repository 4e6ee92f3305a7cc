"use client";

import { useMemo, useRef } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { type AnnotationOrder, annotationOrder } from "@/lib/desk/annotationOrder";
import type { ArticleMark } from "@/lib/editor/marks";
import { useDossier } from "@/lib/live/useDossier";

/**
 * The annotations of a revision in the order of the text, live.
 *
 * @param of whose alone, where people annotate without each other
 */
export function useAnnotations(revisionId: string, of: string | null): readonly Annotation[] {
  const all = useDossier((state) => state.annotations, Object.is);
  const kept = useRef<AnnotationOrder | null>(null);
  return useMemo(() => {
    kept.current = annotationOrder(kept.current, all, revisionId);
    const { items } = kept.current;
    return of === null ? items : items.filter(({ createdBy }) => createdBy === of);
  }, [all, revisionId, of]);
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

/** What was painted for an annotation, with the mark it became. */
type Kept = { flagged: boolean; mark: ArticleMark };

/**
 * What the surface paints. The mark of an annotation that paints the same stays the same object, also while its kind
 * is not shown: so showing it again costs little.
 */
export function useMarks(
  annotations: readonly Annotation[],
  contradicted: ReadonlySet<string>,
): readonly ArticleMark[] {
  const kept = useRef(new WeakMap<Annotation, Kept>());
  return useMemo(
    () =>
      annotations.map((annotation) => {
        const flagged = contradicted.has(annotation.id);
        const known = kept.current.get(annotation);
        if (known?.flagged === flagged) return known.mark;
        const { id, start, end, kind } = annotation;
        const mark = { id, start, end, kind, flagged };
        kept.current.set(annotation, { flagged, mark });
        return mark;
      }),
    [annotations, contradicted],
  );
}
