import { faultOfNext, type Grown, headSoFar, nothingRead, withEntry } from "@/lib/checkpoints/grow";
import type { Transaction } from "@/lib/db/client";
import { presentEntry } from "@/lib/journal/tail";
import type { Finding } from "./finding";
import { type Attested, hear, nothingSaid } from "./said";

/** Entries read at a time. */
const PAGE = 500;

/** What a checkpoint says of the tree, and where it stands. */
export type Stated = {
  size: number;
  head: string;
  entryHash: string;
  where: "checkpoint" | "checkpoint file";
};

export type ReadJournal = { grown: Grown; attested: Attested; findings: Finding[]; isWhole: boolean };

/**
 * Reads a dossier's journal once, from the first entry to the last: that none is missing, each follows the one before
 * it and has its hash, and the tree had the heads that the checkpoints say. Keeps no entry.
 */
export async function readJournal(
  tx: Transaction,
  dossierId: string,
  stated: readonly Stated[],
  onEntries: (count: number) => void,
): Promise<ReadJournal> {
  let grown: Grown = nothingRead;
  const attested = nothingSaid();
  const findings: Finding[] = [];
  const bySize = new Map<number, Stated[]>();
  for (const one of stated) bySize.set(one.size, [...(bySize.get(one.size) ?? []), one]);
  let isWhole = true;
  for (let after = 0; ; ) {
    const rows = await tx.journalEntry.findMany({
      where: { dossierId, seq: { gt: after } },
      orderBy: { seq: "asc" },
      take: PAGE,
    });
    for (const row of rows) {
      after = row.seq;
      const at = { dossierId, table: "journal_entry", id: `${dossierId}:${row.seq}`, field: null };
      // What follows a broken place is read on from what it says of itself, so that one wrong entry is one finding.
      try {
        const entry = presentEntry(row);
        const fault = faultOfNext(grown, entry);
        if (fault) {
          findings.push({ ...at, sentence: fault });
          isWhole = false;
        }
        grown = withEntry({ ...grown, size: entry.seq - 1 }, entry);
        hear(attested, entry);
      } catch {
        findings.push({ ...at, sentence: `Entry ${row.seq} is not of the form of its type.` });
        grown = { ...grown, size: row.seq, entryHash: row.hash };
        isWhole = false;
      }
      for (const one of bySize.get(row.seq) ?? []) findings.push(...headFaults(dossierId, one, grown));
      bySize.delete(row.seq);
    }
    onEntries(rows.length);
    if (rows.length < PAGE) break;
  }
  for (const [size, [first]] of bySize) {
    const sentence = `A ${first?.where === "checkpoint" ? "checkpoint" : "checkpoint in the file"} says that there were ${size} entries; entry ${size} is not there.`;
    findings.push({ dossierId, table: "journal_entry", id: `${dossierId}:${size}`, field: null, sentence });
    isWhole = false;
  }
  return { grown, attested, findings, isWhole };
}

function headFaults(dossierId: string, { size, head, entryHash, where }: Stated, grown: Grown): Finding[] {
  if (headSoFar(grown) === head && grown.entryHash === entryHash) return [];
  const sentence = `The journal’s first ${size} entries are not those that the ${where} was made of: something up to there was rewritten.`;
  return [{ dossierId, table: "journal_entry", id: `${dossierId}:${size}`, field: null, sentence }];
}
