import type { SnapshotAnnotation, SnapshotEvidence, SnapshotLink } from "@/lib/reports/snapshot";
import { itemKey } from "@/lib/reviews/itemHash";
import type { ReviewArticle, ReviewMaterial } from "@/lib/reviews/material";
import { grouped } from "@/lib/text/grouped";

/** A passage and the article it stands in. */
export type ReviewPassage = { annotation: SnapshotAnnotation; article: ReviewArticle };

/** A link of an annotation, seen from it. */
export type LinkSeen = { link: SnapshotLink; other: ReviewPassage; isFrom: boolean };

/** One thing to decide on, with everything that is needed for deciding; `place` is its number in the round, from 0. */
export type ReviewItem = { id: string; key: string; place: number } & (
  | { type: "annotation"; passage: ReviewPassage; evidence: readonly SnapshotEvidence[]; links: LinkSeen[] }
  | { type: "link"; link: SnapshotLink; from: ReviewPassage; to: ReviewPassage }
);

type Material = Pick<ReviewMaterial, "articles" | "annotations" | "evidence" | "links">;

/** What a round froze, item by item: annotations in reading order, then links. */
export function reviewItems({ articles, annotations, evidence, links }: Material): ReviewItem[] {
  const articleById = new Map(articles.map((article) => [article.id, article]));
  const sources = grouped(evidence, ({ annotationId }) => annotationId);
  const passages = new Map<string, ReviewPassage>();
  for (const annotation of annotations) {
    const article = articleById.get(annotation.articleId);
    if (article) passages.set(annotation.id, { annotation, article });
  }
  const seen = new Map<string, LinkSeen[]>();
  for (const link of links) {
    const [from, to] = [passages.get(link.from), passages.get(link.to)];
    if (!from || !to) continue;
    seen.set(link.from, [...(seen.get(link.from) ?? []), { link, other: to, isFrom: true }]);
    seen.set(link.to, [...(seen.get(link.to) ?? []), { link, other: from, isFrom: false }]);
  }
  const items: ReviewItem[] = [];
  for (const [id, passage] of passages) {
    items.push({
      ...{ type: "annotation", id, key: itemKey({ type: "annotation", id }), place: items.length },
      ...{ passage, evidence: sources.get(id) ?? [], links: seen.get(id) ?? [] },
    });
  }
  for (const link of links) {
    const [from, to] = [passages.get(link.from), passages.get(link.to)];
    if (!from || !to) continue;
    const { id } = link;
    items.push({
      type: "link",
      id,
      key: itemKey({ type: "link", id }),
      place: items.length,
      link,
      from,
      to,
    });
  }
  return items;
}

/** UTF-16 units of the article shown on either side of a passage. */
const CONTEXT = 220;

/** The words before and after a passage, from and to the edge of a word; an ellipsis where the article goes on. */
export function wordsAround({ annotation: { start, end }, article: { text } }: ReviewPassage): {
  before: string;
  after: string;
} {
  const head = text.slice(Math.max(0, start - CONTEXT), start);
  const tail = text.slice(end, end + CONTEXT);
  return {
    before: start <= CONTEXT ? head : `… ${head.replace(/^\S*\s+/, "")}`,
    after: text.length - end <= CONTEXT ? tail : `${tail.replace(/\s+\S*$/, "")} …`,
  };
}
