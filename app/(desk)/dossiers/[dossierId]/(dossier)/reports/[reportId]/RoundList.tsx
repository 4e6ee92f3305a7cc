"use client";

import Link from "next/link";
import { useDossier } from "@/lib/live/useDossier";
import type { ReportHead } from "@/lib/reports/schema";
import type { Round } from "@/lib/reviews/schema";
import { type SignedSignOff, type SignedWithdrawal, withdrawalOf } from "@/lib/reviews/statement";
import { Badge } from "@/lib/ui/Badge";
import { Moment } from "@/lib/ui/Moment";
import { counted, reportStatusWords } from "../../../../../words";

/** The report's submissions, newest first. */
export function RoundList({ rounds, report }: { rounds: readonly Round[]; report: ReportHead }) {
  const members = useDossier((state) => state.members);
  return (
    <section aria-labelledby="rounds" className="text-sm">
      <h2 id="rounds" className="mb-2 font-semibold">
        Rounds
      </h2>
      {rounds.length === 0 && (
        <p className="text-soft">
          Not submitted yet. Submitting freezes the report as it is, for someone who made none of it to review
          and sign.
        </p>
      )}
      <ol className="flex flex-col gap-3">
        {rounds.map((round) => {
          const status =
            round.status === "signed_off" && round.withdrawals.length > 0
              ? ({ words: "Withdrawn", tone: "danger" } as const)
              : reportStatusWords[round.status];
          const decided = round.items.filter((item) => item.decision).length;
          return (
            <li
              key={round.id}
              className="stet-card relative flex flex-col gap-1 p-3.5 hover:border-line-strong"
            >
              <span className="flex items-center justify-between gap-2">
                <Link
                  href={`/dossiers/${report.dossierId}/reports/${report.id}/rounds/${round.id}`}
                  className="font-semibold after:absolute after:inset-0 after:rounded-lg"
                >
                  Round {round.number}
                </Link>
                <Badge tone={status.tone}>{status.words}</Badge>
              </span>
              <span className="text-xs text-soft">
                {members[round.submittedBy]?.name ?? "A former member"}, <Moment at={round.submittedAt} />
              </span>
              {round.status === "in_review" && (
                <span className="text-xs text-soft">
                  {decided} of {round.items.length} items decided
                </span>
              )}
              {round.signOffs.map((signOff) => (
                <SignedBy key={signOff.signature} signOff={signOff} withdrawals={round.withdrawals} />
              ))}
              {round.corrections.length > 0 && (
                <span className="text-xs text-warn">
                  {counted(round.corrections.length, "correction")} since
                </span>
              )}
              {round.returnReason && (
                <span className="text-xs" dir="auto">
                  “{round.returnReason}”
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function SignedBy({
  signOff,
  withdrawals,
}: {
  signOff: SignedSignOff;
  withdrawals: readonly SignedWithdrawal[];
}) {
  const { reviewer, signedAt } = signOff.signed;
  const withdrawal = withdrawalOf(signOff, withdrawals)?.signed;
  const words = (
    <>
      Signed by {reviewer.name}, <Moment at={signedAt} />
    </>
  );
  if (!withdrawal) return <span className="text-xs text-ok">{words}</span>;
  return (
    <span className="text-xs">
      <s className="text-soft">{words}</s>{" "}
      <span className="font-medium text-danger">
        Withdrawn by {withdrawal.withdrawnBy.name}, <Moment at={withdrawal.withdrawnAt} />
      </span>
    </span>
  );
}
