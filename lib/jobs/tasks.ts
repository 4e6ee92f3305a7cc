import { z } from "zod";
import { id } from "@/lib/http/fields";

/**
 * Every kind of work that is done later: its name and what it is given. What does the work stands under the same name
 * in handlers.ts; {@link enqueue} asks for it. A task may run more than once (a process can die between the work and
 * its record), so each must be harmless when repeated.
 */
export const tasks = {
  /** Posts what a webhook has not had yet, in order. */
  "webhook.deliver": z.object({ webhookId: id }),
  /** Posts one message again. */
  "webhook.redeliver": z.object({ deliveryId: id }),
  /** E-mails a person what they have not read. */
  "digest.send": z.object({ userId: id }),
  /** Signs how far a dossier's journal has come. */
  "checkpoint.make": z.object({ dossierId: id }),
  /** The same for every dossier whose journal has grown: every few minutes. */
  "checkpoint.due": z.object({}),
} as const;

export type TaskName = keyof typeof tasks;
export type TaskPayload<N extends TaskName> = z.infer<(typeof tasks)[N]>;
