import * as Y from "yjs";
import type { Transaction } from "@/lib/db/client";
import { firstMemo, memoText, openMemo } from "@/lib/memo/document";
import type { Report } from "@/lib/reports/schema";
import { fromBase64 } from "@/lib/reviews/base64";
import { sha256OfBytes } from "./bytes";
import type { Finding } from "./finding";

type MemoRow = {
  id: string;
  dossierId: string;
  memo: string;
  memoState: { base: Uint8Array; state: Uint8Array; seq: number; version: number } | null;
};

/** The memo is what its first state and the journal's edits make of it; the merged state is a place on that way. */
export async function memoFaults(
  tx: Transaction,
  row: MemoRow,
  wholeMemo: string,
  isTyped: boolean,
): Promise<Finding[]> {
  const { id, dossierId, memoState } = row;
  const where = { dossierId, table: "report", id };
  const edits = await tx.journalEntry.findMany({
    where: { dossierId, subjectType: "report", subjectId: id, type: "memo.edited" },
    orderBy: { seq: "asc" },
    select: { seq: true, payload: true },
  });
  const memoWrong = {
    ...where,
    field: "memo",
    sentence: "The memo is not what the journal’s edits make of it.",
  };
  const origin = await originOf(tx, row, edits[0]?.seq);
  if (!memoState) {
    // Reports of before there were documents have one from when somebody first opens their memo.
    const hadOne = edits.length > 0 || origin?.sha256 !== undefined;
    const gone = {
      ...where,
      table: "memo_state",
      field: null,
      sentence: "The memo’s document is not there.",
    };
    return hadOne ? [gone] : row.memo === wholeMemo ? [] : [memoWrong];
  }
  const faults: Finding[] = [];
  const stateWhere = { dossierId, table: "memo_state", id };
  const updates = edits.map(({ seq, payload }) => {
    const { update, version } = payload as { update: string; version: number };
    return { seq, version, bytes: fromBase64(update) ?? new Uint8Array() };
  });
  const whole = openMemo(memoState.base, ...updates.map(({ bytes }) => bytes));
  // A memo given whole may be said in other Markdown than its document comes to.
  const isAsSaid = row.memo === memoText(whole) || (!isTyped && row.memo === wholeMemo);
  if (!isAsSaid || (!isTyped && row.memo !== wholeMemo)) faults.push(memoWrong);
  const isBase = origin?.sha256
    ? sha256OfBytes(memoState.base) === origin.sha256
    : memoText(openMemo(memoState.base)) === origin?.text;
  if (!isBase) faults.push({ ...stateWhere, field: "base", sentence: "The memo did not begin like this." });
  const merged = updates.filter(({ seq }) => seq <= memoState.seq);
  const lastMerged = merged.at(-1);
  const then = openMemo(memoState.base, ...merged.map(({ bytes }) => bytes));
  if (!isSameMemo(then, openMemo(memoState.state))) {
    faults.push({
      ...stateWhere,
      field: "state",
      sentence: "The merged memo is not what was typed up to there.",
    });
  }
  const isPlace = lastMerged
    ? memoState.seq === lastMerged.seq && memoState.version === lastMerged.version
    : memoState.seq === (origin?.seq ?? 0) && memoState.version === (origin?.version ?? memoState.version);
  if (!isPlace)
    faults.push({
      ...stateWhere,
      field: "seq",
      sentence: "The merged memo names a place where no edit was.",
    });
  return faults;
}

/** As Yjs writes both down anew: the same content and the same deletions, however it came together. */
function isSameMemo(a: Y.Doc, b: Y.Doc): boolean {
  const written = (doc: Y.Doc) => Y.encodeStateAsUpdate(openMemo(Y.encodeStateAsUpdate(doc)));
  return Buffer.from(written(a)).equals(Buffer.from(written(b)));
}

type Origin = { text: string; sha256?: string; seq?: number; version?: number };

/** What the memo was before anything was typed; with its first state's hash, place and version where the journal says them. */
async function originOf(
  tx: Transaction,
  { id, dossierId }: MemoRow,
  firstEdit: number | undefined,
): Promise<Origin | null> {
  const entry = await tx.journalEntry.findFirst({
    where: {
      ...{ dossierId, subjectType: "report", subjectId: id },
      type: { in: ["report.created", "report.changed"] },
      ...(firstEdit !== undefined && { seq: { lt: firstEdit } }),
    },
    orderBy: { seq: "desc" },
  });
  const created = await tx.journalEntry.findFirst({
    where: { dossierId, subjectType: "report", subjectId: id, type: "report.created" },
    orderBy: { seq: "asc" },
  });
  if (!entry || !created) return null;
  const text = memoTextOf((entry.payload as { report: Report }).report.memo);
  const { memoSha256, report } = created.payload as { memoSha256?: string; report: Report };
  return memoSha256 === undefined
    ? { text }
    : { text, sha256: memoSha256, seq: created.seq, version: report.version };
}

/** Markdown as a document says it again. */
function memoTextOf(markdown: string): string {
  return memoText(openMemo(firstMemo(markdown)));
}
