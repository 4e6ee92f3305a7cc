import type { Database, Transaction } from "@/lib/db/client";

/** Runs `work` on what the database holds at one moment, however long it takes and whatever is written meanwhile. */
export function inOneMoment<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.$transaction(work, {
    ...{ isolationLevel: "RepeatableRead", maxWait: 30_000 },
    timeout: 24 * 3_600_000,
  });
}
