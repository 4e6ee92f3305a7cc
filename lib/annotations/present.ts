import type { Annotation as AnnotationRow } from "@/lib/db/generated/client";
import type { Annotation } from "./schema";

export function presentAnnotation(row: AnnotationRow): Annotation {
  return {
    id: row.id,
    dossierId: row.dossierId,
    articleId: row.articleId,
    revisionId: row.revisionId,
    start: row.start,
    end: row.end,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    kind: row.kind,
    note: row.note,
    attributes: row.attributes as Annotation["attributes"],
    tags: row.tags,
    checkStatus: row.checkStatus,
    confidence: row.confidence,
    assignee: row.assigneeId,
    checker: row.checkerId,
    secondChecker: row.secondCheckerId,
    version: row.version,
    createdBy: row.createdById,
    updatedBy: row.updatedById,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
