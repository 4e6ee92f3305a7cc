"use client";

import { useDossier } from "@/lib/live/useDossier";
import type { Report } from "@/lib/reports/schema";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { counted } from "../../../../../words";

type Props = {
  mine: Report;
  theirs: Report;
  onClose: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Two people saved different words: both are shown, and a person decides. */
export function ConflictDialog({ mine, theirs, onClose, onKeepMine, onTakeTheirs }: Props) {
  const name = useDossier((state) => state.members[theirs.updatedBy]?.name ?? "Someone else");
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={`${name} saved this report while you wrote`}
      description="Nothing was overwritten. Decide which stands, or close this, copy what you need from one into the other, and save."
      footer={
        <>
          <Button onClick={onClose}>Go on writing</Button>
          <Button onClick={onTakeTheirs}>Take {name}’s, drop mine</Button>
          <Button look="primary" onClick={onKeepMine}>
            Save mine over it
          </Button>
        </>
      }
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <Version heading="Yours" report={mine} />
        <Version heading={`${name}’s`} report={theirs} />
      </div>
    </Dialog>
  );
}

function Version({ heading, report }: { heading: string; report: Report }) {
  return (
    <section className="min-w-0">
      <h3 className="text-sm font-semibold">{heading}</h3>
      <p className="mt-1 text-sm" dir="auto">
        {report.title} <span className="text-soft">· {counted(report.articles.length, "article")}</span>
      </p>
      <pre
        dir="auto"
        className="mt-2 max-h-80 overflow-auto rounded border border-line bg-paper p-3 font-serif text-sm whitespace-pre-wrap"
      >
        {report.memo || "(no memo)"}
      </pre>
    </section>
  );
}
