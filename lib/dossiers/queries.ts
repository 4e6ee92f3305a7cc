import type { z } from "zod";
import { requireReader, requireReadScope } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { Database } from "@/lib/db/client";
import { countUnseen } from "@/lib/visits/queries";
import { presentDossier, presentMember } from "./present";
import type { DossierSummary, dossierParams, listDossiersInput, listMembersInput, Member } from "./schema";

/** The caller's dossiers, newest first by id. */
export async function listDossiers(
  { db, caller }: Context,
  { limit, after }: z.infer<typeof listDossiersInput>,
): Promise<{ items: DossierSummary[]; next: string | null }> {
  requireReadScope(caller);
  const rows = await db.dossier.findMany({
    where: { deletedAt: null, members: { some: { userId: caller.id } }, id: { lt: after } },
    orderBy: { id: "desc" },
    take: limit,
    select: { id: true },
  });
  const items = await Promise.all(rows.map(({ id }) => summary(db, caller.id, id)));
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null };
}

/** A dossier with counts, the caller's role and the journal's newest number. */
export async function readDossier(
  context: Context,
  { dossierId }: z.infer<typeof dossierParams>,
): Promise<DossierSummary> {
  await requireReader(context, dossierId);
  return summary(context.db, context.caller.id, dossierId);
}

/** Who is in the dossier, by id. */
export async function listMembers(
  context: Context,
  { dossierId, limit, after }: z.infer<typeof listMembersInput>,
): Promise<{ items: Member[]; next: string | null }> {
  await requireReader(context, dossierId);
  const rows = await context.db.member.findMany({
    where: { dossierId, userId: { gt: after } },
    orderBy: { userId: "asc" },
    take: limit,
    include: { user: true },
  });
  return {
    items: rows.map(presentMember),
    next: rows.length === limit ? (rows.at(-1)?.userId ?? null) : null,
  };
}

async function summary(db: Database, userId: string, id: string): Promise<DossierSummary> {
  const liveEnd = { deletedAt: null, article: { deletedAt: null } };
  const link = { dossierId: id, deletedAt: null, from: liveEnd, to: liveEnd };
  const [row, member, articles, annotations, links, openContradictions, reports, unseen] = await Promise.all([
    db.dossier.findUniqueOrThrow({ where: { id } }),
    db.member.findUniqueOrThrow({ where: { dossierId_userId: { dossierId: id, userId } } }),
    db.article.count({ where: { dossierId: id, deletedAt: null } }),
    db.annotation.count({ where: { dossierId: id, ...liveEnd } }),
    db.link.count({ where: link }),
    db.link.count({ where: { ...link, relation: "contradicts", status: "open" } }),
    db.report.count({ where: { dossierId: id, deletedAt: null } }),
    countUnseen(db, userId, id),
  ]);
  const counts = { articles, annotations, links, openContradictions, reports };
  return { ...presentDossier(row), role: member.role, seq: row.journalSeq, counts, unseen };
}
