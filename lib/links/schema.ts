import { z } from "zod";
import { deletedAt, id, made, paging, queryVersion, text, version } from "@/lib/http/fields";
import {
  linkStatusSchema,
  relationSchema,
  sameEventSchema,
  severitySchema,
  strengthSchema,
  subtypeSchema,
} from "./relations";

export const linkSchema = z.object({
  id,
  dossierId: id,
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
  deletedAt,
});
export type Link = z.infer<typeof linkSchema>;

const details = {
  subtype: subtypeSchema.nullish(),
  sameEvent: sameEventSchema.optional(),
  strength: strengthSchema.nullish(),
  severity: severitySchema.nullish(),
  rationale: text(5_000).optional(),
};

export const createLinkInput = z.strictObject({
  dossierId: id,
  id: id.optional(),
  from: id,
  to: id,
  relation: relationSchema,
  ...details,
});
export const changeLinkInput = z.strictObject({
  linkId: id,
  version,
  relation: relationSchema.optional(),
  status: linkStatusSchema.optional(),
  statusReason: text(2_000).optional(),
  owner: id.nullish(),
  ...details,
});
export const linkParams = z.strictObject({ linkId: id });
export const deleteLinkInput = z.strictObject({ linkId: id, version: queryVersion });
export const restoreLinkInput = z.strictObject({ linkId: id, version });
export const listLinksInput = z.strictObject({ dossierId: id, ...paging });
