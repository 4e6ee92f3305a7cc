"use client";

import { useEffect, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import type { LogEntry } from "@/lib/log/schema";
import { Button } from "@/lib/ui/Button";
import { Skeleton } from "@/lib/ui/Skeleton";

/** All that an entry carries, as it is chained. */
export function EntryDetails(props: { dossierId: string; seq: number; onOnly?: (() => void) | undefined }) {
  const { dossierId, seq, onOnly } = props;
  const [entry, setEntry] = useState<LogEntry | string | null>(null);
  useEffect(() => {
    let isStale = false;
    api.get<LogEntry>(`/api/dossiers/${dossierId}/journal/entries/${seq}`).then(
      (read) => !isStale && setEntry(read),
      (thrown) => {
        if (!(thrown instanceof ApiError)) throw thrown;
        if (!isStale) setEntry(thrown.message);
      },
    );
    return () => {
      isStale = true;
    };
  }, [dossierId, seq]);
  if (entry === null) return <Skeleton className="mt-2 h-40 w-full" />;
  if (typeof entry === "string") return <p className="mt-2 text-danger">{entry}</p>;
  const facts = [
    ["At", entry.at],
    ["By", entry.actorId],
    ["About", `${entry.subject.type} ${entry.subject.id}`],
    ["Hash", entry.hash],
    ["Hash before it", entry.prev || "none: the first entry"],
  ] as const;
  return (
    <div className="mt-2 rounded-md border border-line bg-sunken p-3">
      <dl className="grid grid-cols-1 gap-x-4 gap-y-1 text-xs sm:grid-cols-[max-content_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="font-mono break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label={`What entry ${seq} carries`}
        className="mt-3 max-h-96 overflow-auto"
      >
        <pre dir="ltr" className="text-xs leading-relaxed break-words whitespace-pre-wrap">
          {JSON.stringify(entry.payload, null, 2)}
        </pre>
      </section>
      {onOnly && (
        <Button size="sm" className="mt-3" onClick={onOnly}>
          Only what is about this {entry.subject.type}
        </Button>
      )}
    </div>
  );
}
