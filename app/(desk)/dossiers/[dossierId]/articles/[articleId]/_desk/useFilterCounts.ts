"use client";

import { useMemo } from "react";
import type { CheckStatus } from "@/lib/annotations/kinds";
import { useDesk } from "./deskContext";
import { useFilterFacts } from "./useShown";

/** How many of the article's annotations each answer of the filter would show by itself. One pass. */
export function useFilterCounts() {
  const { annotations } = useDesk();
  const facts = useFilterFacts();
  return useMemo(() => {
    const statuses = new Map<CheckStatus, number>();
    const assignees = new Map<string | null, number>();
    const tags = new Map<string, number>();
    let withEvidence = 0;
    let withOpenComments = 0;
    const review = { to_fix: 0, fixed: 0 };
    for (const annotation of annotations) {
      count(statuses, annotation.checkStatus);
      count(assignees, annotation.assignee);
      for (const tag of annotation.tags) count(tags, tag);
      if (facts.withEvidence.has(annotation.id)) withEvidence++;
      if (facts.withOpenComments.has(annotation.id)) withOpenComments++;
      const returned = facts.returned.get(annotation.id);
      if (returned) review[returned === "fixed" ? "fixed" : "to_fix"]++;
    }
    return { statuses, assignees, tags, withEvidence, withOpenComments, review };
  }, [annotations, facts]);
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
