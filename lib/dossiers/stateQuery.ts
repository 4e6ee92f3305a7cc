import type { z } from "zod";
import { presentAnnotation } from "@/lib/annotations/present";
import { presentClearedSentence } from "@/lib/articles/present";
import { articlesOf } from "@/lib/articles/queries";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { presentComment } from "@/lib/comments/present";
import { presentEvidence } from "@/lib/evidence/present";
import { type DossierState, sentenceKey } from "@/lib/journal/apply";
import { presentLink } from "@/lib/links/present";
import { headOf, presentReport, withArticles } from "@/lib/reports/present";
import { roundsOf } from "@/lib/reviews/queries";
import { presentFilter } from "@/lib/savedFilters/present";
import { presentDossier, presentMember } from "./present";
import type { dossierParams } from "./schema";

/** A dossier's whole state at one journal number: what a browser starts from before it follows the stream. */
export async function readDossierState(
  context: Context,
  { dossierId }: z.infer<typeof dossierParams>,
): Promise<DossierState> {
  await requireReader(context, dossierId);
  // One moment for all: with anything less an entry could be counted in `seq` and missing from the rows.
  return context.db.$transaction(
    async (tx) => {
      const live = { dossierId, deletedAt: null };
      const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId } });
      const members = await tx.member.findMany({ where: { dossierId }, include: { user: true } });
      const articles = await articlesOf(tx, dossierId);
      const cleared = await tx.clearedSentence.findMany({
        where: { revision: { article: { dossierId } } },
        include: { revision: { select: { articleId: true } } },
      });
      const annotations = await tx.annotation.findMany({ where: live });
      const evidence = await tx.evidence.findMany({ where: live, omit: { archived: true } });
      const links = await tx.link.findMany({ where: live });
      const filters = await tx.savedFilter.findMany({ where: live });
      const comments = await tx.comment.findMany({ where: live });
      const reports = await tx.report.findMany({ where: live, include: withArticles });
      const sentences = cleared.map((row) =>
        presentClearedSentence({ ...row, articleId: row.revision.articleId }),
      );
      return {
        seq: dossier.journalSeq,
        dossier: presentDossier(dossier),
        members: Object.fromEntries(members.map((row) => [row.userId, presentMember(row)])),
        articles: byId(articles),
        annotations: byId(annotations.map(presentAnnotation)),
        evidence: byId(evidence.map(presentEvidence)),
        cleared: Object.fromEntries(sentences.map((sentence) => [sentenceKey(sentence), sentence])),
        links: byId(links.map(presentLink)),
        filters: byId(filters.map(presentFilter)),
        comments: byId(comments.map(presentComment)),
        reports: byId(reports.map((row) => headOf(presentReport(row)))),
        rounds: byId(await roundsOf(tx, dossierId)),
      };
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 30_000 },
  );
}

function byId<T extends { id: string }>(things: readonly T[]): Record<string, T> {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}
