import type { Transaction } from "@/lib/db/client";

type Written = { createdById: string; createdAt: Date };

/**
 * Which of these comments are the reasons of returns: those written with a decision, by the same person at the same
 * instant. Asks nobody's permission.
 */
export async function reasonsAmong<T extends Written>(
  tx: Transaction,
  dossierId: string,
  comments: readonly T[],
): Promise<T[]> {
  if (comments.length === 0) return [];
  const decisions = await tx.journalEntry.findMany({
    where: { dossierId, type: "round.decided", at: { in: comments.map(({ createdAt }) => createdAt) } },
    select: { actorId: true, at: true },
  });
  const written = new Set(decisions.map(({ actorId, at }) => `${actorId} ${at.toISOString()}`));
  return comments.filter(({ createdById, createdAt }) =>
    written.has(`${createdById} ${createdAt.toISOString()}`),
  );
}
