import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { articlesOf } from "@/lib/articles/queries";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { Refusal, stale } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { isRepeatedCreate } from "@/lib/journal/repeat";
import { presentReport, withArticles } from "./present";
import { readReport } from "./queries";
import type { changeReportInput, createReportInput, deleteReportInput, Report } from "./schema";

/**
 * Makes a report from a dossier; of all its articles unless some are named.
 * @throws Refusal `invalid` for an article that is not in the dossier, `duplicate` (id taken)
 */
export async function createReport(
  context: Context,
  { id = uuidv7(), dossierId, title, memo, articles }: z.infer<typeof createReportInput>,
): Promise<Report> {
  return changeDossier(context, dossierId, "report.create", async ({ tx, now, actor, append }) => {
    const subject = { type: "report" as const, id };
    const creation = { dossierId, actorId: actor.userId, type: "report.created" as const, subject };
    if (
      await isRepeatedCreate(tx, {
        ...creation,
        noun: "report",
        content: { title, memo: memo ?? "", articles },
      })
    ) {
      return presentReport(await tx.report.findUniqueOrThrow({ where: { id }, include: withArticles }));
    }
    const chosen = await chosenArticles(tx, dossierId, articles);
    const row = await tx.report.create({
      data: {
        ...{ id, dossierId, title, memo },
        articles: { create: chosen.map((articleId, position) => ({ articleId, position })) },
        ...{ createdById: actor.userId, updatedById: actor.userId, createdAt: now, updatedAt: now },
      },
      include: withArticles,
    });
    const report = presentReport(row);
    append({ type: "report.created", subject, payload: { report } });
    return report;
  });
}

/** What was submitted or signed stays as it was: changing the report makes it outdated. @throws Refusal `stale` */
export async function changeReport(
  context: Context,
  { reportId, version, articles, ...data }: z.infer<typeof changeReportInput>,
): Promise<Report> {
  const { dossierId } = await readReport(context, { reportId });
  return changeDossier(context, dossierId, "report.change", async (change) => {
    const report = await writeIfUnchanged(change, reportId, version, data, articles);
    change.append({ type: "report.changed", subject: { type: "report", id: reportId }, payload: { report } });
    return report;
  });
}

/** Takes a report away; its rounds and sign-offs stay stored. @throws Refusal `stale` */
export async function deleteReport(
  context: Context,
  { reportId, version }: z.infer<typeof deleteReportInput>,
): Promise<Report> {
  const { dossierId } = await readReport(context, { reportId });
  return changeDossier(context, dossierId, "report.delete", async (change) => {
    const report = await writeIfUnchanged(change, reportId, version, { deletedAt: change.now });
    change.append({ type: "report.deleted", subject: { type: "report", id: reportId }, payload: { report } });
    return report;
  });
}

async function writeIfUnchanged(
  { tx, now, actor, dossierId }: Change,
  id: string,
  version: number,
  data: { title?: string; memo?: string; deletedAt?: Date },
  articles?: string[],
): Promise<Report> {
  const { count } = await tx.report.updateMany({
    where: { id, version, deletedAt: null },
    data: { ...data, updatedById: actor.userId, updatedAt: now, version: { increment: 1 } },
  });
  if (count > 0 && articles) {
    const chosen = await chosenArticles(tx, dossierId, articles);
    await tx.reportArticle.deleteMany({ where: { reportId: id } });
    await tx.reportArticle.createMany({
      data: chosen.map((articleId, position) => ({ reportId: id, articleId, position })),
    });
  }
  const report = presentReport(await tx.report.findUniqueOrThrow({ where: { id }, include: withArticles }));
  if (count === 0) throw stale("report", report);
  return report;
}

async function chosenArticles(tx: Transaction, dossierId: string, chosen?: string[]): Promise<string[]> {
  const present = (await articlesOf(tx, dossierId)).map(({ id }) => id);
  if (!chosen) return present;
  if (chosen.some((id) => !present.includes(id))) {
    throw new Refusal("invalid", "One of these articles is not in the dossier.", { field: "articles" });
  }
  return chosen;
}
