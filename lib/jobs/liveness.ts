import type { Pool, PoolClient } from "pg";

/**
 * graphile-worker lets the jobs of a process that died rest for four hours. Here each of its pools, which is who takes
 * a job by name (`locked_by`), holds an advisory lock for as long as it works; whoever can take a lock of that name
 * knows that the pool is gone, and frees its jobs. A cut connection gives the lock up early: then a job may run twice,
 * which every task allows for.
 */
const lockOf = (poolId: string) => `hashtextextended('stet worker ' || ${poolId}, 0)`;

const trialInterval = 10_000;

type Locks = {
  hold(poolId: string): void;
  /** It works no more: what it left is for others, in this process too. */
  drop(poolId: string): void;
  release(): void;
};

/** Holds the locks of pools on a connection of its own, and takes them again on a new one when that breaks. */
export function holdLocks(pool: Pool): Locks {
  const wanted = new Set<string>();
  let client: PoolClient | undefined;
  /** What the present connection holds. */
  let held = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  let isOver = false;

  const keep = async () => {
    if (isOver) return;
    try {
      client ??= await pool.connect();
      const missing = [...wanted].filter((id) => !held.has(id));
      // Without any it is a trial whether the connection still stands.
      await client.query(`SELECT pg_advisory_lock(${lockOf("id")}) FROM unnest($1::text[]) AS id`, [missing]);
      for (const id of missing) held.add(id);
      const dropped = [...held].filter((id) => !wanted.has(id));
      await client.query(`SELECT pg_advisory_unlock(${lockOf("id")}) FROM unnest($1::text[]) AS id`, [
        dropped,
      ]);
      for (const id of dropped) held.delete(id);
    } catch {
      client?.release(true);
      client = undefined;
      held = new Set();
    }
  };
  const keepNext = () => {
    last = last.then(keep);
  };
  const timer = setInterval(keepNext, trialInterval);
  timer.unref();

  return {
    hold(poolId) {
      wanted.add(poolId);
      keepNext();
    },
    drop(poolId) {
      wanted.delete(poolId);
      keepNext();
    },
    release() {
      isOver = true;
      clearInterval(timer);
      void last.then(() => client?.release(true));
    },
  };
}

/**
 * Frees the jobs and queues of pools that are gone.
 *
 * @param settledMs a pool that took a job more recently may not have its lock yet: it is left alone
 */
export async function freeJobsOfTheDead(pool: Pool, settledMs: number): Promise<void> {
  await pool.query(
    `WITH holder AS (
       SELECT locked_by, locked_at FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
       UNION ALL
       SELECT locked_by, locked_at FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL
     ), settled AS MATERIALIZED (
       SELECT locked_by FROM holder GROUP BY locked_by
       HAVING max(locked_at) <= clock_timestamp() - $1 * interval '1 millisecond'
     ), dead AS MATERIALIZED (
       SELECT locked_by FROM settled WHERE pg_try_advisory_xact_lock(${lockOf("locked_by")})
     )
     SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`,
    [settledMs],
  );
}
