import { runMigrations } from "graphile-worker";
import pg from "pg";

/** The schema in which graphile-worker keeps its tables. */
export const JOB_SCHEMA = "graphile_worker";

/**
 * Makes or updates the tables of the job queue. Under the owner of the database: the server's own role may not
 * change tables. Several processes may call it at once.
 */
export async function installJobQueue(url: string): Promise<void> {
  const pgPool = openJobPool(url, undefined, 2);
  try {
    await runMigrations({ pgPool, noPreparedStatements: true });
  } finally {
    await pgPool.end();
  }
}

/** Connections for a worker of the queue, each under `role` where there is one. */
export function openJobPool(url: string, role: string | undefined, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: role ? `-c role=${role}` : undefined,
    application_name: "stet jobs",
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  // A connection that the server cut: whoever uses it hears of it, and the pool opens another.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Gives the server's role its rights in the queue, whose tables also want a policy (they have row security on). */
export async function grantJobQueue(client: pg.Client, role: string): Promise<void> {
  const { rows: tables } = await client.query<{ name: string; has_policy: boolean }>(
    `SELECT format('%I.%I', t.schemaname, t.tablename) AS name, EXISTS (
       SELECT FROM pg_policies p
       WHERE p.schemaname = t.schemaname AND p.tablename = t.tablename AND p.policyname = $2
     ) AS has_policy
     FROM pg_tables t WHERE t.schemaname = $1`,
    [JOB_SCHEMA, role],
  );
  if (tables.length === 0) return;
  await client.query(`
    GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO ${role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${JOB_SCHEMA} TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOB_SCHEMA} TO ${role};
    REVOKE INSERT, UPDATE, DELETE ON ${JOB_SCHEMA}.migrations FROM ${role};
  `);
  for (const { name, has_policy } of tables) {
    if (has_policy) continue;
    await client.query(`CREATE POLICY ${role} ON ${name} TO ${role} USING (true) WITH CHECK (true)`);
  }
}
