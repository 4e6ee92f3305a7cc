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
  { reportId }: z.infer<typeof listRoundsInput>,
): Promise<{ items: Round[]; next: null }> {
  await readReport(context, { reportId });
  const rows = await context.db.round.findMany({
    where: { reportId },
    orderBy: { number: "desc" },
    include: withItems,
    omit: { snapshot: true },
  });
  const keys = await context.db.signingKey.findMany();
  return { items: rows.map((row) => presentRound(row, keys)), next: null };
}

/** A round with what it froze, and whether that has changed since. */
export async function readRound(
  context: Context,
  { roundId }: z.infer<typeof roundParams>,
): Promise<z.infer<typeof roundWithSnapshotSchema>> {
  const round = await roundOf(context.db, roundId);
  if (!round) throw notFound("round");
  await requireReader(context, round.dossierId, "round");
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
  const now = await takeSnapshot(tx, reportId, frozen.waiver);
  return canonicalJson({ ...now, people: [] }) !== canonicalJson({ ...frozen, people: [] });
}
