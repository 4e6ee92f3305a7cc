import type { Database, Transaction } from "@/lib/db/client";

/** Revisions never change, so their texts can be kept; the oldest used go first past this many UTF-16 units. */
const MAX_KEPT = 20_000_000;

const kept = new Map<string, string>();
let keptLength = 0;

/** The canonical text of a revision that exists. */
export async function revisionText(db: Database | Transaction, revisionId: string): Promise<string> {
  const known = kept.get(revisionId);
  if (known !== undefined) {
    kept.delete(revisionId);
    kept.set(revisionId, known);
    return known;
  }
  const { text } = await db.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { text: true } });
  keep(revisionId, text);
  return text;
}

/** Reads those of several texts that are not kept yet, in one query: {@link revisionText} has them at hand then. */
export async function readRevisionTexts(
  db: Database | Transaction,
  revisionIds: readonly string[],
): Promise<void> {
  const missing = [...new Set(revisionIds)].filter((id) => !kept.has(id));
  if (missing.length === 0) return;
  const rows = await db.revision.findMany({
    where: { id: { in: missing } },
    select: { id: true, text: true },
  });
  for (const { id, text } of rows) keep(id, text);
}

function keep(revisionId: string, text: string): void {
  // Two who ask at once both read it; it takes its room once.
  keptLength += text.length - (kept.get(revisionId)?.length ?? 0);
  kept.set(revisionId, text);
  for (const [oldest, oldText] of kept) {
    if (keptLength <= MAX_KEPT || oldest === revisionId) break;
    kept.delete(oldest);
    keptLength -= oldText.length;
  }
}
