"use client";

import Link from "next/link";
import type { Round } from "@/lib/reviews/schema";
import { Moment } from "@/lib/ui/Moment";
import { Notice } from "@/lib/ui/Notice";

/** Says that a sign-off of a round no longer stands, and why. */
export function Withdrawn({ round }: { round: Round }) {
  return round.withdrawals.map(({ signed: { signOff, reason, withdrawnBy, withdrawnAt } }) => (
    <Notice key={signOff.id} tone="danger" title={`The sign-off of round ${round.number} was withdrawn`}>
      <p>
        {signOff.reviewer.name} signed it, <Moment at={signOff.signedAt} />. {withdrawnBy.name} withdrew that,{" "}
        <Moment at={withdrawnAt} />:
      </p>
      <p dir="auto" className="mt-1 whitespace-pre-line">
        {reason}
      </p>
      <p className="mt-1">
        <Link
          className="stet-link"
          href={`/dossiers/${round.dossierId}/reports/${round.reportId}/rounds/${round.id}#sign-off`}
        >
          The round, as it was signed
        </Link>
      </p>
    </Notice>
  ));
}
