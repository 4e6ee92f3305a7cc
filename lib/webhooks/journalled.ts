import { z } from "zod";
import { id } from "@/lib/http/fields";

/** What the journal says of a webhook: everybody in the dossier reads it, so nothing that could be secret. */
export const journalledWebhookSchema = z.object({
  id,
  /** Scheme, host and port of the address. */
  origin: z.string(),
  types: z.array(z.string()),
  isActive: z.boolean(),
  reason: z.string(),
});
export type JournalledWebhook = z.infer<typeof journalledWebhookSchema>;
