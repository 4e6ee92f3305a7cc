"use client";

import type { ReportHead } from "@/lib/reports/schema";
import type { Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { ErrorNotice } from "../../../../../../ErrorNotice";
import { useAction } from "../../../../../../useAction";
import { counted } from "../../../../../words";
import { EntryLine } from "../../EntryLine";
import { groupedEntries } from "../../groupedEntries";
import type { Standing } from "./ReportView";
import { useStanding } from "./useStanding";

/** Says that what was submitted or signed is no longer what stands, and what changed since. */
export function OutdatedNotice({
  report,
  round,
  standing,
}: {
  report: ReportHead;
  round: Round;
  standing: Standing;
}) {
  const { outdated, changes, total, more } = useStanding(report, round, standing);
  const { busy, error, run } = useAction();
  const lines = groupedEntries(changes);
  const isSigned = round.status === "signed_off";
  return (
    <div role="status" className={outdated ? "mb-6" : undefined}>
      {outdated && (
        <Notice
          tone="warn"
          title={
            isSigned ? "Outdated: changed since it was signed" : "Outdated: changed since it was submitted"
          }
        >
          <p>
            {isSigned
              ? `Round ${round.number} stays signed as it was, and can still be exported. What stands now needs a new round.`
              : `Round ${round.number} holds what was frozen. It cannot be signed any more: submit a new one.`}
          </p>
          {lines.length > 0 && (
            <details className="mt-1.5">
              <summary className="cursor-pointer rounded font-medium">
                {counted(total, "change")} since then
              </summary>
              <ol className="mt-1 divide-y divide-line">
                {lines.map(({ entry }) => (
                  <EntryLine key={entry.seq} entry={entry} />
                ))}
              </ol>
              <ErrorNotice error={error} />
              {more && (
                <Button size="sm" className="mt-2" busy={busy} onClick={() => run(more)}>
                  Show earlier changes
                </Button>
              )}
            </details>
          )}
        </Notice>
      )}
    </div>
  );
}
