import type { Comment as CommentRow } from "@/lib/db/generated/client";
import type { Comment } from "./schema";

export function presentComment(row: CommentRow): Comment {
  return {
    id: row.id,
    dossierId: row.dossierId,
    on: { type: row.onType, id: row.onId },
    replyTo: row.replyToId,
    body: row.body,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedById,
    version: row.version,
    createdBy: row.createdById,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
