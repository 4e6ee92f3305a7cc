import type { JSONContent } from "@tiptap/core";
import { prosemirrorJSONToYDoc, updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { illFormed } from "@/lib/text/wellformed";
import { memoSchema } from "./extensions";
import { MEMO_FIELD } from "./field";
import { memoFromMarkdown } from "./fromMarkdown";
import { memoToMarkdown } from "./toMarkdown";

/** Whoever translates the same Markdown makes the same first state. No writer has this number: theirs are random. */
const FIRST_CLIENT = 1;

/** A document that holds these updates. Yjs takes them in any order, any number of times. */
export function openMemo(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** What a memo that was Markdown begins with, as one update; the same for the same text. */
export function firstMemo(markdown: string): Uint8Array {
  const translated = prosemirrorJSONToYDoc(memoSchema(), memoFromMarkdown(markdown), MEMO_FIELD);
  const doc = new Y.Doc();
  doc.clientID = FIRST_CLIENT;
  const fragment = doc.getXmlFragment(MEMO_FIELD);
  const from = translated.getXmlFragment(MEMO_FIELD).toArray() as (Y.XmlElement | Y.XmlText)[];
  fragment.insert(
    0,
    from.map((node) => node.clone()),
  );
  return Y.encodeStateAsUpdate(doc);
}

/** The memo as Tiptap JSON. */
export function memoJson(doc: Y.Doc): JSONContent {
  return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(MEMO_FIELD));
}

/** The memo as Markdown. Characters that no column can hold are left out. */
export function memoText(doc: Y.Doc): string {
  const text = memoToMarkdown(memoJson(doc));
  if (!illFormed(text)) return text;
  return text.toWellFormed().replace(/(?![\t\n\r\x7f-\x9f])\p{Cc}/gu, "");
}

/**
 * The update that makes the memo in `base` say what `markdown` says, by the smallest difference: applied to a later
 * document it keeps what others wrote since.
 */
export function updateTowards(base: Y.Doc, markdown: string): Uint8Array {
  const doc = openMemo(Y.encodeStateAsUpdate(base));
  const before = Y.encodeStateVector(doc);
  const wanted = memoSchema().nodeFromJSON(memoFromMarkdown(markdown));
  doc.transact(() => {
    updateYFragment(doc, doc.getXmlFragment(MEMO_FIELD), wanted, { mapping: new Map(), isOMark: new Map() });
  });
  return Y.encodeStateAsUpdate(doc, before);
}
