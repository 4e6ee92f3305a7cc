"use client";

import { useCallback, useEffect, useState } from "react";
import type { Activity, ActivityPage } from "@/lib/activity/schema";
import { type ApiError, api } from "@/lib/http/client";
import { Button } from "@/lib/ui/Button";
import { Moment } from "@/lib/ui/Moment";
import { ErrorNotice } from "../../../../../../../../ErrorNotice";

type Props = { dossierId: string; itemId: string };

/** What happened to an item, by the journal, newest first: read when somebody looks. */
export function ItemHistory({ dossierId, itemId }: Props) {
  const [items, setItems] = useState<readonly Activity[]>([]);
  const [older, setOlder] = useState<number | null | undefined>(undefined);
  const [error, setError] = useState<ApiError | null>(null);
  const read = useCallback(
    async (before: number | undefined, signal?: AbortSignal) => {
      const query = `item=${itemId}&limit=50${before === undefined ? "" : `&before=${before}`}`;
      try {
        const page = await api.get<ActivityPage>(`/api/dossiers/${dossierId}/activity?${query}`, { signal });
        setItems((known) => (before === undefined ? page.items : [...known, ...page.items]));
        setOlder(page.older);
        setError(null);
      } catch (thrown) {
        if (!signal?.aborted) setError(thrown as ApiError);
      }
    },
    [dossierId, itemId],
  );
  useEffect(() => {
    const ended = new AbortController();
    void read(undefined, ended.signal);
    return () => ended.abort();
  }, [read]);
  if (error) return <ErrorNotice error={error} kept="Nothing is lost; open it again." />;
  if (older === undefined) return <p className="text-sm text-soft">Reading the journal …</p>;
  return (
    <>
      <ol aria-label="History" className="flex flex-col gap-1.5 text-sm">
        {items.map((item) => (
          <HistoryLine key={item.seq} item={item} />
        ))}
      </ol>
      {older !== null && (
        <Button size="sm" look="quiet" className="-ms-2 mt-1" onClick={() => void read(older)}>
          Earlier
        </Button>
      )}
    </>
  );
}

function HistoryLine({ item: { actor, did, what, isQuote, subject, at } }: { item: Activity }) {
  // The passage stands above already; what was said, and of which source, does not.
  const isSaid = what && (subject.type === "comment" || subject.type === "evidence");
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-3">
      <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
        <bdi className="font-medium">{actor.name}</bdi> {did.replace(/:$/, isSaid ? ":" : "")}{" "}
        {isSaid && (isQuote ? <q dir="auto">{what}</q> : <bdi>{what}</bdi>)}
      </span>
      <span className="text-xs text-soft">
        <Moment at={at} />
      </span>
    </li>
  );
}
