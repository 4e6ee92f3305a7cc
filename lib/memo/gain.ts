import * as Y from "yjs";
import { Refusal } from "@/lib/http/refusal";
import { memoText } from "./document";
import { MAX_MEMO_LENGTH } from "./schema";

/**
 * Adds an update to a document and answers what the document gained by it, as an update of its own; null when it had
 * all of it already, as when something is sent twice.
 * @throws Refusal `incomplete` when it builds on words that the document does not have, `invalid`
 */
export function gain(doc: Y.Doc, update: Uint8Array): Uint8Array | null {
  const gained: Uint8Array[] = [];
  const hear = (part: Uint8Array) => gained.push(part);
  doc.on("update", hear);
  try {
    Y.applyUpdate(doc, update);
  } catch {
    throw new Refusal("invalid", "This update cannot be applied to the memo.", { field: "updates" });
  } finally {
    doc.off("update", hear);
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw new Refusal(
      "incomplete",
      "This builds on words that the server does not have. Send it with everything it builds on.",
      { field: "updates" },
    );
  }
  return gained.length === 0 ? null : Y.mergeUpdates(gained);
}

/** The memo's Markdown. @throws Refusal `too_large` */
export function boundedText(doc: Y.Doc): string {
  const text = memoText(doc);
  if (text.length <= MAX_MEMO_LENGTH) return text;
  throw new Refusal(
    "too_large",
    `A memo has at most ${MAX_MEMO_LENGTH.toLocaleString("en")} characters. Cut something.`,
    { field: "updates" },
  );
}
