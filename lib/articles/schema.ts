import { z } from "zod";
import {
  deletedAt,
  id,
  instant,
  line,
  offset,
  paging,
  plainDate,
  queryVersion,
  version,
  webAddress,
} from "@/lib/http/fields";
import { MAX_TEXT_LENGTH } from "@/lib/text/document";

export const rangeSchema = z.object({ start: z.int(), end: z.int() });

const bibliographic = {
  outlet: line(200).nullish(),
  byline: line(500).nullish(),
  url: webAddress.nullish(),
  publishedOn: plainDate.nullish(),
};
const language = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "This is not a language tag (BCP 47).");
export const paragraphRuleSchema = z.enum(["auto", "blank-line", "line"]);

export const articleSchema = z.object({
  id,
  dossierId: id,
  title: z.string(),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publishedOn: plainDate.nullable(),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  revisionId: id,
  /** Annotated by people without each other, to measure how far they agree; absent when not. */
  independent: z.literal(true).optional(),
  version,
  createdBy: id,
  createdAt: instant,
  updatedAt: instant,
  deletedAt,
});
export type Article = z.infer<typeof articleSchema>;

export const revisionSchema = z.object({
  id,
  number: z.int(),
  /** Canonical text; every offset counts its UTF-16 units. */
  text: z.string(),
  /** Tiptap JSON. */
  doc: z.json(),
  sha256: z.string(),
  /** Where sentences start and end, as the server sees them. */
  sentences: z.array(rangeSchema),
});
export const articleWithRevisionSchema = articleSchema.extend({ revision: revisionSchema });

/** Longer texts are refused with 413 before this is asked. */
export const addArticleInput = z
  .strictObject({
    dossierId: id,
    id: id.optional(),
    title: line(500),
    text: z.string().max(MAX_TEXT_LENGTH).optional(),
    html: z.string().max(MAX_TEXT_LENGTH).optional(),
    paragraphs: paragraphRuleSchema.default("auto"),
    language: language.optional(),
    direction: z.enum(["ltr", "rtl"]).optional(),
    ...bibliographic,
  })
  .refine((input) => (input.text === undefined) !== (input.html === undefined), {
    message: "Give either text or html.",
    path: ["text"],
  });
export type AddArticleInput = z.infer<typeof addArticleInput>;

export const previewArticleInput = z.strictObject({
  dossierId: id,
  text: z.string().max(MAX_TEXT_LENGTH).optional(),
  html: z.string().max(MAX_TEXT_LENGTH).optional(),
  paragraphs: paragraphRuleSchema.default("auto"),
});

export const listArticlesInput = z.strictObject({ dossierId: id, ...paging });
export const articleParams = z.strictObject({ articleId: id });
export const changeArticleInput = z.strictObject({
  articleId: id,
  version,
  title: line(500).optional(),
  language: language.optional(),
  direction: z.enum(["ltr", "rtl"]).optional(),
  independent: z.boolean().optional(),
  ...bibliographic,
});
export const deleteArticleInput = z.strictObject({ articleId: id, version: queryVersion });

export const clearSentenceInput = z.strictObject({
  articleId: id,
  start: offset,
  end: offset,
});
export const clearedSentenceSchema = z.object({
  articleId: id,
  revisionId: id,
  start: z.int(),
  end: z.int(),
  clearedBy: id,
  clearedAt: instant,
});
export type ClearedSentence = z.infer<typeof clearedSentenceSchema>;

export const coverageStates = ["annotated", "cleared", "open"] as const;
export const coverageSchema = z.object({
  sentences: z.array(rangeSchema.extend({ state: z.enum(coverageStates) })),
  counts: z.object({ annotated: z.int(), cleared: z.int(), open: z.int() }),
});
