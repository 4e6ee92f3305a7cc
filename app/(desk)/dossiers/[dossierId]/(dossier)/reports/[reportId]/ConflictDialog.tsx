"use client";

import { useDossier } from "@/lib/live/useDossier";
import type { ReportHead } from "@/lib/reports/schema";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { counted } from "../../../../../words";

type Props = {
  mine: ReportHead;
  theirs: ReportHead;
  onClose: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Two people saved a different title or other articles: both are shown, and a person decides. */
export function ConflictDialog({ mine, theirs, onClose, onKeepMine, onTakeTheirs }: Props) {
  const name = useDossier((state) => state.members[theirs.updatedBy]?.name ?? "Someone else");
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={`${name} saved this report while you wrote`}
      description="Nothing was overwritten. The memo is not concerned: it holds what both of you wrote. Decide which title and articles stand, or close this and go on."
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

function Version({ heading, report }: { heading: string; report: ReportHead }) {
  const titles = useDossier((state) =>
    report.articles.map((id) => state.articles[id]?.title ?? "A deleted article"),
  );
  return (
    <section className="min-w-0">
      <h3 className="text-sm font-semibold">{heading}</h3>
      <p className="mt-1 font-serif font-semibold" dir="auto">
        {report.title}
      </p>
      <p className="mt-2 text-sm text-soft">{counted(titles.length, "article")}</p>
      <ol className="list-decimal ps-5 text-sm">
        {report.articles.map((id, index) => (
          <li key={id} dir="auto">
            {titles[index]}
          </li>
        ))}
      </ol>
    </section>
  );
}
