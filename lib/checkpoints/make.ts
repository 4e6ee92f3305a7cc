import { type Database, inTransaction, type Transaction } from "@/lib/db/client";
import { log } from "@/lib/http/log";
import { canonicalJson } from "@/lib/journal/canonical";
import { entriesAfter, journalHead } from "@/lib/journal/tail";
import { attestedKeys, signingKey } from "@/lib/reviews/signingKeys";
import { appendToFile, readCheckpointFile } from "./file";
import { faultOfNext, type Grown, headSoFar, nothingRead, withEntry } from "./grow";
import { newestCheckpoint, presentCheckpoints } from "./queries";
import { checkpointFault, type SignedCheckpoint, signCheckpoint } from "./statement";

/** Entries read at a time. */
const PAGE = 500;

/**
 * Signs how far a dossier's journal has come, and puts it into the database and into the dossier's file. Reads only the
 * entries since the newest checkpoint; when there are none, answers that one. Sizes only grow, whoever else makes one.
 *
 * @throws Error when the newest checkpoint is not ours, or the entries do not follow it: what was rewritten is not signed
 */
export async function makeCheckpoint(db: Database, dossierId: string): Promise<SignedCheckpoint> {
  const newest = await newestCheckpoint(db, dossierId);
  const isNew = newest?.signed.size !== (await journalHead(db, dossierId));
  const checkpoint = newest && !isNew ? newest : await signNext(db, dossierId, newest);
  await completeFile(db, dossierId);
  return checkpoint;
}

/** The same for every dossier whose journal has grown. One that cannot be signed keeps none of the others waiting. */
export async function makeDueCheckpoints(db: Database): Promise<{ made: number; failed: string[] }> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM dossier WHERE journal_seq > COALESCE((SELECT max(size) FROM checkpoint WHERE dossier_id = id), 0)
    ORDER BY id`;
  const failed: string[] = [];
  for (const { id } of due) {
    await makeCheckpoint(db, id).catch((error) => {
      failed.push(id);
      log.error({ err: error, dossierId: id }, "cannot make a checkpoint");
    });
  }
  return { made: due.length - failed.length, failed };
}

async function signNext(
  db: Database,
  dossierId: string,
  newest: SignedCheckpoint | null,
): Promise<SignedCheckpoint> {
  let grown: Grown = nothingRead;
  if (newest) {
    const fault = checkpointFault(newest, await attestedKeys(db));
    if (fault) throw new Error(`The newest checkpoint of dossier ${dossierId} ${fault}.`);
    grown = newest.signed;
  }
  for (;;) {
    const entries = await entriesAfter(db, dossierId, grown.size, PAGE);
    for (const entry of entries) {
      const fault = faultOfNext(grown, entry);
      if (fault) throw new Error(`The journal of dossier ${dossierId} cannot be signed. ${fault}`);
      grown = withEntry(grown, entry);
    }
    if (entries.length < PAGE) break;
  }
  return keep(db, dossierId, grown);
}

/** Signs and stores, unless another process has stored one of as many entries or more meanwhile: then that one counts. */
function keep(db: Database, dossierId: string, grown: Grown): Promise<SignedCheckpoint> {
  return inTransaction(db, async (tx) => {
    await lockCheckpoints(tx, dossierId);
    const newest = await newestCheckpoint(tx, dossierId);
    if (newest && newest.signed.size >= grown.size) return newest;
    const key = await signingKey(tx);
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`
      SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
    const at = clock?.now ?? new Date();
    const { size, peaks, entryHash } = grown;
    const head = headSoFar(grown);
    const statement = {
      ...{ format: "stet.checkpoint" as const, formatVersion: 1 as const, dossierId, size, head },
      ...{ peaks: [...peaks], entryHash, at: at.toISOString(), keyId: key.id },
    };
    const checkpoint = signCheckpoint(statement, key.privateKey);
    const { signature } = checkpoint;
    await tx.checkpoint.create({
      data: { dossierId, size, head, signed: canonicalJson(statement), signature, keyId: key.id, at },
    });
    return checkpoint;
  });
}

/** Puts into the file what the database has and the file has not: also what a process that died left out. */
async function completeFile(db: Database, dossierId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockCheckpoints(tx, dossierId);
    const file = await readCheckpointFile(dossierId);
    const last = Math.max(0, ...(file?.checkpoints ?? []).map(({ signed }) => signed.size));
    const rows = await tx.checkpoint.findMany({
      where: { dossierId, size: { gt: last } },
      orderBy: { size: "asc" },
    });
    await appendToFile(dossierId, presentCheckpoints(rows, await tx.signingKey.findMany()));
  });
}

/** One process at a time, without keeping those waiting who write in the dossier. */
async function lockCheckpoints(tx: Transaction, dossierId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`checkpoint ${dossierId}`}, 0))`;
}
