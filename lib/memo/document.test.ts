import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { unfit } from "./checkUpdate";
import { firstMemo, memoJson, memoText, openMemo, updateTowards } from "./document";
import { MEMO_FIELD } from "./field";
import { gain } from "./gain";

const textType = (doc: Y.Doc, paragraph: number): Y.XmlText => {
  const fragment = doc.getXmlFragment(MEMO_FIELD);
  const block = fragment.get(paragraph % fragment.length) as Y.XmlElement;
  const [first] = block.toArray();
  if (first instanceof Y.XmlText) return first;
  const text = new Y.XmlText();
  block.insert(0, [text]);
  return text;
};

type Deed =
  | { does: "type"; who: number; at: number; paragraph: number; text: string }
  | { does: "delete"; who: number; at: number; paragraph: number }
  | { does: "split"; who: number; paragraph: number }
  | { does: "send" | "hear"; who: number }
  | { does: "merge" };

const who = fc.nat({ max: 2 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    ...{ does: fc.constant("type" as const), who, at: fc.nat(9), paragraph: fc.nat(4) },
    text: fc.constantFrom("a", "word ", "كلمة", "😀", "& <b>"),
  }),
  fc.record({ does: fc.constant("delete" as const), who, at: fc.nat(9), paragraph: fc.nat(4) }),
  fc.record({ does: fc.constant("split" as const), who, paragraph: fc.nat(4) }),
  fc.record({ does: fc.constantFrom("send" as const, "hear" as const), who }),
  fc.record({ does: fc.constant("merge" as const) }),
);

function perform(doc: Y.Doc, what: Deed): void {
  if (what.does === "type") {
    const text = textType(doc, what.paragraph);
    text.insert(Math.min(what.at, text.length), what.text);
  } else if (what.does === "delete") {
    const text = textType(doc, what.paragraph);
    if (text.length > 0) text.delete(Math.min(what.at, text.length - 1), 1);
  } else if (what.does === "split") {
    const fragment = doc.getXmlFragment(MEMO_FIELD);
    fragment.insert((what.paragraph % fragment.length) + 1, [new Y.XmlElement("paragraph")]);
  }
}

/** What a server does with a memo, without its database: entries, and a merged state that may be behind them. */
function server(base: Uint8Array) {
  const entries: Uint8Array[] = [];
  let merged = { state: base, upTo: 0 };
  const open = () => openMemo(merged.state, ...entries.slice(merged.upTo));
  return {
    entries,
    open,
    take(update: Uint8Array) {
      const gained = gain(open(), update);
      if (gained) entries.push(gained);
    },
    merge() {
      merged = { state: Y.encodeStateAsUpdate(open()), upTo: entries.length };
    },
  };
}

test("three writers, whatever is late, doubled or merged in between, come to what the server has", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), fc.func(fc.nat(3)), (deeds, again) => {
      const base = firstMemo("First.\n\nSecond.");
      const memo = server(base);
      const writers = [0, 1, 2].map((clientID) => {
        const doc = openMemo(base);
        doc.clientID = 100 + clientID;
        const waiting: Uint8Array[] = [];
        doc.on("update", (update: Uint8Array, origin: unknown) => {
          if (origin !== "heard") waiting.push(update);
        });
        return { doc, waiting, sent: [] as Uint8Array[] };
      });
      const send = ({ waiting, sent }: (typeof writers)[number], repeats: number) => {
        if (waiting.length === 0) return;
        const batch = Y.mergeUpdates(waiting.splice(0));
        sent.push(batch);
        memo.take(batch);
        // An answer was lost: the same is sent again, and once something older.
        if (repeats > 1) memo.take(batch);
        if (repeats > 2 && sent[0]) memo.take(sent[0]);
      };
      const hear = ({ doc }: (typeof writers)[number], repeats: number) => {
        const heard = repeats % 2 ? memo.entries.toReversed() : memo.entries;
        for (const entry of heard) Y.applyUpdate(doc, entry, "heard");
      };
      deeds.forEach((what, index) => {
        if (what.does === "merge") memo.merge();
        const writer = "who" in what ? writers[what.who] : undefined;
        if (!writer) return;
        if (what.does === "send") send(writer, again(index));
        else if (what.does === "hear") hear(writer, again(index));
        else perform(writer.doc, what);
      });
      for (const writer of writers) send(writer, 1);
      for (const writer of writers) hear(writer, 1);

      const replayed = openMemo(base, ...memo.entries);
      const stored = memo.open();
      expect(memoJson(stored)).toEqual(memoJson(replayed));
      // Merging dropped nothing: every update ever made is known to it.
      for (const { doc, sent } of writers) {
        expect(memoJson(doc)).toEqual(memoJson(stored));
        for (const update of sent) expect(gain(memo.open(), update)).toBeNull();
      }
      for (const entry of memo.entries) expect(unfit(entry)).toBeNull();
    }),
    { numRuns: 150 },
  );
});

test("the same Markdown has the same first state, whoever makes it", () => {
  const markdown = "# A\n\n- b **c** [d](https://example.org)\n\n> e";
  expect(firstMemo(markdown)).toEqual(firstMemo(markdown));
  expect(memoText(openMemo(firstMemo(markdown)))).toBe(markdown);
});

test("a memo without words has a place to write in", () => {
  expect(memoJson(openMemo(firstMemo("")))).toEqual({
    type: "doc",
    content: [{ type: "paragraph" }],
  });
});

test("a memo given whole changes only what differs, and keeps what others wrote meanwhile", () => {
  const seen = openMemo(firstMemo("The first line.\n\nThe second line."));
  const later = openMemo(Y.encodeStateAsUpdate(seen));
  textType(later, 0).insert(4, "very ");
  gain(later, updateTowards(seen, "The first line.\n\nThe second, longer line.\n\nA third."));
  expect(memoText(later)).toBe("The very first line.\n\nThe second, longer line.\n\nA third.");
});

describe("what has no place in a memo", () => {
  const made = (work: (doc: Y.Doc) => void): Uint8Array => {
    const doc = new Y.Doc();
    doc.transact(() => work(doc));
    return Y.encodeStateAsUpdate(doc);
  };
  const paragraph = (doc: Y.Doc, name = "paragraph") => {
    const node = new Y.XmlElement(name);
    doc.getXmlFragment(MEMO_FIELD).insert(0, [node]);
    return node;
  };
  const marked = (mark: Record<string, unknown>) =>
    made((doc) => {
      const text = new Y.XmlText();
      paragraph(doc).insert(0, [text]);
      text.insert(0, "words", mark as object);
    });
  test.each<[string, Uint8Array]>([
    ["half an update", firstMemo("Some words.").slice(0, 20)],
    ["anything", new Uint8Array([1, 2, 3, 4, 250])],
    ["nothing at all", new Uint8Array()],
    ["a script", made((doc) => paragraph(doc, "script"))],
    ["a node named as an object's own", made((doc) => paragraph(doc, "constructor"))],
    ["an attribute of no block", made((doc) => paragraph(doc).setAttribute("onclick", "alert(1)"))],
    ["a level that is none", made((doc) => paragraph(doc, "heading").setAttribute("level", "9; x" as never))],
    ["an unknown mark", marked({ style: { color: "red" } })],
    ["a link to a script", marked({ link: { href: "javascript:alert(1)" } })],
    ["a link with more than a link has", marked({ link: { href: "https://example.org", onclick: "x" } })],
    ["another text", made((doc) => doc.getText("other").insert(0, "hidden"))],
    ["a map", made((doc) => doc.getMap(MEMO_FIELD).set("a", { b: 1 }))],
    ["a picture", made((doc) => doc.getText(MEMO_FIELD).insertEmbed(0, { image: "x" }))],
    ["a document in it", made((doc) => doc.getMap(MEMO_FIELD).set("a", new Y.Doc()))],
    ["bytes", made((doc) => doc.getArray(MEMO_FIELD).insert(0, [new Uint8Array(10)]))],
  ])("%s", (_, update) => {
    expect(unfit(update)).toMatch(/\.$/);
  });

  test("what the editor itself makes has one", () => {
    const markdown = "### H\n\n1. a `b`\n   - c ~~d~~\n\n```ts\nx\n```\n\n---\n\n> [e](mailto:a@b.example)";
    expect(unfit(firstMemo(markdown))).toBeNull();
    expect(unfit(marked({ bold: {}, italic: {} }))).toBeNull();
  });
});
