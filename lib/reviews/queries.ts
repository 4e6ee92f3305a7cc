import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { type Database, inTransaction, type Transaction } from "@/lib/db/client";
import { notFound } from "@/lib/http/refusal";
import { canonicalJson } from "@/lib/journal/canonical";
import { presentReport, withArticles } from "@/lib/reports/present";
import type { Report } from "@/lib/reports/schema";
import { type Snapshot, snapshotSchema } from "@/lib/reports/snapshot";
import { takeSnapshot } from "@/lib/reports/takeSnapshot";
import { presentRound, withItems } from "./present";
import type { listRoundsInput, Round, roundParams, roundWithSnapshotSchema } from "./schema";
import type { SignedCorrection } from "./statement";

/** Rounds of a report, newest first, without their snapshots. Of a deleted report those that were signed. */
export async function listRounds(
  context: Context,
  { reportId, limit, after }: z.infer<typeof listRoundsInput>,
): Promise<{ items: Round[]; next: string | null }> {
  const report = await reportOrItsRemains(context, reportId);
  const all = await roundsOfReport(context.db, reportId);
  const rounds = report.deletedAt === null ? all : all.filter(({ status }) => status === "signed_off");
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

/**
 * A report, deleted or not: what was signed of it stays to be read, exported, corrected and withdrawn for ever.
 * @throws Refusal `not_found` for one that is deleted and was never signed, too
 */
export async function reportOrItsRemains(context: Context, reportId: string): Promise<Report> {
  const row = await context.db.report.findFirst({
    where: { id: reportId, ...readable },
    include: withArticles,
  });
  if (!row) throw notFound();
  await requireReader(context, row.dossierId);
  return presentReport(row);
}

const readable = { OR: [{ deletedAt: null }, { rounds: { some: { status: "signed_off" as const } } }] };

/**
 * Where a round belongs, for a member of its dossier; of a deleted report only one that was signed.
 * @throws Refusal `not_found`
 */
export async function findRound({ db, caller }: Context, roundId: string) {
  const members = { some: { userId: caller.id } };
  const row = await db.round.findFirst({
    where: {
      id: roundId,
      report: { dossier: { deletedAt: null, members } },
      OR: [{ status: "signed_off" }, { report: { deletedAt: null } }],
    },
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

/** What was corrected in a round since it was signed, by time. */
export async function listCorrections(
  context: Context,
  { roundId }: z.infer<typeof roundParams>,
): Promise<{ items: SignedCorrection[] }> {
  const { dossierId } = await findRound(context, roundId);
  await requireReader(context, dossierId);
  return { items: (await roundOf(context.db, roundId))?.corrections ?? [] };
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

/** Whether what a snapshot covers stands otherwise now, or not at all. A person's new name alone changes nothing that was checked. */
export async function isOutdated(tx: Transaction, reportId: string, frozen: Snapshot): Promise<boolean> {
  const { deletedAt } = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { deletedAt: true },
  });
  if (deletedAt !== null) return true;
  const now = await takeSnapshot(tx, reportId, frozen);
  return canonicalJson({ ...now, people: [] }) !== canonicalJson({ ...frozen, people: [] });
}
