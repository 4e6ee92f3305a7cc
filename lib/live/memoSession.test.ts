import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { ApiError } from "@/lib/http/client";
import { firstMemo, memoText, openMemo } from "@/lib/memo/document";
import { MEMO_FIELD } from "@/lib/memo/field";
import { gain } from "@/lib/memo/gain";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";
import { createMemoSession, type MemoSession } from "./memoSession";
import type { KeptUpdate, MemoShelf } from "./memoShelf";

const bytes = (text: string) => fromBase64(text) ?? new Uint8Array();
const settled = async () => {
  for (let i = 0; i < 40; i++) await Promise.resolve();
};

/** A browser's shelf, which outlives every session. */
function shelf(): MemoShelf & { kept: Map<number, Uint8Array> } {
  const kept = new Map<number, Uint8Array>();
  let next = 0;
  return {
    kept,
    read: async () => [...kept].map(([key, update]): KeptUpdate => ({ key, update })),
    async add(update) {
      next += 1;
      kept.set(next, update);
      return next;
    },
    async remove(keys) {
      for (const key of keys) kept.delete(key);
    },
  };
}

/** A server, and how it answers what comes next. */
function server(markdown = "Begun.") {
  const doc = openMemo(firstMemo(markdown));
  const heard: MemoSession[] = [];
  const is = { reached: true, refusing: null as ApiError | null, losingAnswers: false };
  const offline = () => new ApiError(0, "offline", "Not reached.");
  return {
    ...{ doc, is, heard },
    text: () => memoText(doc),
    async read() {
      if (!is.reached) throw offline();
      return { reportId: "r", seq: 1, version: 1, state: toBase64(Y.encodeStateAsUpdate(doc)) };
    },
    async send(update: string) {
      if (!is.reached) throw offline();
      if (is.refusing) throw is.refusing;
      let gained: Uint8Array | null;
      try {
        gained = gain(doc, bytes(update));
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        throw new ApiError(409, code, message);
      }
      if (gained) for (const session of heard) session.hear(toBase64(gained));
      if (is.losingAnswers) throw offline();
      return { reportId: "r", seq: 2, version: 2 };
    },
  };
}

type Server = ReturnType<typeof server>;

/** A tab with the memo open; `pass` lets its timers run. */
function tab(at: Server, on: MemoShelf = shelf()) {
  let timers: (() => void)[] = [];
  const session = createMemoSession({
    ...{ shelf: on, read: at.read, send: at.send },
    later(_, work) {
      timers.push(work);
      return () => {
        timers = timers.filter((one) => one !== work);
      };
    },
  });
  at.heard.push(session);
  session.open();
  return {
    session,
    phase: () => session.getView().phase,
    text: () => memoText(session.doc),
    type(words: string) {
      const block = session.doc.getXmlFragment(MEMO_FIELD).get(0) as Y.XmlElement;
      const text = block.get(0) as unknown as Y.XmlText;
      text.insert(text.length, words);
    },
    async pass() {
      await settled();
      for (const work of timers.splice(0)) work();
      await settled();
    },
    vanish() {
      session.close();
      at.heard.splice(at.heard.indexOf(session), 1);
    },
  };
}

test("saved is said only when the server has every word", async () => {
  const at = server();
  const ada = tab(at);
  await ada.pass();
  expect(ada.phase()).toBe("saved");
  ada.type(" One");
  ada.type(" two.");
  expect(ada.phase()).toBe("saving");
  expect(at.text()).toBe("Begun.");
  await ada.pass();
  expect(ada.phase()).toBe("saved");
  expect(at.text()).toBe("Begun. One two.");
});

test("offline, typing goes on and is sent on return, with what the other typed", async () => {
  const at = server();
  const [ada, ben] = [tab(at), tab(at)];
  await Promise.all([ada.pass(), ben.pass()]);
  at.is.reached = false;
  ada.type(" Ada.");
  await ada.pass();
  expect(ada.phase()).toBe("waiting");
  ada.type(" More.");
  expect(ada.phase()).toBe("waiting");
  at.is.reached = true;
  ben.type(" Ben.");
  await ben.pass();
  await ada.pass();
  expect(ada.phase()).toBe("saved");
  expect(at.text()).toMatch(/^Begun\.( Ada\. More\. Ben\.| Ben\. Ada\. More\.)$/);
  expect([ada.text(), ben.text()]).toEqual([at.text(), at.text()]);
});

test("a tab closed while offline loses nothing: the next one sends it, once", async () => {
  const at = server();
  const kept = shelf();
  const first = tab(at, kept);
  await first.pass();
  at.is.reached = false;
  first.type(" Kept.");
  await first.pass();
  first.vanish();
  await settled();
  at.is.reached = true;
  const next = tab(at, kept);
  await next.pass();
  await next.pass();
  expect(next.phase()).toBe("saved");
  expect(at.text()).toBe("Begun. Kept.");
  expect(kept.kept.size).toBe(0);
});

test("what was refused is said, kept, and sent again once the writer mends it", async () => {
  const at = server();
  const kept = shelf();
  const ada = tab(at, kept);
  await ada.pass();
  at.is.refusing = new ApiError(413, "too_large", "Cut something.");
  ada.type(" Too long.");
  await ada.pass();
  expect(ada.session.getView()).toMatchObject({ phase: "refused", refusal: { code: "too_large" } });
  expect(kept.kept.size).toBe(1);
  at.is.refusing = null;
  ada.type(" Mended.");
  await ada.pass();
  expect(ada.phase()).toBe("saved");
  expect(at.text()).toBe("Begun. Too long. Mended.");
});

test("words whose own beginnings the server never got are sent as a whole", async () => {
  const at = server();
  const kept = shelf();
  const ada = tab(at, kept);
  await ada.pass();
  at.is.reached = false;
  ada.type(" First.");
  await ada.pass();
  // Something took the first part from the shelf; the document still holds it.
  ada.vanish();
  kept.kept.clear();
  const next = tab(at, kept);
  next.session.hear(toBase64(Y.encodeStateAsUpdate(ada.session.doc)));
  at.is.reached = true;
  await next.pass();
  await next.pass();
  next.type(" Second.");
  await next.pass();
  expect(next.phase()).toBe("saved");
  expect(at.text()).toBe("Begun. First. Second.");
});

test("whatever fails in between, all tabs and the server end with every word typed, each once", async () => {
  const deed = fc.oneof(
    fc.record({ does: fc.constantFrom("type", "pass", "vanish"), who: fc.nat(1) }),
    fc.record({ does: fc.constantFrom("lose answers", "cut", "mend") }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
      const at = server("");
      const shelves = [shelf(), shelf()];
      const tabs = shelves.map((on) => tab(at, on));
      await Promise.all(tabs.map((one) => one.pass()));
      let count = 0;
      for (const { does, ...rest } of deeds) {
        const who = "who" in rest ? rest.who : 0;
        const mine = tabs[who];
        if (does === "type" && mine?.session.isOpen()) {
          const block = mine.session.doc.getXmlFragment(MEMO_FIELD).get(0) as Y.XmlElement;
          if (block.length === 0) block.insert(0, [new Y.XmlText()]);
          const text = block.get(0) as unknown as Y.XmlText;
          text.insert(text.length, `<${count++}>`);
        } else if (does === "pass") await mine?.pass();
        else if (does === "vanish") {
          mine?.vanish();
          await settled();
          tabs[who] = tab(at, shelves[who]);
        } else if (does === "lose answers") at.is.losingAnswers = true;
        else if (does === "cut") at.is.reached = false;
        else if (does === "mend") Object.assign(at.is, { reached: true, losingAnswers: false });
      }
      Object.assign(at.is, { reached: true, losingAnswers: false });
      for (let i = 0; i < 4; i++) for (const one of tabs) await one.pass();
      // What a tab missed while it was not there, it reads when it comes back.
      for (const one of tabs) one.session.reread();
      await settled();
      const words = memoText(at.doc).replaceAll("\\", "").match(/<\d+>/g) ?? [];
      expect([...words].sort()).toEqual(Array.from({ length: count }, (_, i) => `<${i}>`).sort());
      for (const one of tabs) {
        expect(one.phase()).toBe("saved");
        expect(one.text()).toBe(at.text());
      }
      for (const { kept } of shelves) expect(kept.size).toBe(0);
    }),
    { numRuns: 100 },
  );
});
