"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { can, refusalOf } from "@/lib/auth/policy";
import { api } from "@/lib/http/client";
import { useActor, useDossier } from "@/lib/live/useDossier";
import type { DecisionValue, Round } from "@/lib/reviews/schema";
import { Badge } from "@/lib/ui/Badge";
import { Kbd } from "@/lib/ui/Kbd";
import { Notice } from "@/lib/ui/Notice";
import { PageHeader } from "@/lib/ui/PageHeader";
import { ProgressBar } from "@/lib/ui/ProgressBar";
import { Prose } from "@/lib/ui/Prose";
import { ErrorNotice } from "../../../../../../../../ErrorNotice";
import { useAction } from "../../../../../../../../useAction";
import { counted, reportStatusWords } from "../../../../../../../words";
import { useStanding } from "../../useStanding";
import type { Frozen } from "./frozen";
import { ReasonDialog } from "./ReasonDialog";
import { ReturnRound } from "./ReturnRound";
import { ReviewCard } from "./ReviewCard";
import type { ReviewItem } from "./reviewItems";
import { SignPanel } from "./SignPanel";
import { useReviewKeys } from "./useReviewKeys";

type Props = { round: Round; outdated: boolean; items: readonly ReviewItem[]; frozen: Frozen };

/** A round before its reviewers: item by item, then the signature. Decisions of others appear as they are made. */
export function ReviewView({ round: initial, outdated: wasOutdated, items, frozen }: Props) {
  const actor = useActor();
  const round = useDossier((state) => state.rounds[initial.id]) ?? initial;
  const report = useDossier((state) => state.reports[initial.reportId]);
  const [standing] = useState({ roundId: initial.id, outdated: wasOutdated, entries: [] });
  const { outdated } = useStanding(report, round, standing);
  const dossierTitle = useDossier((state) => state.dossier.title);
  const submitter = useDossier((state) => state.members[round.submittedBy]?.name ?? "A former member");
  const [at, setAt] = useState(0);
  const [returning, setReturning] = useState<ReviewItem | null>(null);
  const cards = useRef<(HTMLLIElement | null)[]>([]);
  const { busy, error, run } = useAction();
  const decisions = new Map(round.items.map((item) => [`${item.type}:${item.id}`, item]));
  const decided = round.items.filter((item) => item.decision).length;
  const home = `/dossiers/${round.dossierId}`;
  const isReviewer = can({ ...actor, userId: "" }, "round.decide");
  const status = reportStatusWords[round.status];

  const refusalFor = (item: ReviewItem) =>
    refusalOf(actor, "round.decide", { makers: decisions.get(item.key)?.makers, roundStatus: round.status });

  function go(to: number) {
    const next = Math.min(Math.max(to, 0), items.length - 1);
    setAt(next);
    cards.current[next]?.focus();
  }
  async function decide(item: ReviewItem, decision: DecisionValue, reason?: string) {
    const { type, id } = item;
    const done = await run(() =>
      api.put<Round>(`/api/rounds/${round.id}/decisions`, { items: [{ type, id, decision, reason }] }),
    );
    if (done) go(items.indexOf(item) + 1);
    return done !== undefined;
  }
  useReviewKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    a: () => {
      const item = items[at];
      if (item && refusalFor(item) === null) void decide(item, "accepted");
    },
    r: () => {
      const item = items[at];
      if (item && refusalFor(item) === null) setReturning(item);
    },
  });

  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
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
          can(actor, "round.return", { roundStatus: round.status }) && <ReturnRound roundId={round.id} />
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
      <div className="mb-5 flex flex-col gap-3">
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
        <ErrorNotice error={error} kept="Your other decisions are kept." />
      </div>
      {frozen.memo.trim() && (
        <details className="stet-card mb-5 px-5 py-3">
          <summary className="cursor-pointer rounded text-sm font-semibold">The memo</summary>
          <div className="mt-3">
            <Prose text={frozen.memo} under={2} />
          </div>
        </details>
      )}
      <section aria-labelledby="items">
        <div className="sticky top-0 z-10 -mx-1 mb-4 border-b border-line bg-paper px-1 py-3">
          <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <h2 id="items" className="text-sm font-semibold">
              {counted(round.items.length, "item")} to decide
            </h2>
            <p className="hidden text-xs text-soft sm:block">
              <Kbd>j</Kbd> next · <Kbd>k</Kbd> previous · <Kbd>a</Kbd> accept · <Kbd>r</Kbd> return
            </p>
          </div>
          <ProgressBar label="Items decided" value={decided} max={round.items.length} />
          <p role="status" className="sr-only">
            {decided} of {round.items.length} decided
          </p>
        </div>
        <ol className="flex flex-col gap-5">
          {items.map((item, i) => (
            <ReviewCard
              key={item.key}
              ref={(element) => {
                cards.current[i] = element;
              }}
              item={item}
              number={i + 1}
              count={items.length}
              dossierId={round.dossierId}
              decision={decisions.get(item.key)}
              refusal={isReviewer && round.status === "in_review" ? refusalFor(item) : ""}
              busy={busy && at === i}
              isCurrent={at === i}
              onFocus={() => setAt(i)}
              onAccept={() => decide(item, "accepted")}
              onReturn={() => setReturning(item)}
            />
          ))}
        </ol>
      </section>
      {frozen.waiver && (
        <section aria-labelledby="waiver" className="mt-8">
          <h2 id="waiver" className="text-sm font-semibold">
            Why some sentences were let be
          </h2>
          <p className="mt-1 max-w-prose text-sm" dir="auto">
            {frozen.waiver}
          </p>
        </section>
      )}
      <SignPanel round={round} frozen={frozen} outdated={outdated} />
      {returning && (
        <ReasonDialog
          title="Return this item"
          hint="It becomes a comment on the item, and so reaches whoever made it."
          confirm="Return it"
          busy={busy}
          error={error}
          onClose={() => setReturning(null)}
          onReason={async (reason) => {
            if (await decide(returning, "returned", reason)) setReturning(null);
          }}
        />
      )}
    </div>
  );
}
