"use client";

import { useCallback, useEffect, useState } from "react";
import { api } from "@/lib/http/client";
import type { Entry } from "@/lib/journal/entries";
import { useDossier, useDossierStore } from "@/lib/live/useDossier";
import type { ReportHead } from "@/lib/reports/schema";
import type { Changes, Round } from "@/lib/reviews/schema";
import { useEntries } from "../../useEntries";
import { covers } from "./covers";
import type { Standing } from "./ReportView";

/** Changes come in bursts; the server compares the whole report each time. Milliseconds. */
const PAUSE = 400;

type Found = Standing & Partial<Pick<Changes, "total" | "next">>;

export type StandingNow = {
  outdated: boolean;
  /** The newest of them; `more` fetches earlier ones while there are any. */
  changes: readonly Entry[];
  total: number;
  more: (() => Promise<void>) | null;
};

/** Whether what the round froze still stands, and the changes since that touch it, newest first. Live. */
export function useStanding(report: ReportHead | undefined, round: Round, initial: Standing): StandingNow {
  const { getView } = useDossierStore();
  const arrived = useEntries([]);
  const seq = useDossier((state) => state.seq);
  const [mountedAt] = useState(seq);
  const [found, setFound] = useState<Found>(initial);
  const newest =
    arrived.findLast(
      (entry) => entry.seq <= seq && (report === undefined || covers(report, getView().state, entry)),
    )?.seq ?? mountedAt;
  const isNewest = found.roundId === round.id && newest <= found.seq;

  useEffect(() => {
    if (isNewest) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { items, ...rest } = await changesOf(round.id, undefined, controller.signal);
        setFound({ roundId: round.id, entries: items, ...rest, seq: Math.max(rest.seq, newest) });
      } catch {
        // What was known stays shown; the next change asks again.
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [isNewest, round.id, newest]);

  const { next, seq: asOf } = found;
  const more = useCallback(async () => {
    if (!next) return;
    const page = await changesOf(round.id, next);
    setFound((known) =>
      known.seq === asOf && known.next === next
        ? { ...known, entries: [...known.entries, ...page.items], next: page.next }
        : known,
    );
  }, [round.id, next, asOf]);

  if (found.roundId !== round.id) return { outdated: false, changes: [], total: 0, more: null };
  const { outdated, entries, total = entries.length } = found;
  return { outdated, changes: entries, total, more: next ? more : null };
}

function changesOf(roundId: string, before?: number, signal?: AbortSignal): Promise<Changes> {
  return api.get<Changes>(`/api/rounds/${roundId}/changes`, { query: { before }, ...(signal && { signal }) });
}
