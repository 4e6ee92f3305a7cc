"use client";

import { useEffect, useId, useState } from "react";
import { can } from "@/lib/auth/policy";
import { useActor } from "@/lib/live/useDossier";
import { useMemoSession, useMemoView } from "@/lib/live/useMemoSession";
import type { ReportHead } from "@/lib/reports/schema";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { Prose } from "@/lib/ui/Prose";
import { MemoEditor } from "./MemoEditor";
import { MemoStatus } from "./MemoStatus";

type Props = {
  report: ReportHead;
  /** What the memo said when the server rendered the page, in Markdown: shown until the document is open. */
  memo: string;
  /** Hears whether there are words that a submission would not yet hold. */
  onUnsaved: (unsaved: boolean) => void;
};

/** The report's memo, written together: every word is saved as it is typed, and seen by whoever has it open. */
export function MemoSection({ report, memo, onUnsaved }: Props) {
  const labelId = useId();
  const actor = useActor();
  const { session, restart } = useMemoSession(report.id);
  const view = useMemoView(session);
  const mayWrite = can(actor, "report.change");
  // What was frozen becomes outdated with the first letter: nobody types it by mistake.
  const isFrozen = report.status === "in_review" || report.status === "signed_off";
  const [unlocked, setUnlocked] = useState<string | null>(null);
  const isLocked = isFrozen && unlocked !== report.status;
  const isUnsaved = mayWrite && view.phase !== "saved" && view.phase !== "opening";
  useEffect(() => onUnsaved(isUnsaved), [onUnsaved, isUnsaved]);
  const isOpen =
    session !== null && view.phase !== "opening" && !(view.phase === "refused" && !session.isOpen());

  return (
    <section aria-labelledby={labelId} className="flex flex-col gap-2">
      <div className="flex min-h-6 flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={labelId} className="text-sm font-medium">
          Memo
        </h2>
        {mayWrite && <MemoStatus view={view} />}
      </div>
      {mayWrite && isLocked && (
        <Notice
          tone="info"
          actions={
            <Button size="sm" onClick={() => setUnlocked(report.status)}>
              Write in the memo all the same
            </Button>
          }
        >
          {report.status === "in_review"
            ? "A round is in review. It holds what was frozen: a word changed here makes it outdated."
            : "This report is signed. It stays signed as it was, but a word changed here makes the sign-off outdated."}
        </Notice>
      )}
      {view.refusal && (
        <Notice
          tone="danger"
          role="alert"
          title={session?.isOpen() ? "What you wrote could not be saved" : "The memo cannot be opened"}
          actions={
            session?.isOpen() && (
              <Button size="sm" onClick={restart}>
                Drop it, and show what is saved
              </Button>
            )
          }
        >
          {view.refusal.message} {session?.isOpen() && "It is still here, and kept in this browser."}
        </Notice>
      )}
      <div className="overflow-x-clip rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
        {isOpen ? (
          <MemoEditor
            key={session.doc.guid}
            session={session}
            reportId={report.id}
            labelId={labelId}
            isEditable={mayWrite && !isLocked}
          />
        ) : (
          <>
            {mayWrite && !isLocked && <div aria-hidden className="h-10 border-b border-line" />}
            <div className="min-h-48 px-4 py-3" aria-busy>
              {memo.trim() ? (
                <Prose text={memo} under={2} />
              ) : (
                <p className="text-sm text-soft">No memo yet.</p>
              )}
            </div>
          </>
        )}
      </div>
    </section>
  );
}
