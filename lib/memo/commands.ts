import * as Y from "yjs";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { notFound, Refusal } from "@/lib/http/refusal";
import { changeDossier } from "@/lib/journal/change";
import { readReport } from "@/lib/reports/queries";
import { fromBase64 } from "@/lib/reviews/base64";
import { unfit } from "./checkUpdate";
import { boundedText, gain } from "./gain";
import type { editMemoInput, MemoPlace } from "./schema";
import { editOf, MERGE_AFTER, mergeMemo, storedMemo } from "./stored";

/**
 * Takes what somebody typed. The journal gets what the document gained by it, and nothing when that is nothing: sent
 * again, an update is the same success. `report.memo` says the same as the document from this moment on.
 * @throws Refusal `invalid` for what is no update of a memo, `incomplete` for one that others must come before,
 *   `too_large` when the memo would be
 */
export async function editMemo(
  context: Context,
  { reportId, updates }: z.infer<typeof editMemoInput>,
): Promise<MemoPlace> {
  const { dossierId } = await readReport(context, { reportId });
  const update = merged(updates);
  return changeDossier(context, dossierId, "report.change", async ({ tx, now, actor, head, append }) => {
    const report = await tx.report.findFirst({ where: { id: reportId, deletedAt: null } });
    if (!report) throw notFound();
    const memo = await storedMemo(tx, report);
    const gained = gain(memo.doc, update);
    if (!gained) return { reportId, seq: memo.seq, version: report.version };

    const version = report.version + 1;
    const text = boundedText(memo.doc);
    await tx.report.update({
      where: { id: reportId },
      data: { memo: text, version, updatedById: actor.userId, updatedAt: now },
    });
    append({
      type: "memo.edited",
      subject: { type: "report", id: reportId },
      payload: editOf(report, gained, version),
    });
    const seq = head.seq + 1;
    if (memo.unmerged >= MERGE_AFTER) await mergeMemo(tx, reportId, { doc: memo.doc, seq, version });
    return { reportId, seq, version };
  });
}

/** @throws Refusal `invalid` with the first wrong update */
function merged(updates: readonly string[]): Uint8Array {
  const parts = updates.map((text, index) => {
    const update = fromBase64(text);
    const reason = update ? unfit(update) : "This is not base64.";
    if (!update || reason) {
      throw new Refusal("invalid", reason ?? "", { field: `updates.${index}` });
    }
    return update;
  });
  return Y.mergeUpdates(parts);
}
