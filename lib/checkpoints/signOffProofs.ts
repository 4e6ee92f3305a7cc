import type { Database } from "@/lib/db/client";
import { entriesAfter } from "@/lib/journal/tail";
import type { SignedSignOff } from "@/lib/reviews/statement";
import { leafOf } from "./leaf";
import { makeCheckpoint } from "./make";
import type { JournalProof } from "./proof";
import { checkpointWith } from "./queries";
import { journalTree } from "./treeQueries";

/**
 * What shows that each of these sign-offs stands in the journal, in their order. The checkpoint is the first that has
 * the sign-off in it, so that two exports of one round are the same bytes; where there is none yet, it is made.
 */
export async function signOffProofs(
  db: Database,
  dossierId: string,
  signOffs: readonly SignedSignOff[],
): Promise<JournalProof[]> {
  const proofs: JournalProof[] = [];
  for (const { signed } of signOffs) {
    const [entry] = await entriesAfter(db, dossierId, signed.journal.seq, 1);
    if (!entry) throw new Error(`The journal of dossier ${dossierId} ends before its sign-off.`);
    const checkpoint = await firstWith(db, dossierId, entry.seq);
    const { size } = checkpoint.signed;
    const tree = await journalTree(db, dossierId, size);
    proofs.push({ entry: leafOf(entry), path: tree.inclusion(entry.seq - 1, size), checkpoint });
  }
  return proofs;
}

async function firstWith(db: Database, dossierId: string, seq: number) {
  const known = await checkpointWith(db, dossierId, seq);
  if (known) return known;
  await makeCheckpoint(db, dossierId);
  // Another process may have made an earlier one meanwhile.
  const made = await checkpointWith(db, dossierId, seq);
  if (!made) throw new Error(`No checkpoint of dossier ${dossierId} was kept.`);
  return made;
}
