import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { type Database, inTransaction, type Transaction } from "@/lib/db/client";
import { notFound } from "@/lib/http/refusal";
import { canonicalJson } from "@/lib/journal/canonical";
import { readReport } from "@/lib/reports/queries";
import { type Snapshot, snapshotSchema } from "@/lib/reports/snapshot";
import { takeSnapshot } from "@/lib/reports/takeSnapshot";
import { presentRound, withItems } from "./present";
import type { listRoundsInput, Round, roundParams, roundWithSnapshotSchema } from "./schema";

/** Rounds of a report, newest first, without their snapshots. */
export async function listRounds(
  context: Context,
  { reportId, limit, after }: z.infer<typeof listRoundsInput>,
): Promise<{ items: Round[]; next: string | null }> {
  await readReport(context, { reportId });
  const rounds = await roundsOfReport(context.db, reportId);
  const start = after === undefined ? 0 : rounds.findIndex(({ id }) => id === after) + 1;
  const items = rounds.slice(start, start + limit);
  return { items, next: start + limit < rounds.length ? (items.at(-1)?.id ?? null) : null };
}

/** Every round of a report, newest first. Asks nobody's permission. */
export async function roundsOfReport(db: Database | Transaction, reportId: string): Promise<Round[]> {
  const rows = await db.round.findMany({
    where: { reportId },
    orderBy: { number: "desc" },
    include: withItems,
    omit: { snapshot: true },
  });
  const keys = await db.signingKey.findMany();
  return rows.map((row) => presentRound(row, keys));
}

/** Where a round of a report that is not deleted belongs, for a member of its dossier. @throws Refusal `not_found` */
export async function findRound({ db, caller }: Context, roundId: string) {
  const members = { some: { userId: caller.id } };
  const row = await db.round.findFirst({
    where: { id: roundId, report: { deletedAt: null, dossier: { deletedAt: null, members } } },
    select: { dossierId: true, reportId: true },
  });
  if (!row) throw notFound();
  return row;
}

/** The round as it stands in this transaction, which has seen that it is there. */
export async function presented(tx: Transaction, roundId: string): Promise<Round> {
  const round = await roundOf(tx, roundId);
  if (!round) throw new Error(`Round ${roundId} vanished within its transaction.`);
  return round;
}

/** A round with what it froze, and whether that has changed since. */
export async function readRound(
  context: Context,
  { roundId }: z.infer<typeof roundParams>,
): Promise<z.infer<typeof roundWithSnapshotSchema>> {
  const { dossierId } = await findRound(context, roundId);
  await requireReader(context, dossierId);
  const round = await roundOf(context.db, roundId);
  if (!round) throw notFound();
  const snapshot = await frozenSnapshot(context.db, roundId);
  const outdated = await inTransaction(context.db, (tx) => isOutdated(tx, round.reportId, snapshot));
  return { ...round, snapshot, outdated };
}

/** A round, presented; null where there is none. Asks nobody's permission. */
export async function roundOf(db: Database | Transaction, roundId: string): Promise<Round | null> {
  const row = await db.round.findUnique({
    where: { id: roundId },
    include: withItems,
    omit: { snapshot: true },
  });
  return row && presentRound(row, await db.signingKey.findMany());
}

/** Rounds of a dossier's reports that were not deleted. Asks nobody's permission. */
export async function roundsOf(db: Database | Transaction, dossierId: string): Promise<Round[]> {
  const rows = await db.round.findMany({
    where: { dossierId, report: { deletedAt: null } },
    orderBy: { submittedAt: "asc" },
    include: withItems,
    omit: { snapshot: true },
  });
  const keys = await db.signingKey.findMany();
  return rows.map((row) => presentRound(row, keys));
}

/** What a round froze. Asks nobody's permission. */
export async function frozenSnapshot(db: Database | Transaction, roundId: string): Promise<Snapshot> {
  const { snapshot } = await db.round.findUniqueOrThrow({
    where: { id: roundId },
    select: { snapshot: true },
  });
  return snapshotSchema.parse(JSON.parse(snapshot));
}

/** Whether what a snapshot covers stands otherwise now. A person's new name alone changes nothing that was checked. */
export async function isOutdated(tx: Transaction, reportId: string, frozen: Snapshot): Promise<boolean> {
  const now = await takeSnapshot(tx, reportId, frozen);
  return canonicalJson({ ...now, people: [] }) !== canonicalJson({ ...frozen, people: [] });
}
