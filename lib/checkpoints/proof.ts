import { z } from "zod";
import { contentHash } from "@/lib/journal/canonical";
import { isIncluded } from "@/lib/journal/tree/verify";
import type { SignedSignOff } from "@/lib/reviews/statement";
import { hash, hashOfLeaf, leafSchema } from "./leaf";
import { checkpointFault, checkpointSchema, type KnownKey } from "./statement";

/** What shows that something stands in a dossier's journal: its entry as a leaf, and its way up to a signed checkpoint. */
export const journalProofSchema = z.strictObject({
  entry: leafSchema,
  path: z.array(hash).max(64),
  checkpoint: checkpointSchema,
});
export type JournalProof = z.infer<typeof journalProofSchema>;

/**
 * What is wrong with the proof that a sign-off was entered in the dossier's journal at the place that it names, as
 * sentences; empty when it holds. Pure, offline; never throws.
 */
export function proofFaults(
  proof: JournalProof,
  { signOff, dossierId }: { signOff: SignedSignOff; dossierId: string },
  trustedKeys: readonly KnownKey[],
): string[] {
  const { entry, path, checkpoint } = proof;
  const { signed } = signOff;
  const whose = `of the sign-off of ${signed.reviewer.name}`;
  const isItsEntry =
    entry.dossierId === dossierId &&
    entry.type === "round.signed" &&
    entry.subject.type === "round" &&
    entry.subject.id === signed.round.id &&
    entry.actorId === signed.reviewer.id &&
    entry.at === signed.signedAt &&
    entry.seq === signed.journal.seq + 1 &&
    entry.prev === signed.journal.hash &&
    entry.payload.signOff === contentHash(signOff);
  const faults: string[] = [];
  if (!isItsEntry) faults.push(`The journal entry in the file is not that ${whose}.`);
  const fault = checkpointFault(checkpoint, trustedKeys);
  if (fault) faults.push(`The checkpoint ${whose} ${fault}.`);
  if (checkpoint.signed.dossierId !== dossierId)
    faults.push(`The checkpoint ${whose} is of another dossier.`);
  if (!isIncluded(hashOfLeaf(entry), entry.seq - 1, checkpoint.signed, path)) {
    faults.push(`The journal entry ${whose} is not in the journal that the checkpoint was made of.`);
  }
  return faults;
}
