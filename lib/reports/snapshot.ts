import { z } from "zod";
import { checkStatusSchema, confidenceSchema, kindSchema } from "@/lib/annotations/kinds";
import {
  linkStatusSchema,
  relationSchema,
  sameEventSchema,
  severitySchema,
  strengthSchema,
  subtypeSchema,
} from "@/lib/links/relations";

const id = z.uuid();
const instant = z.iso.datetime();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const made = { version: z.int(), createdBy: id, updatedBy: id, createdAt: instant, updatedAt: instant };

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

export const snapshotAnnotationSchema = z.strictObject({
  id,
  articleId: id,
  revisionId: id,
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  kind: kindSchema,
  note: z.string(),
  attributes: z.record(z.string(), z.json()),
  tags: z.array(z.string()),
  checkStatus: checkStatusSchema,
  confidence: confidenceSchema.nullable(),
  assignee: id.nullable(),
  checker: id.nullable(),
  secondChecker: id.nullable(),
  ...made,
});

export const snapshotEvidenceSchema = z.strictObject({
  id,
  annotationId: id,
  stance: z.enum(["for", "against"]),
  url: z.string().nullable(),
  title: z.string(),
  locator: z.string().nullable(),
  tier: z.enum(["primary", "secondary", "tertiary"]).nullable(),
  note: z.string(),
  retrievedAt: instant.nullable(),
  archivedSha256: hash.nullable(),
  ...made,
});

export const snapshotLinkSchema = z.strictObject({
  id,
  from: id,
  to: id,
  relation: relationSchema,
  subtype: subtypeSchema.nullable(),
  sameEvent: sameEventSchema,
  strength: strengthSchema.nullable(),
  severity: severitySchema.nullable(),
  rationale: z.string(),
  status: linkStatusSchema,
  statusReason: z.string(),
  owner: id.nullable(),
  ...made,
});

/**
 * Everything a round freezes, in one order whatever the database says: articles as the report orders
 * them, annotations by (article, start, end, id), evidence, links and people by id.
 * Its canonical JSON is what the content hash is taken over. Notes, memo and rationale are Markdown.
 */
export const snapshotSchema = z.strictObject({
  format: z.literal("stet.snapshot"),
  formatVersion: z.literal(1),
  dossier: z.strictObject({ id, title: z.string() }),
  report: z.strictObject({ id, title: z.string(), memo: z.string(), version: z.int() }),
  waiver: z.string(),
  people: z.array(z.strictObject({ id, name: z.string() })),
  articles: z.array(snapshotArticleSchema),
  annotations: z.array(snapshotAnnotationSchema),
  evidence: z.array(snapshotEvidenceSchema),
  links: z.array(snapshotLinkSchema),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
export type SnapshotAnnotation = z.infer<typeof snapshotAnnotationSchema>;
export type SnapshotArticle = z.infer<typeof snapshotArticleSchema>;
export type SnapshotEvidence = z.infer<typeof snapshotEvidenceSchema>;
export type SnapshotLink = z.infer<typeof snapshotLinkSchema>;
