import { z } from "zod";
import { id, instant, made, paging, text, version, webAddress } from "@/lib/http/fields";
import { type EntryType, payloads } from "@/lib/journal/entries";

/** What a webhook can be told of. */
export const webhookEvents = Object.keys(payloads) as [EntryType, ...EntryType[]];

const types = z
  .array(z.enum(webhookEvents))
  .max(webhookEvents.length)
  .transform((given) => [...new Set(given)].sort());

/** An address that hears of a dossier's journal. Its secret is not among what leaves the server. */
export const webhookSchema = z.object({
  id,
  dossierId: id,
  url: z.string(),
  description: z.string(),
  /** Which journal entries; all of them when empty. */
  types: z.array(z.string()),
  /** `failing`: the last tries were in vain, more will follow. `disabled`: nothing is sent. */
  status: z.enum(["active", "failing", "disabled"]),
  failingSince: instant.nullable(),
  retryAt: instant.nullable(),
  disabledAt: instant.nullable(),
  disabledReason: z.string(),
  ...made,
});
export type Webhook = z.infer<typeof webhookSchema>;

/** With the secret, which is shown when it is made and never again. */
export const webhookWithSecretSchema = webhookSchema.extend({ secret: z.string().nullable() });
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>;

export const webhookTrySchema = z.object({
  at: instant,
  /** The answer's HTTP status; null when there was none. */
  status: z.int().nullable(),
  durationMs: z.int(),
  /** The beginning of the answer. */
  response: z.string(),
  /** Why there was no answer, or why it does not count. */
  error: z.string().nullable(),
});
export type WebhookTry = z.infer<typeof webhookTrySchema>;

export const deliverySchema = z.object({
  /** What the header `webhook-id` says: the same for every try. */
  id,
  webhookId: id,
  /** The journal entry; null for a ping. */
  seq: z.int().nullable(),
  type: z.string(),
  status: z.enum(["pending", "delivered", "failed"]),
  attempts: z.int(),
  /** The last tries, newest first. */
  tries: z.array(webhookTrySchema),
  /** The beginning of what is sent. */
  body: z.string(),
  createdAt: instant,
  deliveredAt: instant.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const dossierWebhooksInput = z.strictObject({ dossierId: id });
export const createWebhookInput = z.strictObject({
  dossierId: id,
  id: id.optional(),
  url: webAddress,
  description: text(500).optional(),
  types: types.optional(),
});
export const changeWebhookInput = z.strictObject({
  webhookId: id,
  version,
  url: webAddress.optional(),
  description: text(500).optional(),
  types: types.optional(),
  /** Off and on again; switched on, it goes on where it stopped. */
  isActive: z.boolean().optional(),
  /** A new secret; for a day messages carry the old one's signature too. */
  rotateSecret: z.literal(true).optional(),
});
export const deleteWebhookInput = z.strictObject({ webhookId: id, version: z.coerce.number().pipe(version) });
export const webhookParams = z.strictObject({ webhookId: id });
export const listDeliveriesInput = z.strictObject({
  webhookId: id,
  ...paging,
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export const deliveryParams = z.strictObject({ deliveryId: id });
