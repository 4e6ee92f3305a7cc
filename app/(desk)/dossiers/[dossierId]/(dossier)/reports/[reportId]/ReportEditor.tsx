"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";
import { api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";
import type { Report } from "@/lib/reports/schema";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Notice } from "@/lib/ui/Notice";
import { ErrorNotice } from "../../../../../../ErrorNotice";
import { useAction } from "../../../../../../useAction";
import { ArticleChoice } from "./ArticleChoice";
import { ConflictDialog } from "./ConflictDialog";
import { MemoEditor } from "./MemoEditor";
import { isChanged, type ReportDraft, withChange, written } from "./reportDraft";

type Props = {
  report: Report;
  /** Hears whether there is something that a submission would not yet hold. */
  onUnsaved: (unsaved: boolean) => void;
};

/** Title, memo and articles, saved together when asked. What others save meanwhile is never overwritten silently. */
export function ReportEditor({ report, onUnsaved }: Props) {
  const [draft, setDraft] = useState<ReportDraft>({ base: report, changed: {} });
  // Counts the times the memo was replaced from outside: the editor then starts anew.
  const [edition, setEdition] = useState(0);
  const { busy, error, run, clear } = useAction();
  const changed = isChanged(draft);
  const now = written(draft);
  const others = report.version > draft.base.version ? report : null;
  const otherName = useDossier((state) => state.members[report.updatedBy]?.name ?? "Someone");
  if (others && !changed && !busy) restart(others);
  useWarningBeforeLeaving(changed);
  useEffect(() => onUnsaved(changed), [onUnsaved, changed]);

  function restart(from: Report) {
    setDraft({ base: from, changed: {} });
    if (from.memo !== now.memo) setEdition((count) => count + 1);
  }
  async function save(version: number) {
    const sent = draft.changed;
    const saved = await run(() => api.patch<Report>(`/api/reports/${report.id}`, { version, ...sent }));
    if (!saved) return;
    // What was typed while saving stays a change.
    setDraft((latest) => withChange({ base: saved, changed: {} }, { ...latest.changed }));
    toast.success("Report saved.");
  }
  const stale = error?.code === "stale" ? (error.current as Report) : null;

  return (
    <form
      className="flex min-w-0 flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save(draft.base.version);
      }}
    >
      <h2 className="sr-only">The report</h2>
      {report.status === "in_review" && (
        <Notice tone="info">
          A round is in review. It holds what was frozen when it was submitted: a change saved here makes it
          outdated.
        </Notice>
      )}
      {others && changed && !stale && (
        <Notice tone="warn" role="status">
          {otherName} has saved this report while you write. Nothing of yours is lost: when you save, you see
          both.
        </Notice>
      )}
      {!stale && <ErrorNotice error={error} kept="What you wrote is still here." />}
      <Field label="Title" required>
        <Input
          dir="auto"
          maxLength={300}
          value={now.title}
          onChange={({ target }) => setDraft((latest) => withChange(latest, { title: target.value }))}
        />
      </Field>
      <MemoEditor
        key={edition}
        memo={now.memo}
        onChange={(memo) => setDraft((latest) => withChange(latest, { memo }))}
      />
      <ArticleChoice
        chosen={now.articles}
        onChange={(articles) => setDraft((latest) => withChange(latest, { articles }))}
      />
      <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-1 py-3">
        <Button type="submit" look="primary" busy={busy} disabled={!changed}>
          Save the report
        </Button>
        <span role="status" className="text-sm text-soft">
          {changed ? "There are changes that are not saved." : "Everything is saved."}
        </span>
      </div>
      {stale && (
        <ConflictDialog
          mine={written({ base: stale, changed: draft.changed })}
          theirs={stale}
          onClose={clear}
          onKeepMine={() => {
            setDraft((latest) => withChange({ base: stale, changed: {} }, latest.changed));
            void save(stale.version);
          }}
          onTakeTheirs={() => {
            clear();
            restart(stale);
          }}
        />
      )}
    </form>
  );
}

/** The browser asks before a page with unsaved work is closed. */
function useWarningBeforeLeaving(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [changed]);
}
