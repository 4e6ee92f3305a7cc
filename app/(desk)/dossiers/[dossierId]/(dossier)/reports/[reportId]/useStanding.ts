"use client";

import { useEffect, useState } from "react";
import { api } from "@/lib/http/client";
import type { Entry } from "@/lib/journal/entries";
import { useDossier, useDossierStore } from "@/lib/live/useDossier";
import type { ReportHead } from "@/lib/reports/schema";
import type { Round } from "@/lib/reviews/schema";
import { useEntries } from "../../useEntries";
import { covers } from "./covers";
import type { Standing } from "./ReportView";

/** Changes come in bursts; the server compares the whole report each time. Milliseconds. */
const PAUSE = 400;

/** Whether what the round froze still stands, and the changes since that touch it, newest first. Live. */
export function useStanding(
  report: ReportHead | undefined,
  round: Round,
  initial: Standing,
): { outdated: boolean; changes: Entry[] } {
  const { getView } = useDossierStore();
  const known = useEntries(initial.entries);
  const seq = useDossier((state) => state.seq);
  const changes = known.filter(
    (entry) =>
      report && entry.seq > round.journalSeq && entry.seq <= seq && covers(report, getView().state, entry),
  );
  const newest = changes.at(-1)?.seq ?? 0;
  const [answer, setAnswer] = useState({
    roundId: initial.roundId,
    outdated: initial.outdated,
    at: initial.entries.at(-1)?.seq ?? 0,
  });
  const isAnswered = answer.roundId === round.id && newest <= answer.at;

  useEffect(() => {
    if (isAnswered) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { signal } = controller;
        const { outdated } = await api.get<{ outdated: boolean }>(`/api/rounds/${round.id}`, { signal });
        setAnswer({ roundId: round.id, outdated, at: newest });
      } catch {
        // What was known stays shown; the next change asks again.
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [isAnswered, round.id, newest]);

  const outdated = answer.roundId === round.id ? answer.outdated : false;
  return { outdated, changes: changes.toReversed() };
}
