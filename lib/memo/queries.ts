import * as Y from "yjs";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { notFound } from "@/lib/http/refusal";
import { readReport } from "@/lib/reports/queries";
import { toBase64 } from "@/lib/reviews/base64";
import type { MemoState, memoParams } from "./schema";
import { MERGE_AFTER, mergeMemo, storedMemo } from "./stored";

/** A report's memo as the document that is edited together. @throws Refusal `not_found` */
export async function readMemo(
  context: Context,
  { reportId }: z.infer<typeof memoParams>,
): Promise<MemoState> {
  await readReport(context, { reportId });
  const report = await context.db.report.findFirst({ where: { id: reportId, deletedAt: null } });
  if (!report) throw notFound();
  const memo = await storedMemo(context.db, report);
  // Whoever opens it next reads one row.
  if (memo.unmerged >= MERGE_AFTER) await mergeMemo(context.db, reportId, memo);
  const { doc, seq, version } = memo;
  return { reportId, seq, version, state: toBase64(Y.encodeStateAsUpdate(doc)) };
}
