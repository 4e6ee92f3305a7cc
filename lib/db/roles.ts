import pg from "pg";
import { grantJobQueue, JOB_SCHEMA } from "./jobQueue";

/** The role that the server works under. It owns nothing and may not change what is written once. */
export const APP_ROLE = "stet_app";

/** Tables to which the role may only add: the journal, the texts that were read, who made what, what was signed. */
export const APPEND_ONLY_TABLES = [
  "journal_entry",
  "revision",
  "round_contributor",
  "sign_off",
  "withdrawal",
  "correction",
  "checkpoint",
];

/**
 * Makes the role `stet_app` and gives it its rights, as far as the connecting user may. It is a second lock
 * behind the triggers: with `options=-c role=stet_app` on a connection, not even SQL written by mistake can
 * change the journal. Call after every migration, since new tables need their grants.
 *
 * Returns whether the role is in force; where it is not (a managed Postgres without CREATE ROLE), `notice` says
 * why in a sentence and the triggers remain.
 */
export async function ensureRoles(url: string): Promise<{ inForce: boolean; notice: string | null }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    // One at a time across databases of one server: roles belong to the server.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('stet roles'))");
    await createRole(client);
    await grant(client);
    const usable = await isUsable(client);
    await client.query("COMMIT");
    return usable ? { inForce: true, notice: null } : notInForce("it may not grant it every table");
  } catch (error) {
    await client.query("ROLLBACK");
    if (!(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    return notInForce(error.message);
  } finally {
    await client.end();
  }
}

const INSUFFICIENT_PRIVILEGE = "42501";

function notInForce(reason: string): { inForce: false; notice: string } {
  return {
    inForce: false,
    notice: `This database user may not set up the role ${APP_ROLE} (${reason}); triggers alone protect the journal.`,
  };
}

/** Granting what one does not own is a warning to Postgres, not an error: so look at what came of it. */
async function isUsable(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ usable: boolean }>(
    `SELECT has_schema_privilege($1, 'public', 'USAGE') AND NOT EXISTS (
       SELECT FROM pg_tables WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations'
            OR schemaname = '${JOB_SCHEMA}' AND tablename <> 'migrations')
         AND NOT has_table_privilege($1, format('%I.%I', schemaname, tablename), 'INSERT')
     ) AS usable`,
    [APP_ROLE],
  );
  return rows[0]?.usable === true;
}

async function createRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
  if (rowCount === 0) {
    // Advisory locks hold within one database; a process in another may be faster.
    await attempt(client, `CREATE ROLE ${APP_ROLE} NOLOGIN`, ["42710", "23505"]);
  }
  // From Postgres 16 on, who makes a role may give it away, but not yet take it: trying is the only sure test.
  const mayTakeIt = await attempt(client, `SET LOCAL ROLE ${APP_ROLE}`, [INSUFFICIENT_PRIVILEGE]);
  if (mayTakeIt) await client.query("RESET ROLE");
  else await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`);
}

/** Runs one statement; false if it failed with one of these SQLSTATE codes, with the transaction still usable. */
async function attempt(client: pg.Client, sql: string, expected: string[]): Promise<boolean> {
  await client.query("SAVEPOINT attempt");
  try {
    await client.query(sql);
    return true;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !expected.includes(error.code ?? "")) throw error;
    await client.query("ROLLBACK TO SAVEPOINT attempt");
    return false;
  }
}

async function grant(client: pg.Client): Promise<void> {
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE};
  `);
  await grantJobQueue(client, APP_ROLE);
  for (const table of APPEND_ONLY_TABLES) {
    const { rows } = await client.query<{ found: boolean }>("SELECT to_regclass($1) IS NOT NULL AS found", [
      `public.${table}`,
    ]);
    if (rows[0]?.found) await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${APP_ROLE}`);
  }
  const { rows } = await client.query("SELECT to_regclass('public._prisma_migrations') AS found");
  if (rows[0]?.found) await client.query(`REVOKE ALL ON _prisma_migrations FROM ${APP_ROLE}`);
}
