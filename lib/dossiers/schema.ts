import { z } from "zod";
import { roles } from "@/lib/auth/policy";
import { id, instant, line, paging, text, version } from "@/lib/http/fields";

export const roleSchema = z.enum(roles);

export const dossierSchema = z.object({
  id,
  title: z.string(),
  description: z.string(),
  signOffsRequired: z.int(),
  requireCoverage: z.boolean(),
  version,
  createdBy: id,
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
});
export type Dossier = z.infer<typeof dossierSchema>;

export const memberSchema = z.object({
  userId: id,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  joinedAt: instant,
});
export type Member = z.infer<typeof memberSchema>;

const settings = {
  title: line(200),
  description: text(5_000).optional(),
  signOffsRequired: z.union([z.literal(1), z.literal(2)]).optional(),
  requireCoverage: z.boolean().optional(),
};

export const createDossierInput = z.strictObject({ id: id.optional(), ...settings });
export const dossierParams = z.strictObject({ dossierId: id });
export const listDossiersInput = z.strictObject(paging);
export const changeDossierInput = z.strictObject({
  dossierId: id,
  version,
  ...settings,
  title: line(200).optional(),
});
export const deleteDossierInput = z.strictObject({ dossierId: id, version: z.coerce.number().pipe(version) });

export const listMembersInput = z.strictObject({ dossierId: id, ...paging });
export const addMemberInput = z.strictObject({
  dossierId: id,
  email: z.email().max(254).toLowerCase(),
  role: roleSchema,
});
export const changeMemberInput = z.strictObject({ dossierId: id, userId: id, role: roleSchema });
export const removeMemberInput = z.strictObject({ dossierId: id, userId: id });

export const countsSchema = z.object({
  articles: z.int(),
  annotations: z.int(),
  links: z.int(),
  openContradictions: z.int(),
  reports: z.int(),
});
export const dossierSummarySchema = dossierSchema.extend({
  role: roleSchema,
  seq: z.int(),
  counts: countsSchema,
  /** What others did since the caller had it open; at most 1,000. */
  unseen: z.int(),
});
export type DossierSummary = z.infer<typeof dossierSummarySchema>;
