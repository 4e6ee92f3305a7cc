import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** A database of a test's own, empty but migrated, with the role in force. `drop` also ends open connections. */
export type TestDatabase = { url: string; drop: () => Promise<void> };

/** Copies the run's template (some 30 ms). Open it as the server does: `openDatabase(url, APP_ROLE)`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, template } = inject("testServer");
  const name = `test_${Date.now()}_${randomBytes(6).toString("hex")}`; // the time lets a later run tidy up
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: url.replace(/\/stet$/, `/${name}`),
    drop: () => onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
