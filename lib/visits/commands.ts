import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { inTransaction } from "@/lib/db/client";
import { nextVisit } from "./model";
import type { Visit, visitInput } from "./schema";

/** Marks how far the caller has seen a dossier. It is about them alone: nothing of it is in the journal. */
export async function markVisit(
  context: Context,
  { dossierId, seq, seen }: z.output<typeof visitInput>,
): Promise<Visit> {
  await requireReader(context, dossierId);
  const userId = context.caller.id;
  return inTransaction(context.db, async (tx) => {
    // Two tabs of one person take turns; also when neither finds a row.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`visit ${userId} ${dossierId}`}, 0))`;
    const dossier = await tx.dossier.findUniqueOrThrow({
      where: { id: dossierId },
      select: { journalSeq: true },
    });
    const where = { userId_dossierId: { userId, dossierId } };
    const row = await tx.visit.findUnique({ where });
    const before = row && {
      ...{ seq: row.seq, at: row.at.toISOString() },
      since: { seq: row.sinceSeq, at: row.sinceAt.toISOString() },
    };
    const visit = nextVisit(before, { seq: Math.min(seq, dossier.journalSeq), seen, now: new Date() });
    const data = { seq: visit.seq, at: visit.at, sinceSeq: visit.since.seq, sinceAt: visit.since.at };
    await tx.visit.upsert({ where, create: { userId, dossierId, ...data }, update: data });
    return visit;
  });
}
