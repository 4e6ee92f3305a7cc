"use client";

import { FileQuestion, FileText, MessageSquare } from "lucide-react";
import { unresolvedOn } from "@/lib/comments/model";
import { evidenceFor, lacksLocator } from "@/lib/evidence/model";
import { useDossier } from "@/lib/live/useDossier";
import { counted } from "../../../../../words";

/** On a collapsed card: its sources, those without a locator, and the threads that wait for somebody. */
export function CardCounts({ annotationId }: { annotationId: string }) {
  const { sources, unlocated, threads } = useDossier((state) => {
    const evidence = evidenceFor(state.evidence, annotationId);
    return {
      sources: evidence.length,
      unlocated: evidence.filter(lacksLocator).length,
      threads: unresolvedOn(state.comments, { type: "annotation", id: annotationId }),
    };
  });
  return (
    <>
      {sources > 0 && <Count icon={FileText} count={sources} words={counted(sources, "source")} />}
      {unlocated > 0 && (
        <span className="text-warn">
          <Count icon={FileQuestion} count={unlocated} words={`${unlocated} with no locator`} />
        </span>
      )}
      {threads > 0 && <Count icon={MessageSquare} count={threads} words={counted(threads, "open thread")} />}
    </>
  );
}

function Count(props: { icon: typeof FileText; count: number; words: string }) {
  const { icon: Icon, count, words } = props;
  return (
    <span title={words} className="inline-flex items-center gap-1 text-xs tabular-nums">
      <Icon aria-hidden size={14} />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
