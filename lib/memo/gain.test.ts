import { expect, test } from "vitest";
import * as Y from "yjs";
import { MEMO_FIELD } from "./field";
import { boundedText } from "./gain";

test.each<[string, number, number]>([
  ["blocks without a word", 1, 20_001],
  ["blocks deep in each other", 3_000, 1],
])("a memo of %s is too large, though its text is short", (_what, deep, wide) => {
  const doc = new Y.Doc();
  let at: Y.XmlFragment = doc.getXmlFragment(MEMO_FIELD);
  for (let depth = 1; depth < deep; depth++) {
    const quote = new Y.XmlElement("blockquote");
    at.insert(0, [quote]);
    at = quote;
  }
  at.insert(
    0,
    Array.from({ length: wide }, () => new Y.XmlElement("paragraph")),
  );
  expect(() => boundedText(doc)).toThrow(expect.objectContaining({ code: "too_large" }));
});
