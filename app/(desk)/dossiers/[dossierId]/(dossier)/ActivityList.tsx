"use client";

import type { Entry } from "@/lib/journal/entries";
import { EntryLine } from "./EntryLine";
import { useEntries } from "./useEntries";

/** The last things that happened here, newest first. */
export function ActivityList({ initial }: { initial: readonly Entry[] }) {
  const entries = useEntries(initial);
  const isWhole = (entries[0]?.seq ?? 1) === 1;
  return (
    <>
      <ol className="stet-card divide-y divide-line px-4 py-2">
        {entries.toReversed().map((entry) => (
          <EntryLine key={entry.seq} entry={entry} />
        ))}
      </ol>
      {!isWhole && (
        <p className="mt-3 text-sm text-soft">Only the newest are shown here; the journal keeps all.</p>
      )}
    </>
  );
}
