import type { Snapshot, SnapshotAnnotation, SnapshotEvidence, SnapshotLink } from "@/lib/reports/snapshot";

/** UTF-16 units of the article shown on either side of a passage. */
const CONTEXT = 220;

/** A passage with the words around it, as the reviewer reads it. */
export type ReviewPassage = {
  annotation: SnapshotAnnotation;
  before: string;
  after: string;
  article: {
    id: string;
    title: string;
    outlet: string | null;
    publishedOn: string | null;
    language: string;
    direction: "ltr" | "rtl";
  };
};

/** One thing to decide on, with everything that is needed for deciding. */
export type ReviewItem = { id: string; key: string } & (
  | { type: "annotation"; passage: ReviewPassage; evidence: SnapshotEvidence[]; links: SnapshotLink[] }
  | { type: "link"; link: SnapshotLink; from: ReviewPassage; to: ReviewPassage }
);

/** What a round froze, item by item: annotations in reading order, then links. Without the articles' whole texts. */
export function reviewItems(snapshot: Snapshot): ReviewItem[] {
  const articles = new Map(snapshot.articles.map((article) => [article.id, article]));
  const passages = new Map<string, ReviewPassage>();
  for (const annotation of snapshot.annotations) {
    const article = articles.get(annotation.articleId);
    if (!article) continue;
    const { id, title, outlet, publishedOn, language, direction, revision } = article;
    passages.set(annotation.id, {
      annotation,
      before: contextBefore(revision.text, annotation.start),
      after: contextAfter(revision.text, annotation.end),
      article: { id, title, outlet, publishedOn, language, direction },
    });
  }
  const annotations = [...passages.values()].map((passage): ReviewItem => {
    const { id } = passage.annotation;
    const evidence = snapshot.evidence.filter((source) => source.annotationId === id);
    const links = snapshot.links.filter((link) => link.from === id || link.to === id);
    return { type: "annotation", id, key: `annotation:${id}`, passage, evidence, links };
  });
  const links = snapshot.links.flatMap((link): ReviewItem[] => {
    const from = passages.get(link.from);
    const to = passages.get(link.to);
    return from && to ? [{ type: "link", id: link.id, key: `link:${link.id}`, link, from, to }] : [];
  });
  return [...annotations, ...links];
}

/** The words before, from the start of a word; an ellipsis where the article goes on. */
function contextBefore(text: string, start: number): string {
  if (start <= CONTEXT) return text.slice(0, start);
  return `… ${text.slice(start - CONTEXT, start).replace(/^\S*\s+/, "")}`;
}

function contextAfter(text: string, end: number): string {
  if (text.length - end <= CONTEXT) return text.slice(end);
  return `${text.slice(end, end + CONTEXT).replace(/\s+\S*$/, "")} …`;
}
