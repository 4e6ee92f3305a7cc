import type { Snapshot, SnapshotAnnotation, SnapshotEvidence } from "@/lib/reports/snapshot";
import { grouped } from "@/lib/text/grouped";
import type { LinkWithWords } from "./itemDifference";
import { type ItemType, itemHashes, itemKey } from "./itemHash";
import type { Round } from "./schema";
import { standingsOf } from "./standing";

/** An article as a reviewer needs it, its text once however many items are in it. */
export type ReviewArticle = {
  id: string;
  title: string;
  outlet: string | null;
  byline: string | null;
  publishedOn: string | null;
  language: string;
  direction: "ltr" | "rtl";
  /** Canonical text: offsets of annotations count UTF-16 units in it. */
  text: string;
};

/** What an item said in the earlier round that it is compared with, which was round `number`. */
export type Before = { number: number } & (
  | { type: "annotation"; annotation: SnapshotAnnotation; evidence: SnapshotEvidence[] }
  | ({ type: "link" } & LinkWithWords)
);

/** An item of the round before that is not in this one: deleted since, or its article left the report. */
export type Gone = { type: ItemType; id: string; number: number; words: string; of: string };

/** All that a review shows of what was frozen: the round, and of earlier ones only what differs. */
export type ReviewMaterial = Pick<Snapshot, "annotations" | "evidence" | "links"> & {
  articles: ReviewArticle[];
  /** By `itemKey`; absent for what is as it was, or was not there. */
  before: Record<string, Before>;
  gone: Gone[];
};

/** An earlier round with what it froze. */
export type EarlierRound = { id: string; number: number; snapshot: Snapshot };

/**
 * Which earlier rounds a review compares with, by id: where an item was last decided on, that round; else the one
 * before this.
 */
export function comparedRounds(round: Pick<Round, "number" | "items">, rounds: readonly Round[]): string[] {
  const previous = roundBefore(round, rounds);
  if (!previous) return [];
  const ids = [...standingsOf(round, rounds).values()].map(({ last }) => last?.roundId ?? previous.id);
  return [...new Set([previous.id, ...ids])];
}

/** @param earlier what {@link comparedRounds} names */
export function reviewMaterial(
  round: Pick<Round, "number" | "items">,
  snapshot: Snapshot,
  rounds: readonly Round[],
  earlier: readonly EarlierRound[],
): ReviewMaterial {
  const { annotations, evidence, links } = snapshot;
  const articles = snapshot.articles.map(({ id, title, outlet, byline, publishedOn, revision, ...rest }) => {
    const { language, direction } = rest;
    return { id, title, outlet, byline, publishedOn, language, direction, text: revision.text };
  });
  const previous = roundBefore(round, rounds);
  const now = itemHashes(snapshot);
  const compared = new Map(earlier.map((one) => [one.id, { ...one, things: thingsOf(one) }]));
  const before: Record<string, Before> = {};
  for (const [key, { last }] of standingsOf(round, rounds)) {
    const known = compared.get(last?.roundId ?? previous?.id ?? "")?.things.get(key);
    if (known && known.hash !== now.get(key)) before[key] = known.before;
  }
  const lost = [...(compared.get(previous?.id ?? "")?.things ?? [])].filter(([key]) => !now.has(key));
  return { articles, annotations, evidence, links, before, gone: lost.map(([, { gone }]) => gone) };
}

function roundBefore({ number }: Pick<Round, "number">, rounds: readonly Round[]): Round | undefined {
  return rounds.filter((one) => one.number < number).toSorted((a, b) => b.number - a.number)[0];
}

type Thing = { hash: string; before: Before; gone: Gone };

/** By `itemKey`, what was in an earlier round. */
function thingsOf({ number, snapshot }: EarlierRound): Map<string, Thing> {
  const hashes = itemHashes(snapshot);
  const sources = grouped(snapshot.evidence, ({ annotationId }) => annotationId);
  const titles = new Map(snapshot.articles.map(({ id, title }) => [id, title]));
  const words = new Map(snapshot.annotations.map(({ id, exact }) => [id, exact]));
  const things = new Map<string, Thing>();
  const put = (item: { type: ItemType; id: string }, before: Before, said: Pick<Gone, "words" | "of">) => {
    const key = itemKey(item);
    things.set(key, { hash: hashes.get(key) ?? "", before, gone: { ...item, number, ...said } });
  };
  for (const annotation of snapshot.annotations) {
    const { id, articleId, exact } = annotation;
    const evidence = sources.get(id) ?? [];
    const said = { words: exact, of: titles.get(articleId) ?? "" };
    put({ type: "annotation", id }, { type: "annotation", number, annotation, evidence }, said);
  }
  for (const link of snapshot.links) {
    const [from, to] = [words.get(link.from) ?? "", words.get(link.to) ?? ""];
    const said = { words: from, of: to };
    put({ type: "link", id: link.id }, { type: "link", number, link, from, to }, said);
  }
  return things;
}
