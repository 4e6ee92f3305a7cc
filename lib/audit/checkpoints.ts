import type { CheckpointFile } from "@/lib/checkpoints/file";
import {
  checkpointFault,
  checkpointStatementSchema,
  type SignedCheckpoint,
} from "@/lib/checkpoints/statement";
import type { Transaction } from "@/lib/db/client";
import { canonicalJson } from "@/lib/journal/canonical";
import type { TrustedKey } from "@/lib/reviews/verify";
import type { Finding } from "./finding";
import type { Stated } from "./journal";

type Row = { size: number; head: string; signed: string; signature: string; keyId: string; at: Date };
type Read = { findings: Finding[]; stated: Stated[] };

/**
 * A dossier's checkpoints in the table and in the file: each genuine by a known key, and the same in both places.
 *
 * @param since what was signed later (ms) need not be in the file, which was read before the table
 */
export async function checkpointsOf(
  tx: Transaction,
  dossierId: string,
  { file, keys, since }: { file: CheckpointFile | null; keys: readonly TrustedKey[]; since: number },
): Promise<Read> {
  const rows = await tx.checkpoint.findMany({ where: { dossierId }, orderBy: { size: "asc" } });
  const findings: Finding[] = [];
  const stated: Stated[] = [];
  const found = (where: Stated["where"], size: number | null, field: string | null, sentence: string) =>
    findings.push({
      dossierId,
      table: where,
      id: size === null ? null : `${dossierId}:${size}`,
      field,
      sentence,
    });
  const take = (where: Stated["where"], checkpoint: SignedCheckpoint) => {
    const { signed } = checkpoint;
    const fault = checkpointFault(checkpoint, keys);
    if (fault) found(where, signed.size, "signature", `The checkpoint of ${signed.size} entries ${fault}.`);
    else if (signed.dossierId !== dossierId)
      found(where, signed.size, "signed", "The checkpoint is of another dossier.");
    else stated.push({ size: signed.size, head: signed.head, entryHash: signed.entryHash, where });
  };
  for (const row of rows) {
    const checkpoint = ofRow(row, keys);
    if (checkpoint && repeats(row, checkpoint)) take("checkpoint", checkpoint);
    else found("checkpoint", row.size, "signed", "The row is not what was signed.");
  }
  for (const line of file?.broken ?? [])
    found("checkpoint file", null, null, `Line ${line} of the file is no checkpoint.`);
  const inFile = new Map((file?.checkpoints ?? []).map((one) => [one.signed.size, one]));
  for (const one of inFile.values()) take("checkpoint file", one);
  if (rows.length > 0 && file === null) {
    found("checkpoint file", null, null, "The file of this dossier’s checkpoints is not there.");
    return { findings, stated };
  }
  for (const row of rows) {
    const other = inFile.get(row.size);
    if (other && !(canonicalJson(other.signed) === row.signed && other.signature === row.signature)) {
      found("checkpoint", row.size, "signed", "The file has another checkpoint of as many entries.");
    }
    if (!other && row.at.getTime() < since) {
      found("checkpoint file", row.size, null, `The checkpoint of ${row.size} entries is not in the file.`);
    }
    inFile.delete(row.size);
  }
  for (const size of inFile.keys()) {
    found("checkpoint", size, null, `The file has a checkpoint of ${size} entries; the table has not.`);
  }
  return { findings, stated };
}

function ofRow({ signed, signature, keyId }: Row, keys: readonly TrustedKey[]): SignedCheckpoint | null {
  try {
    const statement = checkpointStatementSchema.parse(JSON.parse(signed));
    if (canonicalJson(statement) !== signed) return null;
    return { signed: statement, signature, publicKey: keys.find(({ id }) => id === keyId)?.publicKey ?? "" };
  } catch {
    return null;
  }
}

/** Whether the row's columns are what the statement says. */
function repeats({ size, head, keyId, at }: Row, { signed }: SignedCheckpoint): boolean {
  return (
    size === signed.size && head === signed.head && keyId === signed.keyId && at.toISOString() === signed.at
  );
}
