"use client";

import { type ReactNode, useEffect, useId, useState } from "react";
import { toast } from "sonner";
import { api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";
import type { Report, ReportHead } from "@/lib/reports/schema";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Notice } from "@/lib/ui/Notice";
import { ErrorNotice } from "../../../../../../ErrorNotice";
import { useAction } from "../../../../../../useAction";
import { ArticleChoice } from "./ArticleChoice";
import { ConflictDialog } from "./ConflictDialog";
import { isBeside, isChanged, type ReportDraft, withChange, written } from "./reportDraft";

type Props = {
  report: ReportHead;
  /** Hears whether there is something that a submission would not yet hold. */
  onUnsaved: (unsaved: boolean) => void;
  /** Stands between the title and the articles; saved by itself. */
  memo: ReactNode;
};

/** Title and articles, saved together when asked. What others save meanwhile is never overwritten silently. */
export function ReportEditor({ report, onUnsaved, memo }: Props) {
  const formId = useId();
  const [draft, setDraft] = useState<ReportDraft>({ base: report, changed: {} });
  const { busy, error, run, clear } = useAction();
  const changed = isChanged(draft);
  const now = written(draft);
  const newer = report.version > draft.base.version ? report : null;
  const others = newer && !isBeside(draft, newer) ? newer : null;
  const otherName = useDossier((state) => state.members[report.updatedBy]?.name ?? "Someone");
  if (newer && !changed && !busy) setDraft({ base: newer, changed: {} });
  useWarningBeforeLeaving(changed);
  useEffect(() => onUnsaved(changed), [onUnsaved, changed]);

  async function save(version: number) {
    const sent = draft.changed;
    const saved = await run(() => api.patch<Report>(`/api/reports/${report.id}`, { version, ...sent }));
    if (!saved) return;
    // What was typed while saving stays a change.
    setDraft((latest) => withChange({ base: saved, changed: {} }, { ...latest.changed }));
    toast.success("Title and articles saved.");
  }
  const stale = error?.code === "stale" ? (error.current as Report) : null;

  return (
    <div className="flex min-w-0 flex-col gap-5">
      <h2 className="sr-only">The report</h2>
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void save(draft.base.version);
        }}
      />
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
          form={formId}
          maxLength={300}
          value={now.title}
          onChange={({ target }) => setDraft((latest) => withChange(latest, { title: target.value }))}
        />
      </Field>
      {memo}
      <ArticleChoice
        chosen={now.articles}
        onChange={(articles) => setDraft((latest) => withChange(latest, { articles }))}
      />
      {changed && (
        <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-1 py-3">
          <Button type="submit" form={formId} look="primary" busy={busy}>
            Save title and articles
          </Button>
          <Button onClick={() => setDraft({ base: report, changed: {} })} disabled={busy}>
            Discard
          </Button>
          <span role="status" className="text-sm text-soft">
            Not saved yet. The memo is saved as you type.
          </span>
        </div>
      )}
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
            setDraft({ base: stale, changed: {} });
          }}
        />
      )}
    </div>
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
