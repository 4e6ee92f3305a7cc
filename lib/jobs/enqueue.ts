import type { Transaction } from "@/lib/db/client";
import { type TaskName, type TaskPayload, tasks } from "./tasks";

export type JobOptions = {
  /** Jobs of one queue run one after the other, whatever the number of processes. */
  queue?: string;
  /** Only one waiting job has a key: a second takes its place. One that runs already is followed by another. */
  key?: string;
  /** With a waiting job of the same key: leave the time when that one is due. */
  keepsTime?: boolean;
  /** Not before; now by default. */
  runAt?: Date;
  /** How often it is tried, later and later, before it is given up: 25 times over some days. */
  maxAttempts?: number;
};

/**
 * Puts work into the queue within the transaction that it belongs to: it is there if and only if that one commits.
 * It survives whatever happens to the processes.
 */
export async function enqueue<N extends TaskName>(
  tx: Transaction,
  name: N,
  payload: TaskPayload<N>,
  { queue, key, keepsTime = false, runAt, maxAttempts }: JobOptions = {},
): Promise<void> {
  const checked = JSON.stringify(tasks[name].parse(payload));
  await tx.$queryRaw`
    SELECT 1 AS added FROM graphile_worker.add_job(
      ${name}::text, ${checked}::json, queue_name => ${queue ?? null}::text, run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${maxAttempts ?? null}::int, job_key => ${key ?? null}::text,
      job_key_mode => ${keepsTime ? "preserve_run_at" : "replace"}::text)`;
}
