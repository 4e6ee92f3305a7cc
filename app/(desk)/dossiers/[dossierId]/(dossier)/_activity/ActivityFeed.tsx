"use client";

import { ArrowUp, History } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useRef } from "react";
import { useTab } from "@/lib/live/DossierProvider";
import { useDossier, useDossierStore } from "@/lib/live/useDossier";
import { markVisit, useVisit } from "@/lib/live/visit";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Notice } from "@/lib/ui/Notice";
import { Skeleton } from "@/lib/ui/Skeleton";
import { ActivityFilters } from "./ActivityFilters";
import { type ActivityFilter, filterAddress, readFilter } from "./activityFilter";
import { feedDays } from "./feedDays";
import { RunLine } from "./RunLine";
import { SinceNotice } from "./SinceNotice";
import { useActivity } from "./useActivity";

/** What happened in the dossier, newest first; its filter is in the address. */
export function ActivityFeed() {
  const filter = readFilter(useSearchParams());
  const { userId } = useTab();
  const store = useDossierStore();
  const dossierId = useDossier((state) => state.dossier.id);
  const visit = useVisit(dossierId);
  const { shown: read, busy, error, turn, showFresh } = useActivity(filter);
  // What is new is said above the list: a list shown before it would move away under the pointer.
  const shown = visit === undefined ? null : read;
  const list = useRef<HTMLDivElement>(null);
  const go = (next: ActivityFilter) => window.history.replaceState(null, "", filterAddress(next));

  const items = shown?.items ?? [];
  const since = visit?.since ?? null;
  const unseen = since ? items.filter(({ seq, actor }) => seq > since.seq && actor.id !== userId).length : 0;
  const isMore = since !== null && shown?.older != null && (items.at(-1)?.seq ?? 0) > since.seq;
  const days = feedDays(items, unseen > 0 && since ? since.seq : null);

  function goToBorder() {
    const border = list.current?.querySelector<HTMLElement>("[data-since]");
    if (!border && since) return go({ ...filter, at: since.seq });
    border?.scrollIntoView({ block: "center" });
    border?.focus({ preventScroll: true });
  }
  return (
    <div className="max-w-3xl">
      <ActivityFilters filter={filter} onChange={go} />
      <p className="mb-4 text-sm text-soft">
        Every entry with its place in the chain:{" "}
        <Link href={`/dossiers/${dossierId}/log`} className="stet-link">
          the log
        </Link>
      </p>
      {error && (
        <div className="mb-4">
          <Notice tone="danger" role="alert">
            {error}
          </Notice>
        </div>
      )}
      {since && unseen > 0 && (
        <div className="mb-4">
          <SinceNotice
            {...{ at: since.at, count: unseen, isMore, onGo: goToBorder }}
            onSeen={() => void markVisit(dossierId, store.getView().server.seq, true)}
          />
        </div>
      )}
      {!shown && !error && [1, 2, 3, 4, 5].map((row) => <Skeleton key={row} className="mb-2 h-10 w-full" />)}
      {shown && items.length === 0 && (
        <EmptyState icon={History} title="Nothing like that happened here">
          Choose another person, article or kind above.
        </EmptyState>
      )}
      <div role="status" className="sticky top-2 z-10 flex justify-center empty:hidden">
        {shown && shown.fresh.length > 0 && (
          <Button look="primary" size="sm" className="mb-3 rounded-full shadow" onClick={showFresh}>
            <ArrowUp aria-hidden size={14} /> {shown.fresh.length} new
          </Button>
        )}
      </div>
      {shown?.newer != null && (
        <Button className="mb-3" busy={busy === "newer"} onClick={() => void turn("newer")}>
          Show newer
        </Button>
      )}
      <div ref={list}>
        {days.map(({ day, rows }) => (
          <section key={day} aria-label={day} className="mb-5">
            <h2 className="mb-2 text-sm font-semibold text-soft">{day}</h2>
            <ol className="stet-card divide-y divide-line">
              {rows.map(({ run, border }) => (
                <li key={run.items[0]?.seq}>
                  {border && (
                    <p
                      data-since
                      tabIndex={-1}
                      className="flex items-center gap-3 bg-accent-wash px-4 py-1 text-xs font-semibold text-accent before:h-px before:flex-1 before:bg-accent after:h-px after:flex-1 after:bg-accent"
                    >
                      You were here
                    </p>
                  )}
                  <RunLine run={run} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {shown?.older != null && (
        <Button busy={busy === "older"} onClick={() => void turn("older")}>
          Show older
        </Button>
      )}
    </div>
  );
}
