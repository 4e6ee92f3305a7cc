import { z } from "zod";
import { deletedAt, id, line, made, paging, queryVersion, text, version } from "@/lib/http/fields";
import { MAX_MEMO_LENGTH } from "@/lib/memo/schema";

export const reportStatusSchema = z.enum(["draft", "in_review", "returned", "signed_off"]);
export type ReportStatus = z.infer<typeof reportStatusSchema>;

export const reportSchema = z.object({
  id,
  dossierId: id,
  title: z.string(),
  /** Markdown. */
  memo: z.string(),
  articles: z.array(id),
  status: reportStatusSchema,
  ...made,
  deletedAt,
});
export type Report = z.infer<typeof reportSchema>;

/** A report without its memo: what a browser holds of every report. The words are read where they are shown. */
export const reportHeadSchema = reportSchema.omit({ memo: true });
export type ReportHead = z.infer<typeof reportHeadSchema>;

const articles = z
  .array(id)
  .max(500)
  .refine((ids) => new Set(ids).size === ids.length, "An article is named twice.");
const memo = text(MAX_MEMO_LENGTH);

/** Without `articles` a report takes every article of the dossier. */
export const createReportInput = z.strictObject({
  dossierId: id,
  id: id.optional(),
  title: line(300),
  memo: memo.optional(),
  articles: articles.optional(),
});
export const changeReportInput = z.strictObject({
  reportId: id,
  version,
  title: line(300).optional(),
  memo: memo.optional(),
  articles: articles.optional(),
});
export const reportParams = z.strictObject({ reportId: id });
export const deleteReportInput = z.strictObject({ reportId: id, version: queryVersion });
export const listReportsInput = z.strictObject({ dossierId: id, ...paging });

export const exportReportInput = z.strictObject({
  reportId: id,
  format: z.string().max(20),
  /** A round's id or number: exports what that round froze; without it, a draft of what stands now. */
  round: z.string().max(36).optional(),
});
