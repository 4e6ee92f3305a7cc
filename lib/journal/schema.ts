import { z } from "zod";
import { annotationSchema } from "@/lib/annotations/schema";
import { articleSchema, clearedSentenceSchema } from "@/lib/articles/schema";
import { commentSchema } from "@/lib/comments/schema";
import { dossierSchema, memberSchema } from "@/lib/dossiers/schema";
import { evidenceSchema } from "@/lib/evidence/schema";
import { id, instant } from "@/lib/http/fields";
import { linkSchema } from "@/lib/links/schema";
import { reportHeadSchema } from "@/lib/reports/schema";
import { roundSchema } from "@/lib/reviews/schema";
import { savedFilterSchema } from "@/lib/savedFilters/schema";
import { type EntryType, payloads, subjectSchema } from "./entries";

/** `after`: the last number seen. */
export const readEntriesInput = z.strictObject({
  dossierId: id,
  after: z.coerce.number().pipe(z.int().min(0).max(2_147_483_647)).default(0),
  limit: z.coerce.number().pipe(z.int().min(1).max(1_000)).default(200),
});

const types = Object.keys(payloads) as EntryType[];

/** An entry as it travels, one shape for each type. */
export const entrySchemas = z.union(
  types.map((type) =>
    z.object({
      dossierId: id,
      seq: z.int(),
      actorId: id,
      at: instant,
      type: z.literal(type),
      subject: subjectSchema,
      payload: payloads[type],
      prev: z.string(),
      hash: z.string(),
      deed: id.optional(),
    }),
  ),
);

function byId<T extends z.ZodType>(thing: T) {
  return z.record(z.string(), thing);
}

/** `DossierState` of apply.ts, as it travels. */
export const stateSchema = z.object({
  seq: z.int(),
  dossier: dossierSchema,
  members: byId(memberSchema),
  articles: byId(articleSchema),
  annotations: byId(annotationSchema),
  evidence: byId(evidenceSchema),
  cleared: byId(clearedSentenceSchema),
  links: byId(linkSchema),
  filters: byId(savedFilterSchema),
  comments: byId(commentSchema),
  reports: byId(reportHeadSchema),
  rounds: byId(roundSchema),
});
