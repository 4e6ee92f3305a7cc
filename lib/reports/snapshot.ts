import { z } from "zod";
import { annotationSchema } from "@/lib/annotations/schema";
import { clearedSentenceSchema } from "@/lib/articles/schema";
import { evidenceSchema } from "@/lib/evidence/schema";
import { id } from "@/lib/http/fields";
import { linkSchema } from "@/lib/links/schema";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const snapshotArticleSchema = z.strictObject({
  id,
  title: z.string(),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  /** `document` is Tiptap JSON; offsets of annotations count UTF-16 units in `text`. */
  revision: z.strictObject({ id, number: z.int(), sha256: hash, text: z.string(), document: z.json() }),
});

/** What is frozen of a thing is what leaves the server, less where it lives and whether it is deleted. */
export const snapshotAnnotationSchema = annotationSchema.omit({ dossierId: true, deletedAt: true }).strict();
export const snapshotEvidenceSchema = evidenceSchema.omit({ deletedAt: true }).strict();
/** When somebody last looked at a link's ends is no part of what it says. */
export const snapshotLinkSchema = linkSchema
  .omit({ dossierId: true, deletedAt: true, endsDigest: true })
  .strict();

/** A sentence of which someone said that there is nothing to check in it. */
export const snapshotClearedSchema = clearedSentenceSchema.strict();

/** What may stand in the way of a report; the words for each are the screen's. */
export const openPointKindSchema = z.enum([
  "open_sentences",
  "unchecked",
  "undecided_contradiction",
  "missing_locator",
  "open_comment",
  "returned",
]);
export type OpenPointKind = z.infer<typeof openPointKindSchema>;

/** Something that was open when the round was submitted, and why it was let be. It is signed with the rest. */
export const openPointSchema = z.strictObject({
  kind: openPointKindSchema,
  on: z.strictObject({ type: z.enum(["article", "annotation", "evidence", "link", "comment"]), id }),
  reason: z.string(),
});
export type OpenPoint = z.infer<typeof openPointSchema>;

/**
 * Everything a round freezes, in one order whatever the database says: articles as the report orders
 * them, annotations and cleared sentences by place, evidence, links and people by id.
 * Its canonical JSON is what the content hash is taken over. Notes, memo and rationale are Markdown.
 */
export const snapshotSchema = z.strictObject({
  format: z.literal("stet.snapshot"),
  formatVersion: z.literal(1),
  /** `signOffsRequired`: from how many people, so that an export with one of two taken out does not pass. */
  dossier: z.strictObject({ id, title: z.string(), signOffsRequired: z.int().min(1) }),
  report: z.strictObject({ id, title: z.string(), memo: z.string(), version: z.int() }),
  waiver: z.string(),
  people: z.array(z.strictObject({ id, name: z.string() })),
  articles: z.array(snapshotArticleSchema),
  annotations: z.array(snapshotAnnotationSchema),
  evidence: z.array(snapshotEvidenceSchema),
  links: z.array(snapshotLinkSchema),
  cleared: z.array(snapshotClearedSchema),
  /** Absent where there are none, as in every snapshot from before there were any. */
  openPoints: z.array(openPointSchema).min(1).optional(),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
export type SnapshotAnnotation = z.infer<typeof snapshotAnnotationSchema>;
export type SnapshotArticle = z.infer<typeof snapshotArticleSchema>;
export type SnapshotEvidence = z.infer<typeof snapshotEvidenceSchema>;
export type SnapshotLink = z.infer<typeof snapshotLinkSchema>;
