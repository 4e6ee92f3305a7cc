import { z } from "zod";
import {
  addMemberInput,
  changeDossierInput,
  changeMemberInput,
  createDossierInput,
  deleteDossierInput,
  dossierParams,
  dossierSchema,
  dossierSummarySchema,
  listDossiersInput,
  listMembersInput,
  memberSchema,
  removeMemberInput,
} from "@/lib/dossiers/schema";
import { id } from "@/lib/http/fields";
import { created, operation, pageOf } from "@/lib/http/operation";
import { entrySchemas, readEntriesInput, stateSchema } from "@/lib/journal/schema";
import { leaveInput, presenceInput } from "@/lib/presence/schema";

const dossier = "/api/dossiers/[dossierId]";

export const dossierOperations = {
  list: operation(
    "GET /api/dossiers",
    "The dossiers you belong to",
    listDossiersInput,
    pageOf(dossierSummarySchema),
  ),
  create: operation("POST /api/dossiers", "Make a dossier", createDossierInput, dossierSchema, created),
  read: operation(
    `GET ${dossier}`,
    "A dossier, its counts and your role",
    dossierParams,
    dossierSummarySchema,
  ),
  change: operation(`PATCH ${dossier}`, "Change a dossier's settings", changeDossierInput, dossierSchema),
  delete: operation(`DELETE ${dossier}`, "Delete a dossier", deleteDossierInput, dossierSchema),
  state: operation(
    `GET ${dossier}/state`,
    "Everything in a dossier, as of a journal number",
    dossierParams,
    stateSchema,
  ),
  events: operation(
    `GET ${dossier}/events`,
    "The journal after a number; with Accept: text/event-stream, live (Last-Event-ID resumes)",
    readEntriesInput,
    z.object({ items: z.array(entrySchemas), next: z.int().nullable() }),
    { mediaTypes: ["application/json", "text/event-stream"] },
  ),
  present: operation(
    `PUT ${dossier}/presence`,
    "Say where you are, for a few seconds; the stream tells the others",
    presenceInput,
    z.object({ tab: id, expiresInMs: z.int() }),
  ),
  leave: operation(`DELETE ${dossier}/presence`, "Say that you are gone", leaveInput, z.object({ tab: id })),
};

const members = `${dossier}/members` as const;

export const memberOperations = {
  list: operation(
    `GET ${members}`,
    "Who works on a dossier",
    listMembersInput,
    z.object({ items: z.array(memberSchema), next: z.string().nullable() }),
  ),
  add: operation(
    `POST ${members}`,
    "Bring a person with an account in",
    addMemberInput,
    memberSchema,
    created,
  ),
  change: operation(`PATCH ${members}/[userId]`, "Give a member a role", changeMemberInput, memberSchema),
  remove: operation(`DELETE ${members}/[userId]`, "Take a member out", removeMemberInput, memberSchema),
};
