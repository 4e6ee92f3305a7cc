import { type CheckpointFile, checkpointFolder, readCheckpointFile } from "@/lib/checkpoints/file";
import type { Transaction } from "@/lib/db/client";
import { knownPublicKeys } from "@/lib/reviews/signingKeys";
import type { TrustedKey } from "@/lib/reviews/verify";
import { articleTable, compareRevisions } from "./articles";
import { checkpointsOf } from "./checkpoints";
import { compareDossier } from "./dossiers";
import { dossiersWithFile } from "./files";
import type { Finding, Findings } from "./finding";
import { readJournal } from "./journal";
import { keyFindings } from "./keys";
import { plainTables } from "./plainTables";
import { compareReports } from "./reports";
import { compareRounds } from "./rounds";
import { compareTable } from "./rows";
import { compareSealed } from "./sealed";
import { sealedTables } from "./sealedTables";
import { findNullLists, findStrays } from "./strays";

export type Progress = { dossiers: number; of: number; entries: number };

type Options = {
  /** Where the files of checkpoints are; those of this installation by default. */
  folder?: string;
  /** Trusted beside those in the installation's folder. */
  keys?: readonly TrustedKey[];
  onProgress?: (progress: Progress) => void;
};

/**
 * Checks a whole database without trusting it, against what stands outside of it: the public keys and the checkpoints
 * in the installation's folder. Per dossier: that the journal is whole and has the heads that were signed, and that the
 * rows of every table it speaks of are what it last said of them. Yields what is there and was never said, what was
 * said and is not there, and what differs.
 *
 * What the journal cannot attest, and is not looked at: accounts, their names and passwords, tokens, preferences,
 * visits, inboxes and e-mails, jobs and deliveries of webhooks, a webhook's secret and path, the search index (made of
 * the texts), the names that senders gave their changes (`deed`), and when signing keys were made and retired. Entries
 * that are newer than the newest checkpoint are as safe as their chain: whoever can rewrite all of the database can
 * rewrite them together.
 *
 * Nothing is kept of a dossier but where in its journal each thing was last said; rows are read some at a time. Run it
 * in one transaction that sees one moment, as `inOneMoment` makes it.
 */
export async function* audit(
  tx: Transaction,
  { folder = checkpointFolder(), keys = [], onProgress }: Options = {},
): Findings {
  const known = [...(await knownPublicKeys()), ...keys];
  // Files are read before the database is looked at: what is signed meanwhile may be in the one and not in the other.
  const since = Date.now() - CLOSE_MS;
  const files = new Set(await dossiersWithFile(folder));
  yield* await keyFindings(tx, known);
  const dossiers = await tx.dossier.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  let entries = 0;
  for (const [index, { id }] of dossiers.entries()) {
    const tell = (count: number) => {
      entries += count;
      onProgress?.({ dossiers: index + 1, of: dossiers.length, entries });
    };
    const file = files.delete(id) ? await readCheckpointFile(id, folder) : null;
    yield* auditDossier(tx, id, { file, keys: known, since }, tell);
  }
  for (const id of files) {
    const sentence = "There are checkpoints of this dossier, and it is not in the database.";
    yield { dossierId: id, table: "dossier", id, field: null, sentence };
  }
  yield* findStrays(tx);
  yield* findNullLists(tx);
}

/** A checkpoint stands in the table this long (ms) at most before it stands in the file. */
const CLOSE_MS = 60_000;

type Outside = { file: CheckpointFile | null; keys: readonly TrustedKey[]; since: number };

async function* auditDossier(
  tx: Transaction,
  dossierId: string,
  outside: Outside,
  tell: (entries: number) => void,
): Findings {
  const { findings, stated } = await checkpointsOf(tx, dossierId, outside);
  yield* findings;
  const journal = await readJournal(tx, dossierId, stated, tell);
  yield* journal.findings;
  const { attested, grown } = journal;
  const looks: [table: string, look: Findings][] = [
    ["dossier", compareDossier(tx, dossierId, attested, grown)],
    ["article", compareTable(tx, dossierId, attested, articleTable)],
    ["revision", compareRevisions(tx, dossierId, attested)],
    ...plainTables.map((one): [string, Findings] => [one.table, compareTable(tx, dossierId, attested, one)]),
    ["report", compareReports(tx, dossierId, attested)],
    ["round", compareRounds(tx, dossierId, attested)],
    ...sealedTables.map((one): [string, Findings] => [
      one.table,
      compareSealed(tx, dossierId, attested, one, outside.keys),
    ]),
  ];
  for (const [table, look] of looks) yield* readable(dossierId, table, look);
}

/** What cannot even be read is a finding as well, and no reason to look no further. */
async function* readable(dossierId: string, table: string, look: Findings): Findings {
  try {
    yield* look;
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n").at(-1) : String(error);
    const found: Finding = {
      ...{ dossierId, table, id: null, field: null },
      sentence: `The table cannot be compared with the journal: ${why}`,
    };
    yield found;
  }
}
