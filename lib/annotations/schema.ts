import { z } from "zod";
import { deletedAt, id, line, made, offset, paging, queryVersion, text, version } from "@/lib/http/fields";
import { checkStatusSchema, confidenceSchema, kindSchema } from "./kinds";

export const annotationSchema = z.object({
  id,
  dossierId: id,
  articleId: id,
  revisionId: id,
  /** UTF-16 code units in the revision's text, end-exclusive. */
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  kind: kindSchema,
  /** Markdown. */
  note: z.string(),
  attributes: z.record(z.string(), z.json()),
  tags: z.array(z.string()),
  checkStatus: checkStatusSchema,
  confidence: confidenceSchema.nullable(),
  assignee: id.nullable(),
  checker: id.nullable(),
  secondChecker: id.nullable(),
  ...made,
  deletedAt,
});
export type Annotation = z.infer<typeof annotationSchema>;

/** Checked a second time against the kind's own shape (attributes.ts), once the kind is known. */
const attributes = z.record(z.string(), z.json());

const details = {
  note: text(10_000).optional(),
  attributes: attributes.optional(),
  tags: z.array(line(50)).max(30).optional(),
  checkStatus: checkStatusSchema.optional(),
  confidence: confidenceSchema.nullish(),
  assignee: id.nullish(),
};

export const createAnnotationInput = z.strictObject({
  articleId: id,
  id: id.optional(),
  start: offset,
  end: offset,
  exact: z.string().min(1).max(100_000),
  kind: kindSchema,
  ...details,
});
export type CreateAnnotationInput = z.infer<typeof createAnnotationInput>;

/** As many as are tagged, deleted or brought back in one request. */
export const MOST_TOGETHER = 500;

export const createAnnotationsInput = z.strictObject({
  dossierId: id,
  items: z.array(createAnnotationInput).min(1).max(MOST_TOGETHER),
});
export const annotationVersionsInput = z.strictObject({
  dossierId: id,
  items: z.array(z.strictObject({ id, version })).min(1).max(MOST_TOGETHER),
});
export const annotationItemsSchema = z.object({ items: z.array(annotationSchema) });

export const changeAnnotationInput = z.strictObject({
  annotationId: id,
  version,
  kind: kindSchema.optional(),
  /** A new range comes whole: start, end and the words there. */
  range: z.strictObject({ start: offset, end: offset, exact: z.string().min(1).max(100_000) }).optional(),
  checker: id.nullish(),
  secondChecker: id.nullish(),
  ...details,
});
export type ChangeAnnotationInput = z.infer<typeof changeAnnotationInput>;

export const annotationParams = z.strictObject({ annotationId: id });
export const deleteAnnotationInput = z.strictObject({ annotationId: id, version: queryVersion });
export const restoreAnnotationInput = z.strictObject({ annotationId: id, version });
export const listAnnotationsInput = z.strictObject({ articleId: id, ...paging });
