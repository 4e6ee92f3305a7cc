import type { Transaction } from "@/lib/db/client";
import type { Snapshot } from "@/lib/reports/snapshot";

/**
 * Everyone who made or changed something that the snapshot holds, by the journal: the report, its annotations,
 * evidence and links, what is said about its articles, and which sentences are cleared. Adding an article is not
 * making the report, and looking again at a link that stays as it is (`link.seen`) is not changing it. None of them may
 * sign. Sorted.
 */
export async function contributorsTo(tx: Transaction, snapshot: Snapshot): Promise<string[]> {
  const subjectIds = [snapshot.report, ...snapshot.annotations, ...snapshot.evidence, ...snapshot.links].map(
    ({ id }) => id,
  );
  const actors = await tx.journalEntry.findMany({
    where: {
      dossierId: snapshot.dossier.id,
      OR: [
        { subjectId: { in: subjectIds }, type: { not: "link.seen" } },
        {
          subjectId: { in: snapshot.articles.map(({ id }) => id) },
          type: { in: ["article.changed", "article.adjudicated", "sentence.cleared", "sentence.reopened"] },
        },
      ],
    },
    distinct: ["actorId"],
    orderBy: { actorId: "asc" },
    select: { actorId: true },
  });
  return actors.map(({ actorId }) => actorId);
}
