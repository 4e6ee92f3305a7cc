import { z } from "zod";
import {
  deletedAt,
  givenInstant,
  id,
  instant,
  line,
  made,
  paging,
  queryVersion,
  text,
  version,
  webAddress,
} from "@/lib/http/fields";

export const stanceSchema = z.enum(["for", "against"]);
export const tierSchema = z.enum(["primary", "secondary", "tertiary"]);

export const evidenceSchema = z.object({
  id,
  annotationId: id,
  stance: stanceSchema,
  url: z.string().nullable(),
  title: z.string(),
  /** Page, paragraph or timecode, as the source counts. */
  locator: z.string().nullable(),
  tier: tierSchema.nullable(),
  note: z.string(),
  retrievedAt: instant.nullable(),
  archivedSha256: z.string().nullable(),
  ...made,
  deletedAt,
});
export type Evidence = z.infer<typeof evidenceSchema>;

const details = {
  url: webAddress.nullish(),
  locator: line(200).nullish(),
  tier: tierSchema.nullish(),
  note: text(5_000).optional(),
  retrievedAt: givenInstant.nullish(),
};

export const addEvidenceInput = z.strictObject({
  annotationId: id,
  id: id.optional(),
  stance: stanceSchema,
  title: line(500),
  ...details,
});
export const changeEvidenceInput = z.strictObject({
  evidenceId: id,
  version,
  stance: stanceSchema.optional(),
  title: line(500).optional(),
  ...details,
});
export const deleteEvidenceInput = z.strictObject({ evidenceId: id, version: queryVersion });
export const restoreEvidenceInput = z.strictObject({ evidenceId: id, version });
export const listEvidenceInput = z.strictObject({ annotationId: id, ...paging });
