import { makeCheckpoint, makeDueCheckpoints } from "@/lib/checkpoints/make";
import type { Database } from "@/lib/db/client";
import { sendDigest } from "@/lib/digests/commands";
import { deliverAgain, deliverDue } from "@/lib/webhooks/deliveryCommands";
import type { TaskName, TaskPayload } from "./tasks";

/** What does the work of each task. What it throws is logged, and the job tried again later. */
export type Handlers = { [N in TaskName]: (db: Database, payload: TaskPayload<N>) => Promise<void> };

export const handlers: Handlers = {
  "webhook.deliver": deliverDue,
  "webhook.redeliver": deliverAgain,
  "digest.send": (db, payload) => sendDigest(db, payload),
  "checkpoint.make": async (db, { dossierId }) => void (await makeCheckpoint(db, dossierId)),
  "checkpoint.due": async (db) => void (await makeDueCheckpoints(db)),
};
