import type { Transaction } from "@/lib/db/client";
import type { Snapshot } from "@/lib/reports/snapshot";

/**
 * Everyone who made or changed something that the snapshot holds, by the journal: the report, its annotations,
 * evidence and links, whoever changed them last. None of them may sign. Sorted.
 */
export async function contributorsTo(tx: Transaction, snapshot: Snapshot): Promise<string[]> {
  const subjectIds = [snapshot.report, ...snapshot.annotations, ...snapshot.evidence, ...snapshot.links].map(
    ({ id }) => id,
  );
  const actors = await tx.journalEntry.findMany({
    where: { dossierId: snapshot.dossier.id, subjectId: { in: subjectIds } },
    distinct: ["actorId"],
    orderBy: { actorId: "asc" },
    select: { actorId: true },
  });
  return actors.map(({ actorId }) => actorId);
}
