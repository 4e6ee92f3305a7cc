import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { Database, Transaction } from "@/lib/db/client";
import type { Checkpoint as CheckpointRow } from "@/lib/db/generated/client";
import type { listCheckpointsInput } from "./schema";
import { checkpointStatementSchema, type SignedCheckpoint } from "./statement";

/** A dossier's checkpoints, newest first. `next` goes into `before`. */
export async function listCheckpoints(
  context: Context,
  { dossierId, before, limit }: z.output<typeof listCheckpointsInput>,
): Promise<{ items: SignedCheckpoint[]; next: number | null }> {
  await requireReader(context, dossierId);
  const rows = await context.db.checkpoint.findMany({
    where: { dossierId, size: { lt: before } },
    orderBy: { size: "desc" },
    take: limit,
  });
  const items = presentCheckpoints(rows, await context.db.signingKey.findMany());
  return { items, next: rows.length === limit ? (rows.at(-1)?.size ?? null) : null };
}

/** Asks nobody's permission. */
export async function newestCheckpoint(
  db: Database | Transaction,
  dossierId: string,
): Promise<SignedCheckpoint | null> {
  const row = await db.checkpoint.findFirst({ where: { dossierId }, orderBy: { size: "desc" } });
  return row && present(db, row);
}

/** The first checkpoint that has entry `seq` in it; null while there is none. Asks nobody's permission. */
export async function checkpointWith(
  db: Database,
  dossierId: string,
  seq: number,
): Promise<SignedCheckpoint | null> {
  const row = await db.checkpoint.findFirst({
    where: { dossierId, size: { gte: seq } },
    orderBy: { size: "asc" },
  });
  return row && present(db, row);
}

async function present(db: Database | Transaction, row: CheckpointRow): Promise<SignedCheckpoint | null> {
  return presentCheckpoints([row], await db.signingKey.findMany({ where: { id: row.keyId } }))[0] ?? null;
}

export function presentCheckpoints(
  rows: readonly CheckpointRow[],
  keys: readonly { id: string; publicKey: string }[],
): SignedCheckpoint[] {
  return rows.map(({ signed, signature, keyId }) => ({
    signed: checkpointStatementSchema.parse(JSON.parse(signed)),
    signature,
    publicKey: keys.find(({ id }) => id === keyId)?.publicKey ?? "",
  }));
}
