import { join } from "node:path";
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
  const { seed } = await import("../prisma/seed");
  const seeded = await seed(url);
  if (seeded === null) {
    const kept = await readKept<{ database: string; accounts: SampleAccount[] }>(file);
    return kept?.database === nameOf(url) ? kept.accounts : [];
  }
  await writeKept(file, { database: nameOf(url), accounts: seeded.accounts });
  return seeded.accounts;
}

/** Which database a file belongs to, without its password or the built-in server's changing port. */
function nameOf(url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  return hostname === "127.0.0.1" && username === "stet" ? "built-in" : `${hostname}:${port}${pathname}`;
}
