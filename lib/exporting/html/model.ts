import type { Envelope } from "@/lib/exporting/envelope";
import type {
  Snapshot,
  SnapshotAnnotation,
  SnapshotArticle,
  SnapshotEvidence,
  SnapshotLink,
} from "@/lib/reports/snapshot";
import { grouped } from "@/lib/text/grouped";

/** An annotation with all that the page says about it. `number` counts from 1 through the whole report. */
export type Note = {
  annotation: SnapshotAnnotation;
  article: SnapshotArticle;
  number: number;
  evidence: SnapshotEvidence[];
  links: NoteLink[];
  /** Whether a contradiction that nobody dismissed ends here. */
  isContradicted: boolean;
};
/** A link seen from one of its ends. */
export type NoteLink = { link: SnapshotLink; other: SnapshotAnnotation; isFrom: boolean };

export type ReportPage = {
  envelope: Envelope;
  snapshot: Snapshot;
  articles: { article: SnapshotArticle; notes: Note[] }[];
  /** By annotation id. */
  notes: Map<string, Note>;
  contradictions: SnapshotLink[];
  otherLinks: SnapshotLink[];
  nameOf(personId: string): string;
};

/** Everything that the parts of the page look up, found once. */
export function reportPage(envelope: Envelope): ReportPage {
  const { snapshot } = envelope;
  const names = new Map(snapshot.people.map((person) => [person.id, person.name]));
  const annotations = new Map(snapshot.annotations.map((annotation) => [annotation.id, annotation]));
  const links = snapshot.links.filter((link) => annotations.has(link.from) && annotations.has(link.to));
  const evidence = grouped(snapshot.evidence, (item) => item.annotationId);
  const ends = linkEnds(links, annotations);
  const byArticle = grouped(snapshot.annotations, (annotation) => annotation.articleId);
  const notes = new Map<string, Note>();
  const articles = snapshot.articles.map((article) => {
    const inOrder = (byArticle.get(article.id) ?? []).toSorted(byPlace).map((annotation) => {
      const seen = ends.get(annotation.id) ?? [];
      const note: Note = {
        annotation,
        article,
        number: notes.size + 1,
        evidence: evidence.get(annotation.id) ?? [],
        links: seen,
        isContradicted: seen.some(
          ({ link }) => link.relation === "contradicts" && link.status !== "dismissed",
        ),
      };
      notes.set(annotation.id, note);
      return note;
    });
    return { article, notes: inOrder };
  });
  return {
    envelope,
    snapshot,
    articles,
    notes,
    contradictions: links.filter((link) => link.relation === "contradicts"),
    otherLinks: links.filter((link) => link.relation !== "contradicts"),
    nameOf: (personId) => names.get(personId) ?? "a person not named here",
  };
}

/** Anchors within the page. Made from ids, so that an address keeps pointing at the same passage. */
export const anchors = {
  passage: (annotationId: string) => `passage-${annotationId}`,
  note: (annotationId: string) => `note-${annotationId}`,
  link: (linkId: string) => `link-${linkId}`,
  article: (articleId: string) => `article-${articleId}`,
};

function linkEnds(links: SnapshotLink[], annotations: Map<string, SnapshotAnnotation>) {
  const ends = new Map<string, NoteLink[]>();
  const add = (link: SnapshotLink, end: string, otherEnd: string, isFrom: boolean): void => {
    const other = annotations.get(otherEnd);
    if (other) ends.set(end, [...(ends.get(end) ?? []), { link, other, isFrom }]);
  };
  for (const link of links) {
    add(link, link.from, link.to, true);
    add(link, link.to, link.from, false);
  }
  return ends;
}

function byPlace(a: SnapshotAnnotation, b: SnapshotAnnotation): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);
}
