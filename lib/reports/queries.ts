import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { notFound } from "@/lib/http/refusal";
import { presentReport, withArticles } from "./present";
import type { listReportsInput, Report, reportParams } from "./schema";

/** Reports of a dossier that are not deleted, by id. */
export async function listReports(
  context: Context,
  { dossierId, limit, after }: z.infer<typeof listReportsInput>,
): Promise<{ items: Report[]; next: string | null }> {
  await requireReader(context, dossierId);
  const rows = await context.db.report.findMany({
    where: { dossierId, deletedAt: null, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
    include: withArticles,
  });
  return { items: rows.map(presentReport), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}

/** @throws Refusal `not_found` */
export async function readReport(
  context: Context,
  { reportId }: z.infer<typeof reportParams>,
): Promise<Report> {
  const row = await context.db.report.findFirst({
    where: { id: reportId, deletedAt: null },
    include: withArticles,
  });
  if (!row) throw notFound();
  await requireReader(context, row.dossierId);
  return presentReport(row);
}
