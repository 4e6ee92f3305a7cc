"use client";

import { useCallback, useMemo } from "react";
import { useActor, useDossier } from "@/lib/live/useDossier";
import type { ReviewMaterial } from "@/lib/reviews/material";
import type { Round } from "@/lib/reviews/schema";
import { lastOwn } from "./decisionsHere";
import { passes, type ReviewFilter } from "./reviewFilter";
import { reviewItems } from "./reviewItems";
import { bulkPlan, nextUndecided, type ReviewRow, reviewRows } from "./reviewRows";
import { useChangedSince } from "./useChangedSince";
import { useCurrentItem } from "./useCurrentItem";
import { useDecisions } from "./useDecisions";
import { useReviewFilter } from "./useReviewFilter";

/** A review as one person sees it: its items, which are shown, which one is in hand, and what can be decided. */
export function useReview(round: Round, material: ReviewMaterial, initialFilter: ReviewFilter) {
  const actor = useActor();
  const { userId, role } = actor;
  const rounds = useDossier((state) =>
    Object.values(state.rounds).filter(({ reportId }) => reportId === round.reportId),
  );
  const decisions = useDecisions(round);
  const items = useMemo(() => reviewItems(material), [material]);
  const rows = useMemo(
    () => reviewRows(items, round, rounds, decisions.byKey, { userId, role }),
    [items, round, rounds, decisions.byKey, userId, role],
  );
  const [filter, setFilter] = useReviewFilter(initialFilter);
  const shown = useMemo(() => rows.filter(({ filtered }) => passes(filter, filtered)), [rows, filter]);
  const isThere = (key: string) => items.some((item) => item.key === key);
  const first = (nextUndecided(shown, -1) ?? shown[0] ?? rows[0])?.item.key ?? "";
  const [current, goTo] = useCurrentItem(round.id, userId, first, isThere);
  const row = rows.find(({ item }) => item.key === current.key);
  const changed = useChangedSince(row);
  const place = row?.item.place ?? -1;

  const go = useCallback((key: string) => goTo(key), [goTo]);
  /** At either end one stays, and the item takes the focus all the same. */
  const goRow = (to: ReviewRow | undefined) => go(to?.item.key ?? current.key);
  const own = round.status === "in_review" ? lastOwn([...decisions.byKey.values()], userId) : [];
  return {
    ...{ rows, shown, filter, setFilter, decisions, row, current },
    /** Of the item in hand. */
    hasChanged: changed.isCurrent,
    /** The last thing this person decided here: what taking back would take back. */
    own,
    go,
    next: () => goRow(shown.find(({ item }) => item.place > place)),
    previous: () => goRow(shown.findLast(({ item }) => item.place < place)),
    nextOpen: () => goRow(nextUndecided(shown, place) ?? nextUndecided(rows, place)),
    plan: () => bulkPlan(shown, changed.ask, userId),
  };
}
