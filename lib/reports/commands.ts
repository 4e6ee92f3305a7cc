import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { articlesOf } from "@/lib/articles/queries";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { Refusal, stale } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { isRepeatedCreate } from "@/lib/journal/repeat";
import { beginMemo } from "@/lib/memo/stored";
import { replaceMemo } from "./memoText";
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
  return changeDossier(context, dossierId, "report.create", async ({ tx, now, actor, head, append }) => {
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
    const memoSha256 = await beginMemo(tx, row, head.seq + 1);
    const report = presentReport(row);
    append({ type: "report.created", subject, payload: { report, memoSha256 } });
    return report;
  });
}

/**
 * What was submitted or signed stays as it was: changing the report makes it outdated. A memo given whole becomes an
 * edit of the document that is typed in: what others wrote since `version` stays in it.
 * @throws Refusal `stale` when anything but words of the memo changed since `version`
 */
export async function changeReport(
  context: Context,
  { reportId, version, articles, memo, title }: z.infer<typeof changeReportInput>,
): Promise<Report> {
  const { dossierId } = await readReport(context, { reportId });
  return changeDossier(context, dossierId, "report.change", async (change) => {
    const { tx, append } = change;
    const before = await unchangedSince(tx, reportId, version);
    const next = before.version + 1;
    const text = memo === undefined ? undefined : await replaceMemo(change, before, { memo, version, next });
    const data = { title, memo: text, version: next, patchedVersion: next };
    const report = await write(change, reportId, data, articles);
    append({ type: "report.changed", subject: { type: "report", id: reportId }, payload: { report } });
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
    const before = await unchangedSince(change.tx, reportId, version);
    // Words typed since are no less a reason to look again before it goes.
    if (before.version !== version) throw stale("report", presentReport(before));
    const next = version + 1;
    const data = { deletedAt: change.now, version: next, patchedVersion: next };
    const report = await write(change, reportId, data);
    change.append({ type: "report.deleted", subject: { type: "report", id: reportId }, payload: { report } });
    return report;
  });
}

/** The report's row, when nothing but words of its memo changed since `version`. @throws Refusal `stale` */
async function unchangedSince(tx: Transaction, id: string, version: number) {
  const row = await tx.report.findUniqueOrThrow({ where: { id }, include: withArticles });
  const isSame = row.deletedAt === null && row.patchedVersion <= version && version <= row.version;
  if (!isSame) throw stale("report", presentReport(row));
  return row;
}

type Data = { title?: string; memo?: string; deletedAt?: Date; version: number; patchedVersion: number };

async function write(
  { tx, now, actor, dossierId }: Change,
  id: string,
  data: Data,
  articles?: string[],
): Promise<Report> {
  if (articles) {
    const chosen = await chosenArticles(tx, dossierId, articles);
    await tx.reportArticle.deleteMany({ where: { reportId: id } });
    await tx.reportArticle.createMany({
      data: chosen.map((articleId, position) => ({ reportId: id, articleId, position })),
    });
  }
  const row = await tx.report.update({
    where: { id },
    data: { ...data, updatedById: actor.userId, updatedAt: now },
    include: withArticles,
  });
  return presentReport(row);
}

async function chosenArticles(tx: Transaction, dossierId: string, chosen?: string[]): Promise<string[]> {
  const present = (await articlesOf(tx, dossierId)).map(({ id }) => id);
  if (!chosen) return present;
  if (chosen.some((id) => !present.includes(id))) {
    throw new Refusal("invalid", "One of these articles is not in the dossier.", { field: "articles" });
  }
  return chosen;
}
