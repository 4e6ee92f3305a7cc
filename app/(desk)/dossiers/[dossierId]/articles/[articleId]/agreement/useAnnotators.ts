"use client";

import { useMemo } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { useDossier } from "@/lib/live/useDossier";
import { grouped } from "@/lib/text/grouped";

export type Annotator = { id: string; name: string; annotations: readonly Annotation[] };

/** Who annotated an article's newest revision, whoever did most first. */
export function useAnnotators(articleId: string): Annotator[] {
  const annotations = useDossier((state) => state.annotations, Object.is);
  const members = useDossier((state) => state.members, Object.is);
  const revisionId = useDossier((state) => state.articles[articleId]?.revisionId);
  return useMemo(() => {
    const own = Object.values(annotations).filter((one) => one.revisionId === revisionId);
    return [...grouped(own, ({ createdBy }) => createdBy)]
      .map(([id, made]) => ({ id, name: members[id]?.name ?? "A former member", annotations: made }))
      .sort((a, b) => b.annotations.length - a.annotations.length || (a.id < b.id ? -1 : 1));
  }, [annotations, members, revisionId]);
}
