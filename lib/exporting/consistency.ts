import { sha256Hex } from "@/lib/journal/canonical";
import type { Snapshot, SnapshotAnnotation, SnapshotArticle } from "@/lib/reports/snapshot";
import { canonicalText } from "@/lib/text/canonical";
import { articleDocument } from "@/lib/text/document";

/**
 * What a snapshot says that cannot be true of a real one, as sentences; empty when it holds together.
 * A signature over a snapshot with faults would be a signature over passages nobody could have seen.
 */
export function snapshotFaults(snapshot: Snapshot): string[] {
  const articles = new Map(snapshot.articles.map((article) => [article.id, article]));
  const annotations = new Set(snapshot.annotations.map((annotation) => annotation.id));
  return [
    ...repeatedIds(snapshot),
    ...snapshot.articles.flatMap(articleFaults),
    ...snapshot.annotations.flatMap((annotation) => annotationFaults(annotation, articles)),
    ...snapshot.evidence
      .filter((item) => !annotations.has(item.annotationId))
      .map((item) => `Evidence ${item.id} belongs to an annotation that is not in the report.`),
    ...snapshot.links
      .filter((link) => link.from === link.to || !annotations.has(link.from) || !annotations.has(link.to))
      .map((link) => `Link ${link.id} does not join two annotations of the report.`),
  ];
}

function articleFaults(article: SnapshotArticle): string[] {
  const { revision } = article;
  const name = `The text of the article “${article.title}”`;
  if (sha256Hex(revision.text) !== revision.sha256) return [`${name} is not the text that its hash names.`];
  const document = articleDocument.safeParse(revision.document);
  if (!document.success) return [`${name} has a document that Stet does not know.`];
  return canonicalText(document.data) === revision.text ? [] : [`${name} differs from its own document.`];
}

function annotationFaults(annotation: SnapshotAnnotation, articles: Map<string, SnapshotArticle>): string[] {
  const { articleId, revisionId, start, end, exact } = annotation;
  const revision = articles.get(articleId)?.revision;
  if (revision?.id !== revisionId) {
    return [`Annotation ${annotation.id} belongs to an article text that is not in the report.`];
  }
  const isQuote = start >= 0 && start < end && end <= revision.text.length;
  return isQuote && revision.text.slice(start, end) === exact
    ? []
    : [`The quote of annotation ${annotation.id} is not what stands at its place in the article.`];
}

function repeatedIds(snapshot: Snapshot): string[] {
  const { people, articles, annotations, evidence, links } = snapshot;
  const isRepeated = [people, articles, annotations, evidence, links].some(
    (list) => new Set(list.map((item) => item.id)).size !== list.length,
  );
  return isRepeated ? ["Two things in the report carry the same id."] : [];
}
