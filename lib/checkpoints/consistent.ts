import { isConsistent } from "@/lib/journal/tree/verify";
import type { Consistency } from "./schema";
import { checkpointFault, type KnownKey, type SignedCheckpoint } from "./statement";

/**
 * What speaks against a newer checkpoint's journal being the older one's, only grown; sentences, empty when it is
 * shown. Offline; never throws.
 *
 * @param proof what `GET /api/dossiers/{id}/journal/proof` answered; none is needed for two of one size
 */
export function consistencyFaults(
  older: SignedCheckpoint,
  newer: SignedCheckpoint,
  proof: Consistency | null,
  keys: readonly KnownKey[],
): string[] {
  const faults: string[] = [];
  for (const [name, one] of [
    ["older", older],
    ["newer", newer],
  ] as const) {
    const fault = checkpointFault(one, keys);
    if (fault) faults.push(`The ${name} checkpoint ${fault}.`);
  }
  const [from, to] = [older.signed, newer.signed];
  if (from.dossierId !== to.dossierId) return [...faults, "The checkpoints are of two different dossiers."];
  if (from.size > to.size)
    return [...faults, "The first checkpoint is of more entries than the second: the older one comes first."];
  if (from.size === to.size) {
    if (from.head !== to.head)
      faults.push("Both are of as many entries, and of different ones: the journal was rewritten.");
    return faults;
  }
  if (!proof) return [...faults, "Two checkpoints of different sizes need a proof, or the exported journal."];
  if (proof.from.size !== from.size || proof.to.size !== to.size || proof.dossierId !== from.dossierId) {
    return [
      ...faults,
      `The proof is about other checkpoints: it should be from ${from.size} to ${to.size} entries.`,
    ];
  }
  if (!isConsistent(from, to, proof.proof)) {
    faults.push(
      "The newer journal does not begin with the older one: something that was in it was changed or taken out.",
    );
  }
  return faults;
}
