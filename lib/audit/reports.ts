import * as Y from "yjs";
import type { Transaction } from "@/lib/db/client";
import { firstMemo, memoText, openMemo } from "@/lib/memo/document";
import { presentReport, withArticles } from "@/lib/reports/present";
import type { Report } from "@/lib/reports/schema";
import { fromBase64 } from "@/lib/reviews/base64";
import { sha256OfBytes } from "./bytes";
import { differences, missingRow, unknownRow } from "./compare";
import type { Finding, Findings } from "./finding";
import { PAGE, payloadsOf } from "./rows";
import type { Attested } from "./said";

type Row = NonNullable<Awaited<ReturnType<typeof pageOf>>[number]>;

function pageOf(tx: Transaction, dossierId: string, after: string | null) {
  return tx.report.findMany({
    where: { dossierId, ...(after !== null && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: PAGE,
    include: { ...withArticles, memoState: true },
  });
}

/** Reports as last said, with what was typed into their memos since; their articles in order; and the memos' documents. */
export async function* compareReports(tx: Transaction, dossierId: string, attested: Attested): Findings {
  const said = attested.things.get("report") ?? new Map();
  const seen = new Set<string>();
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await pageOf(tx, dossierId, after);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    for (const row of rows) {
      const where = { dossierId, table: "report", id: row.id };
      seen.add(row.id);
      const place = said.get(row.id);
      if (!place) yield unknownRow(where);
      else yield* reportFaults(tx, row, attested, place.seq);
    }
  }
  for (const [id, { seq }] of said) {
    if (!seen.has(id)) yield missingRow({ dossierId, table: "report", id }, seq);
  }
}

async function* reportFaults(tx: Transaction, row: Row, attested: Attested, seq: number): Findings {
  const { id, dossierId } = row;
  const where = { dossierId, table: "report", id };
  const whole = (await payloadsOf(tx, dossierId, [seq])).get(seq)?.report as Report;
  const typed = attested.memos.get(id);
  const since = typed && typed.seq > seq ? typed : undefined;
  // The memo's words are compared with its document, which the edits make.
  const { memo: _memo, ...stands } = presentReport(row);
  const said = since ? { ...whole, version: since.version, updatedBy: since.by, updatedAt: since.at } : whole;
  yield* differences(where, said, stands, since?.seq ?? seq);
  if (row.patchedVersion !== attested.patched.get(id)) {
    const sentence = "“patchedVersion” is not the version of its last change that was no typing.";
    yield { ...where, field: "patchedVersion", sentence };
  }
  const chosen = await tx.reportArticle.findMany({ where: { reportId: id }, orderBy: { position: "asc" } });
  const first = chosen.findIndex(({ position }, index) => position !== index);
  if (first >= 0) {
    const sentence = "The places of its articles are not numbered from 0 on.";
    yield {
      dossierId,
      table: "report_article",
      id: `${id}:${chosen[first]?.articleId}`,
      field: "position",
      sentence,
    };
  }
  yield* await memoFaults(tx, row, whole.memo, since !== undefined);
}

/** The memo is what its first state and the journal's edits make of it; the merged state is a place on that way. */
async function memoFaults(
  tx: Transaction,
  row: Row,
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
  { id, dossierId }: Row,
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
