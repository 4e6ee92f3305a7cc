import type { DossierState } from "@/lib/journal/apply";
import type { Entry } from "@/lib/journal/entries";
import type { ReportHead } from "@/lib/reports/schema";

/**
 * Whether an entry changes something that a round of the report covers: its own words, its articles, their
 * cleared sentences, annotations, evidence and links. It says when to ask the server again, which alone decides whether
 * a round is outdated, and by what.
 */
export function covers(report: ReportHead, state: DossierState, entry: Entry): boolean {
  const isIn = (articleId: string | undefined) =>
    articleId !== undefined && report.articles.includes(articleId);
  const articleOf = (annotationId: string) => state.annotations[annotationId]?.articleId;
  switch (entry.type) {
    case "dossier.changed":
      return true;
    case "report.changed":
    case "report.deleted":
      return entry.payload.report.id === report.id;
    case "memo.edited":
      return entry.payload.reportId === report.id;
    case "article.changed":
    case "article.deleted":
      return isIn(entry.payload.article.id);
    case "sentence.cleared":
    case "sentence.reopened":
      return isIn(entry.payload.sentence.articleId);
    case "annotation.created":
    case "annotation.changed":
    case "annotation.deleted":
    case "annotation.restored":
      return isIn(entry.payload.annotation.articleId);
    case "evidence.added":
    case "evidence.changed":
    case "evidence.deleted":
    case "evidence.restored":
      return isIn(articleOf(entry.payload.evidence.annotationId));
    case "link.created":
    case "link.changed":
    case "link.deleted":
    case "link.restored":
      return isIn(articleOf(entry.payload.link.from)) || isIn(articleOf(entry.payload.link.to));
    default:
      return false;
  }
}
