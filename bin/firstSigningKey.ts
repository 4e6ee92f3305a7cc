import pg from "pg";

/**
 * Makes the signing key, and publishes its public half, before anything is signed: whoever verifies can get it from
 * the first day. It is there already at every later start, and then nothing is loaded for it.
 *
 * @param role the role that the work is done under; see readyDatabase
 */
export async function makeFirstSigningKey(url: string, role: string | undefined): Promise<void> {
  // A key that is given may be another one than at the last start.
  if (process.env.STET_SIGNING_KEY === undefined && (await isThere(url))) return;
  const [{ openDatabase }, { signingKey }] = await Promise.all([
    import("@/lib/db/client"),
    import("@/lib/reviews/signingKeys"),
  ]);
  const db = openDatabase(url, role);
  try {
    await signingKey(db);
  } finally {
    await db.$disconnect();
  }
}

async function isThere(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      "SELECT EXISTS (SELECT FROM signing_key WHERE retired_at IS NULL) AS found",
    );
    return rows[0]?.found === true;
  } finally {
    await client.end();
  }
}
