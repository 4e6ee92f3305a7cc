"use client";

import { List, SearchX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useDossier } from "@/lib/live/useDossier";
import type { ReviewMaterial } from "@/lib/reviews/material";
import type { Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { EmptyState } from "@/lib/ui/EmptyState";
import { ErrorNotice } from "../../../../../../../../ErrorNotice";
import { useStanding } from "../../useStanding";
import { BulkAccept } from "./BulkAccept";
import { DecisionBar } from "./DecisionBar";
import type { Frozen } from "./frozen";
import { GoneItems } from "./GoneItems";
import { NothingShown } from "./NothingShown";
import { ReviewDialogs } from "./ReviewDialogs";
import { ReviewFilters } from "./ReviewFilters";
import { ReviewHead } from "./ReviewHead";
import { ReviewHelp } from "./ReviewHelp";
import { ReviewItemView } from "./ReviewItemView";
import { ReviewList } from "./ReviewList";
import { ReviewPlace } from "./ReviewPlace";
import { ReviewProgress } from "./ReviewProgress";
import type { ReviewFilter } from "./reviewFilter";
import { SignPanel } from "./SignPanel";
import { useReview } from "./useReview";
import { useReviewActions } from "./useReviewActions";
import { useReviewKeys } from "./useReviewKeys";

type Props = {
  round: Round;
  outdated: boolean;
  material: ReviewMaterial;
  frozen: Frozen;
  initialFilter: ReviewFilter;
};

/** A round before its reviewers: item by item, then the signature. Decisions of others appear as they are made. */
export function ReviewView({
  round: initial,
  outdated: wasOutdated,
  material,
  frozen,
  initialFilter,
}: Props) {
  const round = useDossier((state) => state.rounds[initial.id]) ?? initial;
  const report = useDossier((state) => state.reports[initial.reportId]);
  const [standing] = useState({
    roundId: initial.id,
    outdated: wasOutdated,
    seq: round.journalSeq,
    entries: [],
  });
  const { outdated } = useStanding(report, round, standing);
  const review = useReview(round, material, initialFilter);
  const { rows, shown, row, filter, setFilter, decisions, own } = review;
  const actions = useReviewActions(review, round);
  const { isReviewer, refusal } = actions;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const isLater = round.number > 1;

  const panel = useRef<HTMLElement>(null);
  const key = row?.item.key;
  const { current } = review;
  useEffect(() => {
    if (!current.isWalked) return;
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: "start" });
  }, [current]);

  useReviewKeys({
    j: review.next,
    k: review.previous,
    n: review.nextOpen,
    a: actions.accept,
    r: actions.askReturn,
    u: () => actions.takeBack(own),
    o: () => panel.current?.querySelector<HTMLElement>("[data-open-passage], figcaption a")?.click(),
    h: () => setHistoryOpen(!isHistoryOpen),
    c: () => panel.current?.querySelector<HTMLElement>("[data-card-comment]")?.focus(),
    "?": () => setHelping(true),
  });

  const choose = (chosen: string) => {
    setListOpen(false);
    review.go(chosen);
  };
  const list = (
    <>
      <div className="flex flex-col gap-2 border-b border-line p-3">
        <ReviewProgress round={round} rows={rows} shown={shown.length} filter={filter} onFilter={setFilter} />
        <ReviewFilters {...{ filter, rows, isLater }} onFilter={setFilter} />
        {isReviewer && round.status === "in_review" && (
          <div>
            <BulkAccept
              shown={shown.length}
              open={shown.filter(({ filtered }) => filtered.isMine).length}
              plan={review.plan}
              onAccept={(all) => decisions.accept(all.map(({ item }) => item))}
            />
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <div className="p-3">
          <NothingShown isLater={isLater} filter={filter} onFilter={setFilter} />
        </div>
      ) : (
        <ReviewList rows={shown} currentKey={key ?? ""} isLater={isLater} onChoose={choose} />
      )}
    </>
  );

  return (
    <div
      // From here on keys are heard.
      data-review-ready={isReady || undefined}
      className="mx-auto w-full max-w-7xl px-4 py-6 sm:px-6"
    >
      <ReviewHead {...{ round, frozen, outdated, isReviewer }} onHelp={() => setHelping(true)} />
      {decisions.refused && (
        <div className="mb-4">
          <ErrorNotice
            error={decisions.refused.error}
            kept="This was not decided; your other decisions are kept."
            actions={
              <>
                {decisions.refused.keys[0] && (
                  <Button size="sm" onClick={() => review.go(decisions.refused?.keys[0] ?? "")}>
                    Show the item
                  </Button>
                )}
                <Button size="sm" look="quiet" onClick={decisions.forgetRefusal}>
                  Close
                </Button>
              </>
            }
          />
        </div>
      )}
      <div className="lg:grid lg:grid-cols-[21rem_minmax(0,1fr)] lg:gap-6">
        <aside
          aria-label="Items of the round"
          className="stet-card sticky top-3 hidden h-[calc(100dvh-1.5rem)] flex-col self-start overflow-hidden lg:flex"
        >
          {list}
        </aside>
        <div className="min-w-0">
          <div className="sticky top-0 z-10 -mx-4 mb-3 flex items-center gap-2 border-b border-line bg-paper px-4 py-2 sm:-mx-6 sm:px-6 lg:static lg:mx-0 lg:border-0 lg:bg-transparent lg:p-0">
            <Button size="sm" className="lg:hidden" onClick={() => setListOpen(true)}>
              <List aria-hidden size={15} /> List
            </Button>
            <ReviewPlace row={row} shown={shown} onNext={review.next} onPrevious={review.previous} />
          </div>
          {row ? (
            <article
              ref={panel}
              tabIndex={-1}
              aria-current="step"
              aria-label={`${row.item.type === "annotation" ? "Annotation" : "Link"} ${row.item.place + 1} of ${rows.length}`}
              className="scroll-mt-14 rounded-lg outline-offset-4"
            >
              <ReviewItemView
                key={row.item.key}
                row={row}
                before={material.before[row.item.key]}
                dossierId={round.dossierId}
                decisions={decisions.byKey}
                {...{ isLater, isHistoryOpen }}
                hasChanged={review.hasChanged && round.status === "in_review"}
                onHistory={setHistoryOpen}
                onGo={review.go}
              />
              <DecisionBar
                {...{ row, refusal }}
                isSending={decisions.sending > 0}
                isOwn={actions.isOwn}
                onAccept={actions.accept}
                onReturn={actions.askReturn}
                onTakeBack={() => actions.takeBack([row.decision])}
              />
            </article>
          ) : (
            <EmptyState icon={SearchX} title="This round has no items" />
          )}
          <GoneItems gone={material.gone} />
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
        </div>
      </div>
      {isListOpen && (
        <Dialog open onOpenChange={setListOpen} title="Items of the round">
          <div className="-mx-5 -my-4 flex h-[75dvh] flex-col">{list}</div>
        </Dialog>
      )}
      <ReviewDialogs actions={actions} roundId={round.id} />
      {isHelping && <ReviewHelp onClose={() => setHelping(false)} />}
    </div>
  );
}
