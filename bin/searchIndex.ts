import pg from "pg";

/**
 * Makes findable what was stored before there was a search. Nothing to do is the usual case, and then nothing is
 * loaded for it.
 *
 * @param role the role that the work is done under; see readyDatabase
 */
export async function indexOlderTexts(url: string, role: string | undefined): Promise<void> {
  if (!(await isAnyMissing(url))) return;
  const [{ openDatabase }, { storeMissingBlocks }] = await Promise.all([
    import("@/lib/db/client"),
    import("@/lib/search/storeBlocks"),
  ]);
  const db = openDatabase(url, role);
  try {
    await storeMissingBlocks(db);
  } finally {
    await db.$disconnect();
  }
}

async function isAnyMissing(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ missing: boolean }>(
      `SELECT EXISTS (
         SELECT FROM revision WHERE NOT EXISTS (SELECT FROM search_block WHERE revision_id = revision.id)
       ) AS missing`,
    );
    return rows[0]?.missing === true;
  } finally {
    await client.end();
  }
}
