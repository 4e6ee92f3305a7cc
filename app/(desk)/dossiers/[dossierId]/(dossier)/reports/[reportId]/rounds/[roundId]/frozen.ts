import type { Kind } from "@/lib/annotations/kinds";
import type { OpenPoint, Snapshot } from "@/lib/reports/snapshot";
import { relationWords, shortened } from "../../../../../../../words";

/** Something in a round that can be spoken of by itself. */
export type FrozenThing = { type: "annotation" | "link" | "report"; id: string; words: string };

/** What a round froze, as far as the panel says it in words. */
export type Frozen = {
  title: string;
  memo: string;
  waiver: string;
  articles: number;
  annotations: number;
  kinds: Record<Kind, number>;
  evidence: number;
  links: number;
  contradictions: number;
  cleared: number;
  openPoints: readonly (OpenPoint & { words: string })[];
  things: readonly FrozenThing[];
};

export function frozenOf(snapshot: Snapshot): Frozen {
  const { report, annotations, evidence, links, articles, cleared, waiver, openPoints = [] } = snapshot;
  const exact = new Map(annotations.map((annotation) => [annotation.id, shortened(annotation.exact)]));
  const quote = (id: string) => `“${exact.get(id) ?? ""}”`;
  const things: FrozenThing[] = [
    { type: "report", id: report.id, words: report.title },
    ...annotations.map(({ id }) => ({ type: "annotation" as const, id, words: quote(id) })),
    ...links.map(({ id, from, to, relation }) => ({
      ...{ type: "link" as const, id },
      words: `${quote(from)} ${relationWords[relation]} ${quote(to)}`,
    })),
  ];
  const words = new Map(things.map((thing) => [thing.id, thing.words]));
  for (const article of articles) words.set(article.id, article.title);
  for (const source of evidence) words.set(source.id, source.title);
  const ofKind = (kind: Kind) => annotations.filter((annotation) => annotation.kind === kind).length;
  return {
    ...{ title: report.title, memo: report.memo, waiver },
    ...{ articles: articles.length, annotations: annotations.length },
    ...{ evidence: evidence.length, links: links.length, cleared: cleared.length },
    kinds: {
      claim: ofKind("claim"),
      figure: ofKind("figure"),
      official_statement: ofKind("official_statement"),
    },
    contradictions: links.filter(({ relation }) => relation === "contradicts").length,
    openPoints: openPoints.map((point) => ({ ...point, words: words.get(point.on.id) ?? "" })),
    things,
  };
}
