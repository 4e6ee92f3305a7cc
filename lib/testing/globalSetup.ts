import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { acquireEmbedded } from "@/lib/db/embedded";
import { withLock } from "@/lib/db/lockFile";
import { migrate } from "@/lib/db/migrate";
import { ensureRoles } from "@/lib/db/roles";

declare module "vitest" {
  interface ProvidedContext {
    /** The server's URL (superuser, database `stet`) and the name of the migrated, empty database to copy. */
    testServer: { url: string; template: string };
  }
}

/**
 * One Postgres for the whole run, in `.stet-test`, with a migrated database that each test copies. It is kept
 * for the next run as long as the migrations are the same; runs at the same time share it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root;
  const folder = join(root, ".stet-test");
  const { url, release } = await acquireEmbedded(folder, false);
  try {
    const template = `template_${await hashOfMigrations(root)}`;
    await withLock(join(folder, "template.lock"), () => makeTemplate(url, template, root));
    project.provide("testServer", { url, template });
  } catch (error) {
    await release();
    throw error;
  }
  return release;
}

/** Migrated under another name and renamed, so that what was cut off is never taken for finished. */
async function makeTemplate(url: string, template: string, root: string): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    await dropAbandoned(server);
    const found = await server.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (found.rowCount === 1) return;
    await server.query("DROP DATABASE IF EXISTS template_unfinished WITH (FORCE)");
    await server.query("CREATE DATABASE template_unfinished");
    const unfinished = url.replace(/\/stet$/, "/template_unfinished");
    await migrate(unfinished, root);
    await ensureRoles(unfinished);
    await server.query(`ALTER DATABASE template_unfinished RENAME TO ${template}`);
  } finally {
    await server.end();
  }
}

/** Databases of runs that were killed: nobody is connected to them, and tests connect at once. */
async function dropAbandoned(server: pg.Client): Promise<void> {
  const { rows } = await server.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database
       WHERE datname LIKE 'test\\_%' AND datname < $1
         AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE pg_stat_activity.datname = pg_database.datname)`,
    [`test_${Date.now() - 3_600_000}`],
  );
  for (const { name } of rows) await server.query(`DROP DATABASE IF EXISTS "${name}"`);
}

async function hashOfMigrations(root: string): Promise<string> {
  const folder = join(root, "prisma", "migrations");
  const hash = createHash("sha256").update(await readFile(join(root, "lib", "db", "roles.ts")));
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory()) continue;
    hash.update(entry.name).update(await readFile(join(folder, entry.name, "migration.sql")));
  }
  return hash.digest("hex").slice(0, 16);
}
