"use client";

import { BadgeCheck, Download } from "lucide-react";
import { useId, useState } from "react";
import { ErrorNotice } from "@/app/ErrorNotice";
import { useAction } from "@/app/useAction";
import type { ReportHead } from "@/lib/reports/schema";
import type { Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Spinner } from "@/lib/ui/Spinner";
import { exportChoices, verifiable } from "./exportChoices";
import { saveExport } from "./saveExport";

type Props = {
  report: Pick<ReportHead, "id">;
  rounds: readonly Round[];
  /** Not what stands now: of a round, or of a report that is no more. */
  onlySigned?: boolean;
};

/** Takes the report out: what stands now as a draft, or the newest of the rounds that was signed off, in any format. */
export function ExportMenu({ report, rounds, onlySigned }: Props) {
  const signed = rounds.find((round) => round.status === "signed_off");
  const sources = [
    ...(signed ? [{ label: `${standingOf(signed)}, round ${signed.number}`, round: signed.id }] : []),
    ...(onlySigned ? [] : [{ label: "Draft of what stands now", round: "draft" }]),
  ];
  const [source, setSource] = useState(signed?.id ?? "draft");
  // A round that was signed while the dialog was away is not what was chosen.
  const chosen = sources.some(({ round }) => round === source) ? source : "draft";
  const [format, setFormat] = useState<string | null>(null);
  const { busy, error, run, clear } = useAction();
  const group = useId();

  async function take(wanted: string) {
    setFormat(wanted);
    await run(() => saveExport(`/api/reports/${report.id}/export?format=${wanted}&round=${chosen}`));
  }

  return (
    <Dialog
      trigger={
        <Button>
          <Download aria-hidden size={16} /> Export
        </Button>
      }
      onOpenChange={clear}
      title="Export this report"
      description={
        chosen === "draft"
          ? "A draft says on every page that nobody has signed it."
          : "What was signed, as it was signed."
      }
    >
      <div className="flex flex-col gap-5">
        {sources.length > 1 && (
          <fieldset className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
            <legend className="sr-only">What to export</legend>
            {sources.map(({ label, round }) => (
              <label key={round} className="flex cursor-pointer items-center gap-2">
                <input
                  type="radio"
                  name={group}
                  checked={chosen === round}
                  onChange={() => setSource(round)}
                  className="accent-accent"
                />
                {label}
              </label>
            ))}
          </fieldset>
        )}
        <ErrorNotice error={error} />
        {exportChoices.map(({ group: name, choices }) => (
          <section key={name} aria-label={name}>
            <h3 className="mb-1 text-xs font-semibold text-soft">{name}</h3>
            <ul className="divide-y divide-line rounded-md border border-line">
              {choices.map((choice) => (
                <li key={choice.format}>
                  <button
                    type="button"
                    disabled={busy}
                    onClick={() => void take(choice.format)}
                    className="flex w-full items-center gap-3 px-3 py-2 text-start text-sm hover:bg-accent-wash focus-visible:bg-accent-wash disabled:opacity-60"
                  >
                    <span className="min-w-0 flex-1">
                      <span className="font-medium">{choice.name}</span>{" "}
                      <span className="block text-xs text-soft">{choice.words}</span>
                    </span>
                    {verifiable.includes(choice.format) && chosen !== "draft" && (
                      <span className="flex items-center gap-1 text-xs text-soft">
                        <BadgeCheck aria-hidden size={14} /> can be verified
                      </span>
                    )}
                    {busy && format === choice.format ? (
                      <Spinner />
                    ) : (
                      <Download aria-hidden size={15} className="text-soft" />
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p role="status" className="sr-only">
          {busy ? "Preparing the file …" : ""}
        </p>
      </div>
    </Dialog>
  );
}

function standingOf({ withdrawals }: Round): string {
  return withdrawals.length > 0 ? "Withdrawn" : "Signed";
}
