import type { Article as ArticleRow, ClearedSentence as ClearedRow } from "@/lib/db/generated/client";
import type { Article, ClearedSentence } from "./schema";

export function presentArticle(row: ArticleRow & { revisionId: string }): Article {
  return {
    id: row.id,
    dossierId: row.dossierId,
    title: row.title,
    outlet: row.outlet,
    byline: row.byline,
    url: row.url,
    publishedOn: row.publishedOn?.toISOString().slice(0, 10) ?? null,
    language: row.language,
    direction: row.direction,
    revisionId: row.revisionId,
    ...(row.independent && { independent: true as const }),
    version: row.version,
    createdBy: row.createdById,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

export function presentClearedSentence(row: ClearedRow & { articleId: string }): ClearedSentence {
  const { articleId, revisionId, start, end, clearedById, clearedAt } = row;
  return { articleId, revisionId, start, end, clearedBy: clearedById, clearedAt: clearedAt.toISOString() };
}
