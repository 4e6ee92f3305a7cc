import type { Database, Transaction } from "@/lib/db/client";
import { type BlockRows, blockRows } from "./blockRows";

/** Makes a revision findable. In the transaction that stores it; blocks that are there already stay. */
export async function storeBlocks(
  db: Database | Transaction,
  revisionId: string,
  { starts, ends, words }: BlockRows,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO search_block (revision_id, "start", "end", words)
    SELECT ${revisionId}::uuid, "start", "end", array_to_tsvector(string_to_array(words, ' '))
    FROM unnest(${starts}::int[], ${ends}::int[], ${words}::text[]) AS block("start", "end", words)
    ON CONFLICT DO NOTHING`;
}

const BATCH = 50;

/**
 * Makes findable what was stored before there was a search; answers how many revisions those were. May be run again,
 * and by several processes at once: each revision is whole or not there.
 */
export async function storeMissingBlocks(db: Database): Promise<number> {
  let stored = 0;
  for (let after = ""; ; ) {
    const missing = await db.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM revision
      WHERE id::text > ${after} AND NOT EXISTS (SELECT FROM search_block WHERE revision_id = revision.id)
      ORDER BY id::text LIMIT ${BATCH}`;
    for (const { id } of missing) {
      const { text } = await db.revision.findUniqueOrThrow({ where: { id }, select: { text: true } });
      await storeBlocks(db, id, blockRows(text));
      stored += 1;
    }
    const last = missing.at(-1);
    if (!last) return stored;
    after = last.id;
  }
}
