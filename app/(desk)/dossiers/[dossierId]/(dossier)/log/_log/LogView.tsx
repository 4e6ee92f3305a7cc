"use client";

import { Download, ScrollText } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Notice } from "@/lib/ui/Notice";
import { PageHeader } from "@/lib/ui/PageHeader";
import { Skeleton } from "@/lib/ui/Skeleton";
import { LogCheckPanel } from "./LogCheckPanel";
import { LogEntryRow } from "./LogEntryRow";
import { LogFilters } from "./LogFilters";
import { type LogFilter, logAddress, readLogFilter } from "./logFilter";
import { useLog } from "./useLog";

/** The journal as an auditor reads it: every entry, its place in the chain, and whether the chain holds. */
export function LogView({ dossierId }: { dossierId: string }) {
  const filter = readLogFilter(useSearchParams());
  const title = useDossier((state) => state.dossier.title);
  const { shown, isBusy, error, older } = useLog(dossierId, filter);
  const go = (next: LogFilter) => window.history.replaceState(null, "", logAddress(next));
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6">
      <PageHeader
        trail={
          <>
            <Link href="/dossiers" className="stet-link">
              Dossiers
            </Link>{" "}
            /{" "}
            <Link href={`/dossiers/${dossierId}?tab=activity`} className="stet-link">
              <bdi>{title}</bdi>
            </Link>
          </>
        }
        title="Log"
        actions={
          <Button asChild>
            <a href={`/api/dossiers/${dossierId}/journal/export`} download>
              <Download aria-hidden size={15} /> Export the log
            </a>
          </Button>
        }
      >
        <p className="max-w-prose">
          Everything that was ever done in this dossier, in the order it was done. Each entry carries the hash
          of the one before it, and Stet signs now and then how far the log has come: nothing that is signed
          can be changed or taken out without that being seen.
        </p>
      </PageHeader>
      <LogCheckPanel dossierId={dossierId} />
      <LogFilters filter={filter} onChange={go} />
      {error && (
        <div className="mb-4">
          <Notice tone="danger" role="alert">
            {error}
          </Notice>
        </div>
      )}
      {!shown && !error && [1, 2, 3, 4, 5].map((row) => <Skeleton key={row} className="mb-2 h-10 w-full" />)}
      {shown?.items.length === 0 && (
        <EmptyState icon={ScrollText} title="No entry is like that">
          Choose another person, kind of entry or time above.
        </EmptyState>
      )}
      {shown && shown.items.length > 0 && (
        <ol aria-label="Entries, newest first" className="stet-card divide-y divide-line">
          {shown.items.map((line) => (
            <LogEntryRow
              key={line.seq}
              dossierId={dossierId}
              line={line}
              onOnly={filter.subject ? undefined : () => go({ ...filter, subject: line.subject.id })}
            />
          ))}
        </ol>
      )}
      {shown?.next != null && (
        <Button className="mt-3" busy={isBusy} onClick={older}>
          Show older
        </Button>
      )}
    </div>
  );
}
