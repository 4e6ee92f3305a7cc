"use client";

import Link from "next/link";
import { can } from "@/lib/auth/policy";
import { useActor, useDossier } from "@/lib/live/useDossier";
import type { Round } from "@/lib/reviews/schema";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { PageHeader } from "@/lib/ui/PageHeader";
import { Prose } from "@/lib/ui/Prose";
import { reportStatusWords } from "../../../../../../../words";
import type { Frozen } from "./frozen";
import { ReturnRound } from "./ReturnRound";

type Props = { round: Round; frozen: Frozen; outdated: boolean; isReviewer: boolean; onHelp: () => void };

/** Which round of which report this is, who submitted it with what words, and what stands in the way. */
export function ReviewHead({ round, frozen, outdated, isReviewer, onHelp }: Props) {
  const actor = useActor();
  const dossierTitle = useDossier((state) => state.dossier.title);
  const submitter = useDossier((state) => state.members[round.submittedBy]?.name ?? "A former member");
  const home = `/dossiers/${round.dossierId}`;
  const status = reportStatusWords[round.status];
  return (
    <>
      <PageHeader
        trail={
          <>
            <Link href={`${home}?tab=reports`} className="stet-link" dir="auto">
              {dossierTitle}
            </Link>
            {" / "}
            <Link href={`${home}/reports/${round.reportId}`} className="stet-link" dir="auto">
              {frozen.title}
            </Link>
          </>
        }
        title={`Review, round ${round.number}`}
        actions={
          <>
            <Button look="quiet" size="sm" onClick={onHelp}>
              Keys
            </Button>
            {can(actor, "round.return", { roundStatus: round.status }) && <ReturnRound roundId={round.id} />}
          </>
        }
      >
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={status.tone}>{status.words}</Badge>
          <span>Submitted by {submitter}</span>
        </span>
        {round.note && (
          <p className="mt-2 max-w-prose" dir="auto">
            “{round.note}”
          </p>
        )}
      </PageHeader>
      <div className="mb-5 flex flex-col gap-3 empty:hidden">
        {outdated && round.status === "in_review" && (
          <Notice tone="warn" title="Outdated: changed since it was submitted">
            This round can no longer be signed. What you decide here stays on record; ask for a new round.
          </Notice>
        )}
        {round.status === "returned" && (
          <Notice tone="warn" title="This round was returned">
            {round.returnReason}
          </Notice>
        )}
        {round.status === "in_review" && !isReviewer && (
          <Notice>
            Reviewers of this dossier decide here. You can read along: their decisions appear as they are
            made.
          </Notice>
        )}
        {frozen.memo.trim() && (
          <details className="stet-card px-5 py-3">
            <summary className="cursor-pointer rounded text-sm font-semibold">The memo</summary>
            <div className="mt-3">
              <Prose text={frozen.memo} under={2} />
            </div>
          </details>
        )}
      </div>
    </>
  );
}
