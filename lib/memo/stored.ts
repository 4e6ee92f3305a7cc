import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import * as Y from "yjs";
import type { Database, Transaction } from "@/lib/db/client";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";
import { firstMemo, openMemo } from "./document";
import type { MemoEdit } from "./schema";

/** A memo's document as stored, with the journal number and the report's version that it has come to. */
export type StoredMemo = {
  doc: Y.Doc;
  /** Of its newest entry, or of what was merged. */
  seq: number;
  version: number;
  /** How many entries are not merged yet. */
  unmerged: number;
};

type ReportRow = { id: string; dossierId: string; memo: string; version: number };
type Edit = { seq: number; payload: MemoEdit };

/** So many entries are read one by one before they are merged into one state. */
export const MERGE_AFTER = 64;

/**
 * The memo's document: what was merged, and every entry after it. A report that was only Markdown gets its first
 * state here; two who do so at once come to the same one.
 */
export async function storedMemo(tx: Database | Transaction, report: ReportRow): Promise<StoredMemo> {
  const row = await stateOf(tx, report);
  const edits = await editsAfter(tx, report, row.seq);
  const last = edits.at(-1);
  return {
    doc: openMemo(row.state, ...edits.map(updateOf)),
    seq: last?.seq ?? row.seq,
    version: last?.payload.version ?? row.version,
    unmerged: edits.length,
  };
}

/** The memo's document as it was when the report had this version; what came later is left out. */
export async function memoAt(tx: Transaction, report: ReportRow, version: number): Promise<Y.Doc> {
  const row = await stateOf(tx, report);
  const isLater = row.version > version;
  const edits = await editsAfter(tx, report, isLater ? 0 : row.seq);
  const then = edits.filter((edit) => edit.payload.version <= version);
  return openMemo(isLater ? row.base : row.state, ...then.map(updateOf));
}

/** Gives a new report's memo its first state, and answers that state's SHA-256, hex. */
export async function beginMemo(tx: Database | Transaction, report: ReportRow, seq: number): Promise<string> {
  const base = new Uint8Array(firstMemo(report.memo));
  await tx.memoState.createMany({
    data: { reportId: report.id, base, state: base, seq, version: report.version },
    skipDuplicates: true,
  });
  return bytesToHex(sha256(base));
}

/**
 * Merges the document into one state. Nothing can be lost by it: the entries stay in the journal, the state only says
 * where reading them may begin, and an older merge never replaces a newer one.
 */
export async function mergeMemo(
  tx: Database | Transaction,
  reportId: string,
  { doc, seq, version }: Pick<StoredMemo, "doc" | "seq" | "version">,
): Promise<void> {
  await tx.memoState.updateMany({
    where: { reportId, seq: { lt: seq } },
    data: { state: new Uint8Array(Y.encodeStateAsUpdate(doc)), seq, version },
  });
}

/** What an entry carries of an update. */
export function editOf(
  { id, title }: { id: string; title: string },
  update: Uint8Array,
  version: number,
): MemoEdit {
  return { reportId: id, title, update: toBase64(update), version };
}

async function stateOf(tx: Database | Transaction, report: ReportRow) {
  const where = { reportId: report.id };
  const known = await tx.memoState.findUnique({ where });
  if (known) return known;
  // Before the first state there is no entry of this memo, so it begins before all of them.
  await beginMemo(tx, report, 0);
  return tx.memoState.findUniqueOrThrow({ where });
}

async function editsAfter(
  tx: Database | Transaction,
  { id, dossierId }: ReportRow,
  seq: number,
): Promise<Edit[]> {
  const rows = await tx.journalEntry.findMany({
    where: { dossierId, subjectType: "report", subjectId: id, type: "memo.edited", seq: { gt: seq } },
    orderBy: { seq: "asc" },
    select: { seq: true, payload: true },
  });
  // Written by `editOf`; the database lets nobody alter it.
  return rows as unknown as Edit[];
}

function updateOf({ seq, payload }: Edit): Uint8Array {
  const update = fromBase64(payload.update);
  if (!update) throw new Error(`The memo's update in journal entry ${seq} cannot be read.`);
  return update;
}
