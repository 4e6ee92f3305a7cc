import type { Report as ReportRow } from "@/lib/db/generated/client";
import type { Report, ReportHead } from "./schema";

/** What {@link presentReport} needs beside the row. */
export const withArticles = {
  articles: { orderBy: { position: "asc" }, select: { articleId: true } },
} as const;

export function presentReport(row: ReportRow & { articles: { articleId: string }[] }): Report {
  return {
    id: row.id,
    dossierId: row.dossierId,
    title: row.title,
    memo: row.memo,
    articles: row.articles.map(({ articleId }) => articleId),
    status: row.status,
    version: row.version,
    createdBy: row.createdById,
    updatedBy: row.updatedById,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

/** A report as a dossier's state holds it. */
export function headOf({ memo: _words, ...head }: Report): ReportHead {
  return head;
}
