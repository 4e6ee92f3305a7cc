"use client";

import { useState } from "react";
import { toast } from "sonner";
import { can } from "@/lib/auth/policy";
import { useActor } from "@/lib/live/useDossier";
import type { Round, RoundItem } from "@/lib/reviews/schema";
import type { ReviewRow } from "./reviewRows";
import type { useReview } from "./useReview";

/** What can be done to the item in hand, by button or key, and what is being asked before it is done. */
export function useReviewActions(review: ReturnType<typeof useReview>, round: Round) {
  const actor = useActor();
  const { row, decisions, hasChanged } = review;
  const [returning, setReturning] = useState<ReviewRow | null>(null);
  const [takingBack, setTakingBack] = useState<readonly RoundItem[] | null>(null);
  const isReviewer = can({ ...actor, userId: "" }, "round.decide");
  const isOpen = round.status === "in_review";
  const refusal = !row || !isOpen || !isReviewer ? "" : (row.refusal ?? (hasChanged ? CHANGED : null));
  const own = row?.decision.decidedBy === actor.userId && row.decision.carriedFrom === null;
  return {
    ...{ returning, takingBack, isReviewer, refusal },
    /** Whether the decision on the item in hand can be taken back by this person. */
    isOwn: isOpen && own,
    /** What this person gave as reason and suggestion when they returned it before. */
    said: (of: ReviewRow) => (of.decision.decidedBy === actor.userId ? of.decision : NOTHING),
    accept() {
      if (!row || refusal !== null || row.decision.decision === "accepted") return;
      if (row.decision.decision === "returned" && row.decision.decidedBy !== actor.userId) {
        toast("Another reviewer returned this: they take it back themselves.");
        return;
      }
      review.nextOpen();
      void decisions.accept([row.item]);
    },
    askReturn: () => row && refusal === null && setReturning(row),
    dropReturn: () => setReturning(null),
    returnIt(of: ReviewRow, reason: string, suggestion: string) {
      review.nextOpen();
      return decisions.returnOne(of.item, reason, suggestion);
    },
    /** One at once; many, which were decided in one go, after a question. */
    takeBack(items: readonly RoundItem[]) {
      const [only] = items;
      if (!only) return void toast("There is no decision of yours to take back.");
      if (items.length > 1) return setTakingBack(items);
      void decisions.takeBack(items);
      review.go(`${only.type}:${only.id}`);
    },
    dropTakingBack: () => setTakingBack(null),
    takeAllBack(items: readonly RoundItem[]) {
      setTakingBack(null);
      void decisions.takeBack(items);
    },
  };
}

const CHANGED = "It was changed since: a new round decides on it.";
const NOTHING = { reason: "", suggestion: "" };
