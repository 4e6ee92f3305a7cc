import { join } from "node:path";
import pg from "pg";
import { readKept, writeKept } from "./keptFile";

/** A sample account as the seed makes it; the password is in clear only here and in the file. */
export type SampleAccount = { role: string; email: string; password: string };

/**
 * Loads the sample dossier into an empty database and keeps the passwords of its accounts in the data folder.
 * Returns the accounts, those of an earlier start included; none when there is no sample (`STET_DEMO=0`).
 */
export async function loadSample(url: string, dataDir: string): Promise<SampleAccount[]> {
  const file = join(dataDir, "sample-accounts.json");
  if (process.env.STET_DEMO === "0") return [];
  const seeded = (await hasUsers(url)) ? null : await runSeed(url);
  if (seeded === null) {
    const kept = await readKept<{ database: string; accounts: SampleAccount[] }>(file);
    return kept?.database === nameOf(url) ? kept.accounts : [];
  }
  await writeKept(file, { database: nameOf(url), accounts: seeded.accounts });
  return seeded.accounts;
}

/** The seed reaches most of the rooms, and loading them takes longer than all else a later start does. */
async function runSeed(url: string): Promise<{ accounts: SampleAccount[] } | null> {
  const { seed } = await import("../prisma/seed");
  return seed(url);
}

async function hasUsers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT FROM "user") AS found');
    return rows[0]?.found === true;
  } finally {
    await client.end();
  }
}

/** Which database a file belongs to, without its password or the built-in server's changing port. */
function nameOf(url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  return hostname === "127.0.0.1" && username === "stet" ? "built-in" : `${hostname}:${port}${pathname}`;
}
