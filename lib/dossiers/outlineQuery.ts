import type { z } from "zod";
import { articlesOf } from "@/lib/articles/queries";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { DossierState } from "@/lib/journal/apply";
import { presentFilter } from "@/lib/savedFilters/present";
import { presentDossier, presentMember } from "./present";
import type { dossierParams } from "./schema";

/**
 * A dossier's state without what fills it: who is in it, its articles and kept filters, at one journal number. For
 * pages that read annotations and links piece by piece.
 */
export async function readDossierOutline(
  context: Context,
  { dossierId }: z.infer<typeof dossierParams>,
): Promise<DossierState> {
  await requireReader(context, dossierId);
  return context.db.$transaction(
    async (tx) => {
      const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId } });
      const members = await tx.member.findMany({ where: { dossierId }, include: { user: true } });
      const articles = await articlesOf(tx, dossierId);
      const filters = await tx.savedFilter.findMany({ where: { dossierId, deletedAt: null } });
      return {
        seq: dossier.journalSeq,
        dossier: presentDossier(dossier),
        members: Object.fromEntries(members.map((row) => [row.userId, presentMember(row)])),
        articles: Object.fromEntries(articles.map((article) => [article.id, article])),
        filters: Object.fromEntries(filters.map((row) => [row.id, presentFilter(row)])),
        ...{ annotations: {}, evidence: {}, cleared: {}, links: {}, comments: {}, reports: {}, rounds: {} },
      };
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 30_000 },
  );
}
