"use client";

import { useId } from "react";
import { can, refusalOf } from "@/lib/auth/policy";
import { useActor } from "@/lib/live/useDossier";
import type { Round } from "@/lib/reviews/schema";
import { Notice } from "@/lib/ui/Notice";
import { counted } from "../../../../../../../words";
import { Corrections } from "../../Corrections";
import { ExportMenu } from "../../ExportMenu";
import { AddCorrection } from "./AddCorrection";
import type { Frozen } from "./frozen";
import { SignForm } from "./SignForm";
import { SignOffCard } from "./SignOffCard";
import { WhatIsSigned } from "./WhatIsSigned";

/** Says exactly what a signature covers, and takes it; afterwards what became of it. */
export function SignPanel({ round, frozen, outdated }: { round: Round; frozen: Frozen; outdated: boolean }) {
  const headingId = useId();
  const actor = useActor();
  const open = round.items.filter((item) => item.decision !== "accepted").length;
  const { contributors, signOffs, status: roundStatus } = round;
  const missing = round.signOffsRequired - signOffs.length;
  const refusal = refusalOf(actor, "round.sign", { contributors, roundStatus });
  const hasSigned = signOffs.some(({ signed }) => signed.reviewer.id === actor.userId);
  const isReviewer = can({ ...actor, userId: "" }, "round.sign");
  const isSigned = roundStatus === "signed_off";

  return (
    <section
      id="sign-off"
      aria-labelledby={headingId}
      className="stet-card mt-10 scroll-mt-20 border-2 border-line-strong p-5 sm:p-6"
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 id={headingId} className="font-serif text-xl font-semibold">
          Sign-off
        </h2>
        {isSigned && <ExportMenu report={{ id: round.reportId }} rounds={[round]} onlySigned />}
      </div>
      <p className="mt-1 max-w-prose text-sm text-soft">
        {isSigned
          ? "What was signed is this, and nothing else. It stays as it is for ever."
          : "A signature is over this, exactly as it was frozen, and nothing else."}
      </p>
      <WhatIsSigned round={round} frozen={frozen} />
      <div role="status">
        {signOffs.length > 0 && (
          <ul className="mt-5 flex flex-col gap-3">
            {signOffs.map((signOff) => (
              <SignOffCard
                key={signOff.signature}
                signOff={signOff}
                withdrawals={round.withdrawals}
                mayWithdraw
              />
            ))}
          </ul>
        )}
      </div>
      <div className="mt-5 flex flex-col gap-4">
        {roundStatus === "in_review" && hasSigned && missing > 0 && (
          <Notice tone="info">
            You have signed. {counted(missing, "more sign-off")} by someone else is needed.
          </Notice>
        )}
        {roundStatus === "in_review" && !hasSigned && isReviewer && refusal && (
          <Notice tone="info" title="You cannot sign this">
            {refusal}
          </Notice>
        )}
        {refusal === null && !hasSigned && outdated && (
          <Notice tone="warn">
            What this round covers has changed since: it cannot be signed. Ask for a new round.
          </Notice>
        )}
        {refusal === null && !hasSigned && !outdated && open > 0 && (
          <Notice tone="info">
            {counted(open, "item")} {open === 1 ? "is" : "are"} not accepted yet. A signature covers the whole
            round, so accept each, or return the round.
          </Notice>
        )}
        {refusal === null && !hasSigned && !outdated && open === 0 && <SignForm round={round} />}
        {isSigned && (
          <Corrections
            corrections={round.corrections}
            things={frozen.things}
            actions={
              can(actor, "round.correct", { roundStatus }) && <AddCorrection round={round} frozen={frozen} />
            }
          />
        )}
      </div>
    </section>
  );
}
