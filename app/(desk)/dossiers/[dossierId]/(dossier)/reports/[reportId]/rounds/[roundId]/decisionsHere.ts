import { itemKey } from "@/lib/reviews/itemHash";
import type { DecisionValue, RoundItem } from "@/lib/reviews/schema";

/** A decision made here that the stream has not told of yet. null takes the last one back. */
export type Underway = {
  decision: DecisionValue | null;
  reason: string;
  suggestion: string;
  /** Once the server took it: when, as it will be told. Undefined before. */
  decidedAt?: string | null;
};

/** By `itemKey`. */
export type UnderwayByKey = ReadonlyMap<string, Underway>;

/** The items of a round as one who decides sees them: with what they decided and the server has not told yet. */
export function laidOver(
  items: readonly RoundItem[],
  underway: UnderwayByKey,
  userId: string,
): Map<string, RoundItem> {
  return new Map(
    items.map((item) => {
      const own = underway.get(itemKey(item));
      if (!own) return [itemKey(item), item];
      const { decision, reason, suggestion } = own;
      const decidedBy = decision && userId;
      const decidedAt = decision && (own.decidedAt ?? null);
      return [
        itemKey(item),
        { ...item, decision, reason, suggestion, carriedFrom: null, decidedBy, decidedAt },
      ];
    }),
  );
}

/** What is still to be laid over `items`: what the server took is dropped as soon as they tell it, or something later. */
export function stillUnderway(
  items: readonly RoundItem[],
  underway: UnderwayByKey,
  userId: string,
): UnderwayByKey {
  if (underway.size === 0) return underway;
  const told = new Map(items.map((item) => [itemKey(item), item]));
  const left = [...underway].filter(([key, own]) => {
    const item = told.get(key);
    if (!item || own.decidedAt === undefined) return item !== undefined;
    if (own.decidedAt === null) return item.decidedBy === userId;
    return item.decidedAt === null || item.decidedAt < own.decidedAt;
  });
  return left.length === underway.size ? underway : new Map(left);
}

/**
 * The last thing that a person decided in this round, as the keys of its items: those decided at the same moment were
 * decided as one. Empty when there is nothing of theirs to take back.
 */
export function lastOwn(items: readonly RoundItem[], userId: string): RoundItem[] {
  const own = items.filter(
    (item) => item.decidedBy === userId && item.carriedFrom === null && item.decidedAt,
  );
  const newest = own.reduce((last, { decidedAt }) => (decidedAt && decidedAt > last ? decidedAt : last), "");
  return own.filter(({ decidedAt }) => decidedAt === newest);
}
