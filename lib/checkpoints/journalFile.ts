import { z } from "zod";
import { id } from "@/lib/http/fields";
import { canonicalJson } from "@/lib/journal/canonical";
import type { ChainedEntry } from "@/lib/journal/chain";
import { faultOfNext, type Grown, headSoFar, nothingRead, withEntry } from "./grow";
import { checkpointFault, checkpointSchema, type KnownKey, type SignedCheckpoint } from "./statement";

/**
 * A journal as a file: JSON lines, each canonical (RFC 8785). First what it is, then every entry from the first on, last
 * the signed checkpoint of just these entries.
 */
export const journalHeaderSchema = z.strictObject({
  format: z.literal("stet.journal"),
  formatVersion: z.literal(1),
  dossierId: id,
  size: z.int().min(1),
});

export type JournalHeader = z.infer<typeof journalHeaderSchema>;

export type JournalVerdict = {
  /** True only when every entry is there as it was written, and a trusted key signed their head. */
  valid: boolean;
  /** Sentences for a person; empty when valid. */
  reasons: string[];
  dossierId: string | null;
  /** Entries read. */
  size: number;
  checkpoint: SignedCheckpoint | null;
};

/** What an entry is in the file: as it is chained, without the name that its sender gave the change. */
export function chainedOf(entry: ChainedEntry): ChainedEntry {
  const { dossierId, seq, actorId, at, type, subject, payload, prev, hash } = entry;
  return { dossierId, seq, actorId, at, type, subject, payload, prev, hash };
}

/** After so many wrong things the rest is not named: one line taken out puts all others out of place. */
const MOST_REASONS = 20;

/**
 * Reads an exported journal line by line, however long it is, and says whether it is whole and was signed. Offline.
 *
 * @param older checkpoints kept from before, which the journal must go on from
 */
export async function verifyJournal(
  lines: AsyncIterable<string>,
  keys: readonly KnownKey[],
  older: readonly SignedCheckpoint[] = [],
): Promise<JournalVerdict> {
  const reasons: string[] = [];
  const bySize = new Map(older.map((one) => [one.signed.size, one.signed]));
  let header: z.infer<typeof journalHeaderSchema> | null = null;
  let checkpoint: SignedCheckpoint | null = null;
  let grown: Grown = nothingRead;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const value = parsedCanonically(line);
    if (number === 1) {
      header = journalHeaderSchema.safeParse(value).data ?? null;
      if (!header) return refused("The file is not a journal that Stet exported.");
    } else if (checkpoint) reasons.push("Something follows the checkpoint, with which the file ends.");
    else if (value === undefined) reasons.push(`Line ${number} is damaged.`);
    else if (isCheckpoint(value)) checkpoint = value;
    else {
      const entry = value as ChainedEntry;
      try {
        // A field more would be in no hash, and stand there as if it were signed.
        if (!hasOnlyChained(entry)) reasons.push(`Line ${number} says more than a journal entry.`);
        const fault =
          faultOfNext(grown, entry) ?? (entry.dossierId === header?.dossierId ? null : otherDossier(entry));
        if (fault) reasons.push(fault);
        grown = withEntry(grown, entry);
      } catch {
        reasons.push(`Line ${number} is no journal entry.`);
      }
      const kept = bySize.get(grown.size);
      if (kept && kept.head !== headSoFar(grown)) {
        reasons.push(
          `The first ${kept.size} entries are not those that the checkpoint of ${kept.at} was made of.`,
        );
      }
    }
    if (reasons.length >= MOST_REASONS)
      return { ...refused(), reasons, dossierId: header?.dossierId ?? null, size: grown.size };
  }
  if (!header) return refused("The file is empty.");
  if (header.size !== grown.size)
    reasons.push(`The file says that it has ${header.size} entries, and has ${grown.size}.`);
  reasons.push(...endFaults(checkpoint, grown, header.dossierId, keys));
  for (const { signed } of older) {
    const name = `The checkpoint of ${signed.at}`;
    if (signed.dossierId !== header.dossierId) reasons.push(`${name} is of another dossier.`);
    else if (signed.size > grown.size)
      reasons.push(`${name} was made of ${signed.size} entries, more than there are here.`);
  }
  for (const one of older) {
    const fault = checkpointFault(one, keys);
    if (fault) reasons.push(`The checkpoint of ${one.signed.at} ${fault}.`);
  }
  return { valid: reasons.length === 0, reasons, dossierId: header.dossierId, size: grown.size, checkpoint };
}

function endFaults(
  checkpoint: SignedCheckpoint | null,
  grown: Grown,
  dossierId: string,
  keys: readonly KnownKey[],
): string[] {
  if (!checkpoint) return ["The file does not end with a checkpoint, so that nobody signed what is in it."];
  const { signed } = checkpoint;
  const fault = checkpointFault(checkpoint, keys);
  if (fault) return [`The checkpoint at the end ${fault}.`];
  const isOfThis =
    signed.dossierId === dossierId &&
    signed.size === grown.size &&
    signed.head === headSoFar(grown) &&
    signed.entryHash === grown.entryHash;
  return isOfThis ? [] : ["The checkpoint at the end was made of other entries than those in the file."];
}

function hasOnlyChained(entry: ChainedEntry): boolean {
  return Object.keys(entry).length === Object.keys(chainedOf(entry)).length;
}

function otherDossier({ seq }: ChainedEntry): string {
  return `Entry ${seq} is of another dossier.`;
}

function isCheckpoint(value: unknown): value is SignedCheckpoint {
  const isSigned = typeof value === "object" && value !== null && "signed" in value;
  return isSigned && checkpointSchema.safeParse(value).success;
}

/** The value of a line that is written as Stet writes it; undefined for any other. */
function parsedCanonically(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return canonicalJson(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}

function refused(...reasons: string[]): JournalVerdict {
  return { valid: false, reasons, dossierId: null, size: 0, checkpoint: null };
}
