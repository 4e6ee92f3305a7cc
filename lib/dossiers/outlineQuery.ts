import type { z } from "zod";
import { articlesOf } from "@/lib/articles/queries";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { presentComment } from "@/lib/comments/present";
import type { DossierState } from "@/lib/journal/apply";
import { presentFilter } from "@/lib/savedFilters/present";
import { presentDossier, presentMember } from "./present";
import type { dossierParams } from "./schema";

type Params = z.infer<typeof dossierParams>;

/**
 * A dossier's state without what fills it: who is in it, its articles and kept filters, at one journal number. For
 * pages that read annotations and links piece by piece.
 */
export async function readDossierOutline(context: Context, { dossierId }: Params): Promise<DossierState> {
  return outlineOf(context, dossierId, { withTalk: false });
}

/** The same with what was said about links, which the board's cards lead to. */
export async function readBoardOutline(context: Context, { dossierId }: Params): Promise<DossierState> {
  return outlineOf(context, dossierId, { withTalk: true });
}

async function outlineOf(
  context: Context,
  dossierId: string,
  { withTalk }: { withTalk: boolean },
): Promise<DossierState> {
  await requireReader(context, dossierId);
  return context.db.$transaction(
    async (tx) => {
      const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId } });
      const members = await tx.member.findMany({ where: { dossierId }, include: { user: true } });
      const articles = await articlesOf(tx, dossierId);
      const comments = withTalk
        ? await tx.comment.findMany({ where: { dossierId, onType: "link", deletedAt: null } })
        : [];
      const filters = await tx.savedFilter.findMany({ where: { dossierId, deletedAt: null } });
      return {
        seq: dossier.journalSeq,
        dossier: presentDossier(dossier),
        members: Object.fromEntries(members.map((row) => [row.userId, presentMember(row)])),
        articles: Object.fromEntries(articles.map((article) => [article.id, article])),
        filters: Object.fromEntries(filters.map((row) => [row.id, presentFilter(row)])),
        comments: Object.fromEntries(comments.map((row) => [row.id, presentComment(row)])),
        ...{ annotations: {}, evidence: {}, cleared: {}, links: {}, reports: {}, rounds: {} },
      };
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 30_000 },
  );
}
