import * as Y from "yjs";
import { Refusal } from "@/lib/http/refusal";
import { memoText } from "./document";
import { MEMO_FIELD } from "./field";
import { MAX_MEMO_LENGTH } from "./schema";

/** More than anyone writes: what is empty has no length, and still costs everyone who opens it. */
const MOST_BLOCKS = 20_000;
const DEEPEST = 100;

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
  requireShape(doc);
  const text = memoText(doc);
  if (text.length <= MAX_MEMO_LENGTH) return text;
  throw new Refusal(
    "too_large",
    `A memo has at most ${MAX_MEMO_LENGTH.toLocaleString("en")} characters. Cut something.`,
    { field: "updates" },
  );
}

/** @throws Refusal `too_large` for more blocks, or blocks deeper in each other, than anything should have to read */
function requireShape(doc: Y.Doc): void {
  let row: readonly unknown[] = doc.getXmlFragment(MEMO_FIELD).toArray();
  let count = 0;
  for (let depth = 0; row.length > 0; depth++) {
    count += row.length;
    if (depth > DEEPEST || count > MOST_BLOCKS) {
      throw new Refusal("too_large", "A memo has fewer blocks, and less deep in each other. Cut something.", {
        field: "updates",
      });
    }
    row = row.flatMap((node) => (node instanceof Y.XmlElement ? node.toArray() : []));
  }
}
