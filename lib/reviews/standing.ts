import { itemKey } from "./itemHash";
import type { Round, RoundItem } from "./schema";

/**
 * How an item of a round stands to the rounds before it.
 * - `new`: nobody ever decided on it
 * - `changed`: it was accepted, and says something else now, or was changed by whoever accepted it
 * - `fixed`: it was returned and changed since: to be seen again
 * - `returned-unchanged`: it was returned and is as it was
 * - `carried`: it was accepted as it is; that decision stands
 */
export const standings = ["new", "changed", "fixed", "returned-unchanged", "carried"] as const;
export type Standing = (typeof standings)[number];

/** The last decision on an item, and the round it was made in or, when carried, stands from. */
export type LastDecision = {
  item: Pick<
    RoundItem,
    "contentHash" | "decision" | "reason" | "suggestion" | "decidedBy" | "decidedAt" | "carriedFrom"
  >;
  roundId: string;
  number: number;
};

type Rounds = readonly Pick<Round, "id" | "number" | "items">[];

/** By `itemKey`, the last decision of each item in these rounds of one report, in whatever order they come. */
export function lastDecisions(rounds: Rounds): Map<string, LastDecision> {
  const last = new Map<string, LastDecision>();
  for (const { id: roundId, number, items } of rounds.toSorted((a, b) => a.number - b.number)) {
    for (const item of items) {
      if (item.decision !== null) last.set(itemKey(item), { item, roundId, number });
    }
  }
  return last;
}

/** How an item stands, given the last decision on it before this round. */
export function standingOf(
  { contentHash, makers }: Pick<RoundItem, "contentHash" | "makers">,
  last: LastDecision | undefined,
): Standing {
  if (!last) return "new";
  // Rounds from before items had hashes prove nothing about them.
  const isSame = contentHash !== "" && contentHash === last.item.contentHash;
  if (last.item.decision === "returned") return isSame ? "returned-unchanged" : "fixed";
  const decider = last.item.decidedBy;
  return isSame && decider !== null && !makers.includes(decider) ? "carried" : "changed";
}

/** By `itemKey`, how every item of a round stands to the report's earlier ones among `rounds`. */
export function standingsOf(
  round: Pick<Round, "number" | "items">,
  rounds: Rounds,
): Map<string, { standing: Standing; last: LastDecision | undefined }> {
  const before = lastDecisions(rounds.filter(({ number }) => number < round.number));
  return new Map(
    round.items.map((item) => {
      const last = before.get(itemKey(item));
      return [itemKey(item), { standing: standingOf(item, last), last }];
    }),
  );
}
