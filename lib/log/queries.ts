import type { z } from "zod";
import { leanEntries, sentencesOf } from "@/lib/activity/queries";
import { checkpointsOf } from "@/lib/audit/checkpoints";
import { inOneMoment } from "@/lib/audit/inOneMoment";
import { readJournal } from "@/lib/audit/journal";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { readCheckpointFile } from "@/lib/checkpoints/file";
import { headSoFar } from "@/lib/checkpoints/grow";
import { newestCheckpoint } from "@/lib/checkpoints/queries";
import { Prisma } from "@/lib/db/generated/client";
import { notFound } from "@/lib/http/refusal";
import { presentEntry } from "@/lib/journal/tail";
import { knownPublicKeys } from "@/lib/reviews/signingKeys";
import type { LogCheck, LogEntry, LogPage, listLogInput, logEntryInput, logParams } from "./schema";

/** A page of a dossier's journal for an auditor: every entry in words, newest first, narrowed as asked. */
export async function listLog(
  context: Context,
  { dossierId, actor, type, subject, from, to, before, limit }: z.output<typeof listLogInput>,
): Promise<LogPage> {
  await requireReader(context, dossierId);
  const { db } = context;
  const conditions = [Prisma.sql`dossier_id = ${dossierId}::uuid`];
  if (before !== undefined) conditions.push(Prisma.sql`seq < ${before}`);
  if (actor) conditions.push(Prisma.sql`actor_id = ${actor}::uuid`);
  if (type) conditions.push(Prisma.sql`type = ${type}`);
  if (subject) conditions.push(Prisma.sql`subject_id = ${subject}::uuid`);
  if (from) conditions.push(Prisma.sql`at >= ${new Date(from)}`);
  if (to) conditions.push(Prisma.sql`at <= ${new Date(to)}`);
  const rows = await leanEntries(db, conditions, limit + 1);
  const shown = rows.slice(0, limit).map(presentEntry);
  const hashes = new Map(shown.map(({ seq, hash }) => [seq, hash]));
  const items = await sentencesOf(db, dossierId, shown);
  return {
    items: items.map((item) => ({ ...item, hash: hashes.get(item.seq) ?? "" })),
    next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null,
  };
}

/** One entry with all that it carries. @throws Refusal `not_found` */
export async function readLogEntry(
  context: Context,
  { dossierId, seq }: z.output<typeof logEntryInput>,
): Promise<LogEntry> {
  await requireReader(context, dossierId);
  const row = await context.db.journalEntry.findUnique({ where: { dossierId_seq: { dossierId, seq } } });
  if (!row) throw notFound();
  const { deed: _name, ...entry } = presentEntry(row);
  return entry as LogEntry;
}

/**
 * Reads the whole journal and says whether each entry follows the one before it, has its hash, and whether the tree had
 * the heads that the checkpoints in the database and in the file say. Time in proportion to the journal.
 */
export async function checkLog(
  context: Context,
  { dossierId }: z.output<typeof logParams>,
): Promise<LogCheck> {
  await requireReader(context, dossierId);
  const since = Date.now() - 60_000;
  const [file, keys] = await Promise.all([readCheckpointFile(dossierId), knownPublicKeys()]);
  return inOneMoment(context.db, async (tx) => {
    const signed = await checkpointsOf(tx, dossierId, { file, keys, since });
    const { grown, findings } = await readJournal(tx, dossierId, signed.stated, () => {});
    const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId } });
    const faults = [...signed.findings, ...findings].map(({ sentence }) => sentence);
    if (dossier.journalSeq !== grown.size || dossier.journalHead !== grown.entryHash) {
      faults.push("The dossier says that its journal ends otherwise than it does.");
    }
    const newest = await newestCheckpoint(tx, dossierId);
    return {
      ...{ size: grown.size, head: headSoFar(grown), faults },
      checkpoints: new Set(signed.stated.map(({ size }) => size)).size,
      newest: newest && { size: newest.signed.size, at: newest.signed.at, keyId: newest.signed.keyId },
    };
  });
}
