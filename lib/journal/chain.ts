import { contentHash } from "./canonical";

/** A journal entry without its own hash. `at` is an ISO instant in UTC with milliseconds. */
export type EntryContent = {
  dossierId: string;
  seq: number;
  actorId: string;
  at: string;
  type: string;
  subject: { type: string; id: string };
  payload: unknown;
  /** Hash of the entry before; "" for the first. */
  prev: string;
};

export type ChainedEntry = EntryContent & { hash: string };

/** SHA-256 over the RFC 8785 form of the entry, `prev` included. */
export function entryHash({
  dossierId,
  seq,
  actorId,
  at,
  type,
  subject,
  payload,
  prev,
}: EntryContent): string {
  return contentHash({ dossierId, seq, actorId, at, type, subject, payload, prev });
}

/** The first thing wrong with a whole journal (numbered from 1, in order), as a sentence; null when it holds. */
export function brokenAt(entries: readonly ChainedEntry[]): string | null {
  let prev = "";
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) return `Entry ${index + 1} is missing.`;
    if (entry.prev !== prev) return `Entry ${entry.seq} does not follow the one before it.`;
    if (entryHash(entry) !== entry.hash) return `Entry ${entry.seq} does not have the hash it says.`;
    prev = entry.hash;
  }
  return null;
}
