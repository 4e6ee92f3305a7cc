"use client";

import { useMemo } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { type AnnotationFilter, type FilterFacts, isShown, questionsOf } from "@/lib/desk/annotationFilter";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { returnedIn } from "@/lib/reviews/returned";

/** By id, what became of the annotations that a reviewer returned. */
function useReturned(): FilterFacts["returned"] {
  const standings = useDossier((state) =>
    Object.fromEntries(
      returnedIn(state)
        .filter(({ type }) => type === "annotation")
        .map(({ id, standing }) => [id, standing]),
    ),
  );
  return useMemo(() => new Map(Object.entries(standings)), [standings]);
}

/** What the filter asks beside the annotations: computed again only when evidence or comments change. */
export function useFilterFacts(): FilterFacts {
  const { userId } = useActor();
  const evidence = useDossier((state) => state.evidence);
  const comments = useDossier((state) => state.comments);
  const withEvidence = useMemo(
    () => new Set(Object.values(evidence).map((one) => one.annotationId)),
    [evidence],
  );
  const withOpenComments = useMemo(() => {
    const open = Object.values(comments).filter(
      ({ on, resolvedAt, replyTo }) => on.type === "annotation" && resolvedAt === null && replyTo === null,
    );
    return new Set(open.map(({ on }) => on.id));
  }, [comments]);
  const returned = useReturned();
  return useMemo(
    () => ({ me: userId, withEvidence, withOpenComments, returned }),
    [userId, withEvidence, withOpenComments, returned],
  );
}

/**
 * The annotations the filter lets through, in the order given, and how many it hides. The selected one is shown
 * whatever the filter says: someone is at work on it. Without a filter the list is the one given.
 */
export function useShown(
  annotations: readonly Annotation[],
  filter: AnnotationFilter,
  selectedId: string | null,
): { shown: readonly Annotation[]; hidden: number } {
  const facts = useFilterFacts();
  const passing = useMemo(
    () =>
      questionsOf(filter) === 0 ? annotations : annotations.filter((one) => isShown(one, filter, facts)),
    [annotations, filter, facts],
  );
  const shown = useMemo(() => {
    if (selectedId === null || passing === annotations) return passing;
    const selected = annotations.find((one) => one.id === selectedId);
    if (!selected || isShown(selected, filter, facts)) return passing;
    const at = passing.findIndex((one) => one.start > selected.start);
    return passing.toSpliced(at < 0 ? passing.length : at, 0, selected);
  }, [annotations, passing, selectedId, filter, facts]);
  return { shown, hidden: annotations.length - shown.length };
}
