import type { Database } from "@/lib/db/client";
import type { JournalEntry } from "@/lib/db/generated/client";
import type { Entry } from "./entries";

/** The channel on which every server process hears a dossier's newest number, as `<dossier>:<number>`. */
export const JOURNAL_CHANNEL = "stet_journal";

/** A dossier's newest number; 0 when there is no such dossier. Asks nobody's permission. */
export async function journalHead(db: Database, dossierId: string): Promise<number> {
  const found = await db.dossier.findUnique({ where: { id: dossierId }, select: { journalSeq: true } });
  return found?.journalSeq ?? 0;
}

/** Entries of a dossier after `after`, oldest first, at most `limit`. Asks nobody's permission. */
export async function entriesAfter(
  db: Database,
  dossierId: string,
  after: number,
  limit: number,
): Promise<Entry[]> {
  const rows = await db.journalEntry.findMany({
    where: { dossierId, seq: { gt: after } },
    orderBy: { seq: "asc" },
    take: limit,
  });
  return rows.map(presentEntry);
}

export function presentEntry(row: JournalEntry): Entry {
  const { dossierId, seq, actorId, type, payload, prev, hash } = row;
  const named = row.deed === null ? {} : { deed: row.deed };
  const subject = { type: row.subjectType, id: row.subjectId };
  // Written by `changeDossier` from the same types; the database lets nobody alter it.
  return {
    dossierId,
    seq,
    actorId,
    at: row.at.toISOString(),
    type,
    subject,
    payload,
    prev,
    hash,
    ...named,
  } as Entry;
}
