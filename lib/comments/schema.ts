import { z } from "zod";
import { deletedAt, id, instant, paging, queryVersion, text, version } from "@/lib/http/fields";

export const commentSubjectSchema = z.strictObject({ type: z.enum(["annotation", "link", "report"]), id });

export const commentSchema = z.object({
  id,
  dossierId: id,
  on: commentSubjectSchema,
  replyTo: id.nullable(),
  body: z.string(),
  resolvedAt: instant.nullable(),
  resolvedBy: id.nullable(),
  version,
  createdBy: id,
  createdAt: instant,
  updatedAt: instant,
  deletedAt,
});
export type Comment = z.infer<typeof commentSchema>;

const body = text(5_000).refine((value) => value.trim() !== "", "This cannot be empty.");

export const createCommentInput = z.strictObject({
  dossierId: id,
  id: id.optional(),
  on: commentSubjectSchema,
  replyTo: id.optional(),
  body,
});
export const changeCommentInput = z.strictObject({
  commentId: id,
  version,
  body: body.optional(),
  resolved: z.boolean().optional(),
});
export const deleteCommentInput = z.strictObject({ commentId: id, version: queryVersion });
export const restoreCommentInput = z.strictObject({ commentId: id, version });
export const listCommentsInput = z.strictObject({ dossierId: id, ...paging });
