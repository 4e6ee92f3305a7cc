import { type Actor, refusalOf } from "@/lib/auth/policy";
import type { Round, RoundItem } from "@/lib/reviews/schema";
import { type LastDecision, type Standing, standingsOf } from "@/lib/reviews/standing";
import type { Filtered } from "./reviewFilter";
import type { ReviewItem } from "./reviewItems";

/** An item with how it stands to earlier rounds, and what is decided on it in this one. */
export type ReviewRow = {
  item: ReviewItem;
  decision: RoundItem;
  standing: Standing;
  /** The last decision on it before this round. */
  last: LastDecision | undefined;
  /** Why this person may not decide on it, as a sentence; null when they may. */
  refusal: string | null;
  filtered: Filtered;
};

/** @param byKey the round's items with what is on its way laid over */
export function reviewRows(
  items: readonly ReviewItem[],
  round: Pick<Round, "number" | "items" | "status">,
  rounds: readonly Round[],
  byKey: ReadonlyMap<string, RoundItem>,
  actor: Actor,
): ReviewRow[] {
  const standings = standingsOf(round, rounds);
  return items.flatMap((item): ReviewRow[] => {
    const decision = byKey.get(item.key);
    if (!decision) return [];
    const { standing = "new", last } = standings.get(item.key) ?? {};
    const { makers } = decision;
    const refusal = refusalOf(actor, "round.decide", { makers, roundStatus: round.status });
    const filtered: Filtered = {
      articles: articlesOf(item),
      kind: item.type === "link" ? "link" : item.passage.annotation.kind,
      ...{ standing, decision: decision.decision ?? "undecided", makers },
      isMine: refusal === null && decision.decision === null,
    };
    return [{ item, decision, standing, last, refusal, filtered }];
  });
}

function articlesOf(item: ReviewItem): string[] {
  const passages = item.type === "link" ? [item.from, item.to] : [item.passage];
  return [...new Set(passages.map(({ article }) => article.id))];
}

/** What accepting all of these would do: those to accept, and why the others are left out, with how many of each. */
export type BulkPlan = { accept: ReviewRow[]; left: { why: string; count: number }[] };

/** @param hasChanged whether an item says something else by now than what was frozen: the server refuses it */
export function bulkPlan(
  rows: readonly ReviewRow[],
  hasChanged: (row: ReviewRow) => boolean,
  userId: string,
): BulkPlan {
  const accept: ReviewRow[] = [];
  const left = new Map<string, number>();
  for (const row of rows) {
    const why = whyNot(row, hasChanged, userId);
    if (why === null) accept.push(row);
    else left.set(why, (left.get(why) ?? 0) + 1);
  }
  return { accept, left: [...left].map(([why, count]) => ({ why, count })) };
}

function whyNot(row: ReviewRow, hasChanged: (row: ReviewRow) => boolean, userId: string): string | null {
  const { decision, refusal } = row;
  if (decision.decision === "accepted") return "accepted already";
  if (refusal !== null) return decision.makers.includes(userId) ? "made or last changed by you" : refusal;
  if (decision.decision === "returned") return "returned: that is decided one by one";
  if (hasChanged(row)) return "changed since the round was submitted";
  return null;
}

/** The nearest one after `place` that is to be decided by this person, going around the end; undefined when there is none. */
export function nextUndecided(rows: readonly ReviewRow[], place: number): ReviewRow | undefined {
  const open = rows.filter(({ filtered }) => filtered.isMine);
  return open.find(({ item }) => item.place > place) ?? open.find(({ item }) => item.place !== place);
}
