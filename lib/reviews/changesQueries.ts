import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { presentEntry } from "@/lib/journal/tail";
import type { Snapshot } from "@/lib/reports/snapshot";
import { findRound, frozenSnapshot, isOutdated } from "./queries";
import type { Changes, listChangesInput } from "./schema";

/**
 * Whether what a round covers has changed since it was frozen, and every change that touched it, newest first,
 * however long ago it was frozen. A change may have been taken back: then it is in the list and nothing is outdated.
 */
export async function readChanges(
  context: Context,
  { roundId, limit, before }: z.output<typeof listChangesInput>,
): Promise<Changes> {
  const { dossierId, reportId } = await findRound(context, roundId);
  await requireReader(context, dossierId);
  const snapshot = await frozenSnapshot(context.db, roundId);
  return inTransaction(context.db, async (tx) => {
    const { journalSeq } = await tx.round.findUniqueOrThrow({
      where: { id: roundId },
      select: { journalSeq: true },
    });
    const dossier = await tx.dossier.findUniqueOrThrow({
      where: { id: dossierId },
      select: { journalSeq: true },
    });
    const seqs = await touching(tx, snapshot, journalSeq);
    const shown = seqs.filter((seq) => before === undefined || seq < before).slice(0, limit + 1);
    const page = shown.slice(0, limit);
    const rows = await tx.journalEntry.findMany({
      where: { dossierId, seq: { in: page } },
      orderBy: { seq: "desc" },
    });
    return {
      outdated: await isOutdated(tx, reportId, snapshot),
      seq: dossier.journalSeq,
      total: seqs.length,
      items: rows.map(presentEntry),
      next: shown.length > limit ? (page.at(-1) ?? null) : null,
    };
  });
}

/** Numbers of the entries after `after` that are about anything a snapshot holds, the newest first. */
async function touching(tx: Transaction, { dossier, report, articles }: Snapshot, after: number) {
  const ofReport = ["report.changed", "report.deleted", "memo.edited"];
  const ofArticle = ["article.changed", "article.deleted", "sentence.cleared", "sentence.reopened"];
  const now = await tx.reportArticle.findMany({
    where: { reportId: report.id },
    select: { articleId: true },
  });
  const articleIds = [
    ...new Set([...articles.map(({ id }) => id), ...now.map(({ articleId }) => articleId)]),
  ];
  const rows = await tx.$queryRaw<{ seq: number }[]>`
    SELECT seq FROM journal_entry e WHERE dossier_id = ${dossier.id}::uuid AND seq > ${after} AND (
      type = 'dossier.changed'
      OR subject_id = ${report.id}::uuid AND type = ANY (${ofReport})
      OR subject_id = ANY (${articleIds}::uuid[]) AND type = ANY (${ofArticle})
      OR subject_type = 'annotation' AND EXISTS (
        SELECT FROM annotation a WHERE a.id = e.subject_id AND a.article_id = ANY (${articleIds}::uuid[]))
      OR subject_type = 'evidence' AND EXISTS (
        SELECT FROM evidence v JOIN annotation a ON a.id = v.annotation_id
        WHERE v.id = e.subject_id AND a.article_id = ANY (${articleIds}::uuid[]))
      OR subject_type = 'link' AND type <> 'link.seen' AND EXISTS (
        SELECT FROM link l JOIN annotation a ON a.id IN (l.from_id, l.to_id)
        WHERE l.id = e.subject_id AND a.article_id = ANY (${articleIds}::uuid[]))
    ) ORDER BY seq DESC`;
  return rows.map(({ seq }) => seq);
}
