"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import { api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";
import type { ReportHead } from "@/lib/reports/schema";
import type { Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { Dialog, DialogClose } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Notice } from "@/lib/ui/Notice";
import { Textarea } from "@/lib/ui/Textarea";
import { ErrorNotice } from "../../../../../../ErrorNotice";
import { useAction } from "../../../../../../useAction";
import { counted } from "../../../../../words";

/** Freezes the report for review: says what will be frozen, and asks for a word to the reviewer. */
export function SubmitDialog({ report, unsaved }: { report: ReportHead; unsaved: boolean }) {
  const router = useRouter();
  const formId = useId();
  const [id, setId] = useState(uuidv7);
  const { busy, error, run, clear } = useAction();
  const frozen = useDossier((state) => {
    const annotations = Object.values(state.annotations).filter(({ articleId }) =>
      report.articles.includes(articleId),
    );
    const ids = new Set(annotations.map((annotation) => annotation.id));
    return {
      annotations: annotations.length,
      evidence: Object.values(state.evidence).filter(({ annotationId }) => ids.has(annotationId)).length,
      links: Object.values(state.links).filter(({ from, to }) => ids.has(from) && ids.has(to)).length,
      needsCoverage: state.dossier.requireCoverage,
    };
  });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim() || undefined;
    const round = await run(() =>
      api.post<Round>(`/api/reports/${report.id}/rounds`, { id, note: text("note"), waiver: text("waiver") }),
    );
    if (!round) return;
    setId(uuidv7());
    router.push(`/dossiers/${report.dossierId}/reports/${report.id}/rounds/${round.id}`);
  }

  return (
    <Dialog
      onOpenChange={clear}
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
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {unsaved && (
          <Notice tone="warn" title="There are changes that are not saved">
            Only what is saved is frozen. Close this and save first; the memo saves itself as soon as Stet can
            be reached.
          </Notice>
        )}
        <p className="rounded-md bg-sunken px-4 py-3 text-sm">
          Will be frozen: the memo, {counted(report.articles.length, "article")},{" "}
          {counted(frozen.annotations, "annotation")},{" "}
          {counted(frozen.evidence, "piece of evidence", "pieces of evidence")} and{" "}
          {counted(frozen.links, "link")}.
        </p>
        <ErrorNotice
          error={error?.field === "waiver" ? null : error}
          kept="Nothing was submitted; what you wrote is still here."
        />
        <Field label="Note to the reviewer" required={false}>
          <Textarea name="note" maxLength={5000} />
        </Field>
        {frozen.needsCoverage && (
          <Field
            label="Why some sentences were let be"
            required={false}
            hint="This dossier wants every sentence looked at. If some are open, say why: your reason is frozen with the report."
            error={error?.field === "waiver" ? error.message : undefined}
          >
            <Textarea name="waiver" maxLength={2000} />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
