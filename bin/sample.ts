import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { readKept, writeKept } from "./keptFile";

/** A sample account; the password is in clear only here and in the file. */
export type SampleAccount = {
  role: "owner" | "editor" | "reviewer" | "viewer";
  email: string;
  password: string;
};

/** What the seed will make, decided beforehand: run again after it was cut off, it ends with the same rows. */
export type SamplePlan = { accounts: SampleAccount[]; ids: string[] };

type Kept = SamplePlan & { database: string; finished: boolean };

/** More than the sample has things. */
const ENOUGH_IDS = 100;

/**
 * Loads the sample dossier into an empty database and keeps the passwords of its accounts in the data folder; goes on
 * where an earlier start was killed meanwhile. Returns the accounts, those of an earlier start included; none when
 * there is no sample (`STET_DEMO=0`).
 */
export async function loadSample(url: string, dataDir: string): Promise<SampleAccount[]> {
  const file = join(dataDir, "sample-accounts.json");
  if (process.env.STET_DEMO === "0") return [];
  const database = nameOf(url);
  const kept = await readKept<Kept>(file);
  const ours = kept?.database === database ? kept : null;
  const hasPeople = await hasUsers(url);
  if (hasPeople && ours?.finished !== false) return ours?.accounts ?? [];
  const plan = hasPeople && ours ? { accounts: ours.accounts, ids: ours.ids } : newPlan();
  await writeKept(file, { database, ...plan, finished: false });
  // The seed reaches most of the rooms, and loading them takes longer than all else a later start does.
  const { seed } = await import("../prisma/seed");
  await seed(url, plan);
  await writeKept(file, { database, ...plan, finished: true });
  return plan.accounts;
}

function newPlan(): SamplePlan {
  const accounts = (["owner", "editor", "reviewer", "viewer"] as const).map((role) => {
    return { role, email: `${role}@stet.example`, password: randomBytes(12).toString("base64url") };
  });
  return { accounts, ids: Array.from({ length: ENOUGH_IDS }, uuidv7) };
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
