import { z } from "zod";
import { consistencyInput, consistencySchema, listCheckpointsInput } from "@/lib/checkpoints/schema";
import { checkpointSchema } from "@/lib/checkpoints/statement";
import { operation } from "@/lib/http/operation";
import {
  listLogInput,
  logCheckSchema,
  logEntryInput,
  logEntrySchema,
  logPageSchema,
  logParams,
} from "@/lib/log/schema";

const dossier = "/api/dossiers/[dossierId]";

export const logOperations = {
  list: operation(
    `GET ${dossier}/journal`,
    "The journal for auditors, newest first; by person, type, subject, time",
    listLogInput,
    logPageSchema,
  ),
  read: operation(
    `GET ${dossier}/journal/entries/[seq]`,
    "A journal entry, whole",
    logEntryInput,
    logEntrySchema,
  ),
  check: operation(
    `GET ${dossier}/journal/check`,
    "Read the whole journal: whether its chain and its checkpoints hold",
    logParams,
    logCheckSchema,
  ),
  proof: operation(
    `GET ${dossier}/journal/proof`,
    "What shows that the journal of `to` entries begins with that of `from` (RFC 6962)",
    consistencyInput,
    consistencySchema,
  ),
  export: operation(
    `GET ${dossier}/journal/export`,
    "The whole journal as JSON lines, ending with its signed checkpoint",
    logParams,
    z.string(),
    { mediaTypes: ["application/jsonl"] },
  ),
  checkpoints: operation(
    `GET ${dossier}/checkpoints`,
    "The signed checkpoints of the journal, newest first",
    listCheckpointsInput,
    z.object({ items: z.array(checkpointSchema), next: z.int().nullable() }),
  ),
};
