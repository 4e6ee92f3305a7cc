import { uuidv7 } from "uuidv7";
import { testPrivateKey } from "@/lib/exporting/fixture";
import { canonicalJson } from "@/lib/journal/canonical";
import { type ChainedEntry, entryHash } from "@/lib/journal/chain";
import { keyIdOf, publicKeyOf } from "@/lib/reviews/signature";
import { type Grown, headSoFar, nothingRead, withEntry } from "./grow";
import type { JournalHeader } from "./journalFile";
import { type SignedCheckpoint, signCheckpoint } from "./statement";

const madeDossier = "019b2c00-0000-7000-8000-00000000d055";
const actorId = "019b2c00-0000-7000-8000-0000000000ac";

type Content = Pick<ChainedEntry, "actorId" | "at" | "type" | "subject" | "payload">;

/** The entries of a journal in which notes are written, as long as asked. */
export function madeEntries(size: number, dossierId = madeDossier): ChainedEntry[] {
  const id = uuidv7();
  const entries: ChainedEntry[] = [];
  for (let index = 0; index < size; index++) {
    const note = `The minister said it ${index} times, and nobody else confirmed it. `.repeat(4);
    const annotation = {
      id,
      dossierId,
      note,
      tags: ["count"],
      version: index + 1,
      exact: "490 people were freed",
    };
    const at = new Date(1_770_000_000_000 + index * 1_000).toISOString();
    const subject = { type: "annotation", id };
    const content = { actorId, at, type: "annotation.changed", subject, payload: { annotation } };
    entries.push(madeNext(entries, content, dossierId));
  }
  return entries;
}

/** The entry that follows on these. */
export function madeNext(
  before: readonly ChainedEntry[],
  content: Content,
  dossierId = before.at(-1)?.dossierId ?? madeDossier,
): ChainedEntry {
  const entry = { ...content, dossierId, seq: before.length + 1, prev: before.at(-1)?.hash ?? "" };
  return { ...entry, hash: entryHash(entry) };
}

/** A checkpoint of all of them by the tests' key. */
export function madeCheckpoint(entries: readonly ChainedEntry[], dossierId = madeDossier): SignedCheckpoint {
  const grown = entries.reduce<Grown>(withEntry, nothingRead);
  const { size, peaks, entryHash: last } = grown;
  const statement = {
    ...{
      format: "stet.checkpoint" as const,
      formatVersion: 1 as const,
      dossierId,
      size,
      head: headSoFar(grown),
    },
    ...{ peaks: [...peaks], entryHash: last, at: "2026-03-01T09:15:30.250Z" },
    keyId: keyIdOf(publicKeyOf(testPrivateKey)),
  };
  return signCheckpoint(statement, testPrivateKey);
}

/** The lines of the exported journal. */
export function madeFile(entries: readonly ChainedEntry[]): string[] {
  const header: JournalHeader = {
    format: "stet.journal",
    formatVersion: 1,
    dossierId: madeDossier,
    size: entries.length,
  };
  return [header, ...entries, madeCheckpoint(entries)].map((line) => canonicalJson(line));
}
