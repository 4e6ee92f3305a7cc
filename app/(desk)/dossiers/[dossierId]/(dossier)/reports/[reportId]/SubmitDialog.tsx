"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { api } from "@/lib/http/client";
import type { ReportHead } from "@/lib/reports/schema";
import type { OpenPointKind } from "@/lib/reports/snapshot";
import type { Readiness } from "@/lib/reviews/readinessSchema";
import type { Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { Dialog, DialogClose } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Notice } from "@/lib/ui/Notice";
import { Skeleton } from "@/lib/ui/Skeleton";
import { Textarea } from "@/lib/ui/Textarea";
import { ErrorNotice } from "../../../../../../ErrorNotice";
import { useAction } from "../../../../../../useAction";
import { FrozenTable } from "./_submit/FrozenTable";
import { ObstacleGroup } from "./_submit/ObstacleGroup";
import { useReadiness } from "./_submit/useReadiness";
import { type SubmitDraft, useSubmitDraft } from "./_submit/useSubmitDraft";
import { WhoIsTold } from "./_submit/WhoIsTold";

/**
 * Freezes the report for review: says what will be frozen, what stands in the way and where, lets that be with a
 * reason, and asks for a word to the reviewers.
 */
export function SubmitDialog({ report, unsaved }: { report: ReportHead; unsaved: boolean }) {
  const router = useRouter();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const { readiness, error: unread } = useReadiness(report.id, isOpen);
  const { draft, change, recall, forget } = useSubmitDraft(report.id);
  const { busy, error, run, clear } = useAction();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const round = await run(() =>
      api.post<Round>(`/api/reports/${report.id}/rounds`, submission(draft, readiness)),
    );
    if (!round) return;
    forget();
    router.push(`/dossiers/${report.dossierId}/reports/${report.id}/rounds/${round.id}`);
  }
  const show = (open: boolean) => {
    if (open) recall();
    clear();
    setOpen(open);
  };
  const waiverError = error?.field === "waiver" ? error.message : undefined;
  const groups = readiness?.groups ?? [];
  return (
    <Dialog
      wide
      open={isOpen}
      onOpenChange={show}
      trigger={<Button look="primary">Submit for review…</Button>}
      title="Submit for review"
      description="The report is frozen as it stands now. Someone who made none of it decides on each item and signs; you can go on working meanwhile, but what you change needs a new round."
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} look="primary" busy={busy} disabled={unsaved}>
            Freeze and submit
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-6">
        {unsaved && (
          <Notice tone="warn" title="There are changes that are not saved">
            Only what is saved is frozen. Close this and save first; the memo saves itself as soon as Stet can
            be reached.
          </Notice>
        )}
        <ErrorNotice
          error={waiverError ? null : error}
          kept="Nothing was submitted; what you wrote is still here."
        />
        <ErrorNotice error={unread} kept="You can submit all the same: the server looks again." />
        <Part title="What will be reviewed">
          {readiness ? <FrozenTable readiness={readiness} /> : <Skeleton className="h-28" />}
        </Part>
        <Part title="What stands in the way">
          {!readiness && <Skeleton className="h-24" />}
          {readiness && groups.length === 0 && (
            <Notice tone="ok">Nothing: all is looked at, checked, decided and resolved.</Notice>
          )}
          <ul className="flex flex-col gap-2.5">
            {groups.map((group) => {
              const isWaiver = group.kind === "open_sentences" && readiness?.requireCoverage === true;
              const { reasons, waiver } = draft;
              return (
                <ObstacleGroup
                  key={group.kind}
                  {...{ group, report, isWaiver }}
                  reason={isWaiver ? waiver : (reasons[group.kind] ?? "")}
                  error={isWaiver ? waiverError : undefined}
                  onReason={(reason) =>
                    change(isWaiver ? { waiver: reason } : { reasons: { ...reasons, [group.kind]: reason } })
                  }
                />
              );
            })}
          </ul>
          {groups.length > 0 && (
            <p className="mt-2 text-xs text-soft">
              What you give a reason for is frozen and signed as “open, and let be because …”. The rest goes
              to the reviewers as it is.
            </p>
          )}
          {waiverError && !groups.some(({ kind }) => kind === "open_sentences") && (
            <p role="alert" className="mt-2 text-sm text-danger">
              {waiverError}
            </p>
          )}
        </Part>
        <Field label="Note to the reviewers" required={false}>
          <Textarea
            maxLength={5000}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Field>
        <Part title="Who will be told">
          {readiness ? <WhoIsTold readiness={readiness} /> : <Skeleton className="h-6" />}
        </Part>
      </form>
    </Dialog>
  );
}

/** What is sent: reasons only for what is open still, so that none is frozen for what was done meanwhile. */
function submission({ id, note, waiver, reasons }: SubmitDraft, readiness: Readiness | null) {
  const open = readiness && new Set(readiness.groups.map(({ kind }) => kind));
  const accepted = (Object.entries(reasons) as [OpenPointKind, string][])
    .map(([kind, reason]) => ({ kind, reason: reason.trim() }))
    .filter(({ kind, reason }) => reason !== "" && (open?.has(kind) ?? true))
    .filter(({ kind }) => kind !== "open_sentences" || !readiness?.requireCoverage);
  return {
    ...{ id, note: note.trim() || undefined, waiver: waiver.trim() || undefined },
    accepted: accepted.length > 0 ? accepted : undefined,
  };
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}
