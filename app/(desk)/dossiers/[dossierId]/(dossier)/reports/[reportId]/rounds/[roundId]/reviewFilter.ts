import { type Kind, kinds } from "@/lib/annotations/kinds";
import { type Standing, standings } from "@/lib/reviews/standing";

export const itemKinds = [...kinds, "link"] as const;
export type ItemKind = Kind | "link";
export const decisionStates = ["undecided", "accepted", "returned"] as const;
export type DecisionState = (typeof decisionStates)[number];

/** What a review is narrowed to; an empty list is no narrowing. */
export type ReviewFilter = {
  article: readonly string[];
  kind: readonly ItemKind[];
  standing: readonly Standing[];
  decision: readonly DecisionState[];
  maker: readonly string[];
  /** Only what this person may decide on and nobody has. */
  isMine: boolean;
  /** In a later round: what was carried over, too. */
  isWhole: boolean;
};

/** What a filter asks of an item. */
export type Filtered = {
  articles: readonly string[];
  kind: ItemKind;
  standing: Standing;
  decision: DecisionState;
  makers: readonly string[];
  isMine: boolean;
};

export const noFilter: ReviewFilter = {
  ...{ article: [], kind: [], standing: [], decision: [], maker: [], isMine: false, isWhole: false },
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The filter that an address carries; what means nothing in it is left out. */
export function parseReviewFilter(params: URLSearchParams): ReviewFilter {
  const said = (name: string) => (params.get(name) ?? "").split(",").filter(Boolean);
  const known = <T extends string>(name: string, values: readonly T[]) =>
    values.filter((value) => said(name).includes(value));
  const ids = (name: string) => [...new Set(said(name))].filter((one) => UUID.test(one));
  return {
    article: ids("article"),
    kind: known("kind", itemKinds),
    standing: known("standing", standings),
    decision: known("decision", decisionStates),
    maker: ids("maker"),
    isMine: params.get("mine") === "1",
    isWhole: params.get("all") === "1",
  };
}

/** The same as a query, without its question mark; empty for no narrowing. */
export function formatReviewFilter({ isMine, isWhole, ...lists }: ReviewFilter): string {
  const parts = Object.entries(lists).flatMap(([name, values]) =>
    values.length > 0 ? [`${name}=${values.join(",")}`] : [],
  );
  return [...parts, ...(isMine ? ["mine=1"] : []), ...(isWhole ? ["all=1"] : [])].join("&");
}

/** How many things narrow it; whether carried items are shown is not one. */
export function narrowings({ article, kind, standing, decision, maker, isMine }: ReviewFilter): number {
  return [article, kind, standing, decision, maker].filter((one) => one.length > 0).length + (isMine ? 1 : 0);
}

export function passes(filter: ReviewFilter, item: Filtered): boolean {
  const { article, kind, standing, decision, maker, isMine, isWhole } = filter;
  const isAny = <T>(wanted: readonly T[], has: readonly T[]) =>
    wanted.length === 0 || has.some((one) => wanted.includes(one));
  // Whoever asks for what was carried over sees it.
  const hidesCarried = !isWhole && !standing.includes("carried");
  return (
    !(hidesCarried && item.standing === "carried") &&
    isAny(article, item.articles) &&
    isAny(kind, [item.kind]) &&
    isAny(standing, [item.standing]) &&
    isAny(decision, [item.decision]) &&
    isAny(maker, item.makers) &&
    (!isMine || item.isMine)
  );
}
