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

function keep(revisionId: string, text: string): void {
  kept.set(revisionId, text);
  keptLength += text.length;
  for (const [oldest, oldText] of kept) {
    if (keptLength <= MAX_KEPT || oldest === revisionId) break;
    kept.delete(oldest);
    keptLength -= oldText.length;
  }
}
