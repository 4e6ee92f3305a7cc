import { z } from "zod";
import { activitySchema } from "@/lib/activity/schema";
import { id, instant } from "@/lib/http/fields";
import { type EntryType, payloads, subjectSchema } from "@/lib/journal/entries";

const types = Object.keys(payloads) as [EntryType, ...EntryType[]];
const place = z.coerce.number().pipe(z.int().min(1).max(2_147_483_647));

/** Newest first. `before`: only entries of lower numbers; what `next` said. */
export const listLogInput = z.strictObject({
  dossierId: id,
  actor: id.optional(),
  type: z.enum(types).optional(),
  /** The id of what the entry is about. */
  subject: id.optional(),
  /** Not earlier, not later. */
  from: instant.optional(),
  to: instant.optional(),
  before: place.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** An entry as a sentence, with its place in the chain. */
export const logLineSchema = activitySchema.extend({ hash: z.string() });
export type LogLine = z.infer<typeof logLineSchema>;
export const logPageSchema = z.object({ items: z.array(logLineSchema), next: z.int().nullable() });
export type LogPage = z.infer<typeof logPageSchema>;

export const logEntryInput = z.strictObject({ dossierId: id, seq: place });

/** One entry whole, as it is chained. */
export const logEntrySchema = z.object({
  dossierId: id,
  seq: z.int(),
  actorId: id,
  at: instant,
  type: z.enum(types),
  subject: subjectSchema,
  payload: z.json(),
  prev: z.string(),
  hash: z.string(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

export const logParams = z.strictObject({ dossierId: id });

/** What reading the whole journal came to. */
export const logCheckSchema = z.object({
  /** Entries that were read, all of them. */
  size: z.int(),
  /** The tree's head, hex. */
  head: z.string(),
  /** What is wrong; empty when the chain is whole and every checkpoint fits. */
  faults: z.array(z.string()),
  /** Checkpoints that fit. */
  checkpoints: z.int(),
  /** The newest of them: entries up to `size` cannot be rewritten without anyone who has it noticing. */
  newest: z.object({ size: z.int(), at: instant, keyId: z.string() }).nullable(),
});
export type LogCheck = z.infer<typeof logCheckSchema>;
