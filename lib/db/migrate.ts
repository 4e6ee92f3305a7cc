import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { installJobQueue } from "@/lib/db/jobQueue";
import { openSchemaEngine } from "@/lib/db/schemaEngine";

/** Any number that no other program would take: "Stet" in ASCII. Session-level, so it ends with the connection. */
const ADVISORY_LOCK = 0x53746574;

/** The oldest Postgres that Stet works with, as `server_version_num` has it. */
const OLDEST = 150000;

/**
 * Applies what `prisma/migrations` holds and the database lacks, in Prisma's own way: `_prisma_migrations` is
 * filled, so `prisma migrate deploy` agrees. Several processes may call it at once: one works, the rest wait.
 * The job queue's own tables are brought up to date with them. Returns the names of the migrations that it applied. Throws a sentence for Postgres older than 15.
 */
export async function migrate(url: string, projectDir: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await requireVersion(client);
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await forgetUnfinished(client);
    const { engine, close } = await openSchemaEngine(url);
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: await readMigrations(join(projectDir, "prisma", "migrations")),
        filters: { externalTables: [], externalEnums: [] },
      });
      await installJobQueue(url);
      return appliedMigrationNames;
    } finally {
      await close();
    }
  } finally {
    await client.end();
  }
}

/**
 * A migration that failed or was killed left nothing behind (each runs as one transaction) but its row, which
 * would stop every later one. With the lock held nobody is at it now, so it may be tried again: what
 * `prisma migrate resolve --rolled-back` does.
 */
async function forgetUnfinished(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (rows[0]?.found === null) return;
  await client.query(
    "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL",
  );
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name",
  );
  const version = rows[0];
  if (version !== undefined && version.number < OLDEST) {
    throw new Error(`Stet needs Postgres 15 or newer; DATABASE_URL leads to ${version.name}.`);
  }
}

/** The migrations folder as the engine wants it: folder names in order, each with the text of its SQL. */
async function readMigrations(baseDir: string) {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(baseDir, path, "migration.sql"), "utf8") },
      },
    })),
  );
  const lockfile = await readFile(join(baseDir, "migration_lock.toml"), "utf8").catch(() => null);
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}
