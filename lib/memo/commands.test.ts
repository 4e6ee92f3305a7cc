import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Context } from "@/lib/auth/caller";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { apply } from "@/lib/journal/apply";
import { brokenAt } from "@/lib/journal/chain";
import { entriesAfter } from "@/lib/journal/tail";
import { changeReport, createReport, deleteReport } from "@/lib/reports/commands";
import { readReport } from "@/lib/reports/queries";
import type { Report } from "@/lib/reports/schema";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { editMemo } from "./commands";
import { memoText, openMemo } from "./document";
import { MEMO_FIELD } from "./field";
import { readMemo } from "./queries";
import { MERGE_AFTER } from "./stored";

let desk: TestDesk;
let report: Report;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  report = await createReport(desk.editor, { dossierId: desk.dossierId, title: "R", memo: "Begun." });
});

const bytes = (text: string) => fromBase64(text) ?? new Uint8Array();
const textIn = (doc: Y.Doc) =>
  (doc.getXmlFragment(MEMO_FIELD).get(0) as Y.XmlElement).get(0) as unknown as Y.XmlText;

/** Somebody with the memo open. */
async function writer(as: Context) {
  const { state } = await readMemo(as, { reportId: report.id });
  const doc = openMemo(bytes(state));
  let waiting: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "heard") waiting.push(update);
  });
  return {
    doc,
    type(text: string, at = textIn(doc).length) {
      textIn(doc).insert(at, text);
      return this;
    },
    batch() {
      const updates = waiting.map(toBase64);
      waiting = [];
      return updates;
    },
    save() {
      return editMemo(as, { reportId: report.id, updates: this.batch() });
    },
    async hear() {
      const { state } = await readMemo(as, { reportId: report.id });
      Y.applyUpdate(doc, bytes(state), "heard");
    },
  };
}
const stored = async () =>
  memoText(openMemo(bytes((await readMemo(desk.viewer, { reportId: report.id })).state)));
const edits = async () =>
  (await entriesAfter(desk.db, desk.dossierId, 0, 5_000)).filter(
    (entry) => entry.type === "memo.edited" && entry.subject.id === report.id,
  );

test("what two people type at once is all there, and the report says it", async () => {
  const ada = await writer(desk.editor);
  const ben = await writer(desk.editor2);
  await Promise.all([ada.type(" Ada's.").save(), ben.type("Ben's. ", 0).save()]);
  expect(await stored()).toBe("Ben's. Begun. Ada's.");
  const now = await readReport(desk.viewer, { reportId: report.id });
  expect(now).toMatchObject({ memo: "Ben's. Begun. Ada's.", version: 3 });
  const entries = await entriesAfter(desk.db, desk.dossierId, 0, 5_000);
  expect(brokenAt(entries)).toBeNull();
});

test("sent again because the answer was lost, it is the same success and no second entry", async () => {
  const ada = await writer(desk.editor);
  const updates = ada.type(" Once.").batch();
  const first = await editMemo(desk.editor, { reportId: report.id, updates });
  const again = await editMemo(desk.editor, { reportId: report.id, updates });
  expect(again).toEqual(first);
  // Sent again together with what was typed meanwhile, only that is new.
  await editMemo(desk.editor, { reportId: report.id, updates: [...updates, ...ada.type(" More.").batch()] });
  expect(await edits()).toHaveLength(2);
  expect(await stored()).toBe("Begun. Once. More.");
});

test("merging on the way drops nothing: the state is what every entry together says", async () => {
  const ada = await writer(desk.editor);
  const ben = await writer(desk.editor2);
  for (let i = 0; i < MERGE_AFTER + 10; i++) {
    await (i % 2 ? ada : ben).type(`${i} `, 0).save();
    if (i % 7 === 0) await ada.hear();
  }
  const row = await desk.db.memoState.findUniqueOrThrow({ where: { reportId: report.id } });
  const entries = await edits();
  expect(row.seq).toBeGreaterThan(entries[0]?.seq ?? 0);
  const updates = entries.map((entry) => (entry.type === "memo.edited" ? bytes(entry.payload.update) : []));
  const replayed = openMemo(row.base, ...(updates as Uint8Array[]));
  expect(await stored()).toBe(memoText(replayed));
  expect((await readReport(desk.viewer, { reportId: report.id })).memo).toBe(memoText(replayed));
});

test("typing makes no change of the title stale, nor the reverse; a browser's copy follows", async () => {
  const before = await readDossierState(desk.viewer, { dossierId: desk.dossierId });
  const ada = await writer(desk.editor);
  await ada.type(" Typed.").save();
  await changeReport(desk.editor2, { reportId: report.id, version: report.version, title: "Renamed" });
  await ada.type(" More.").save();
  const now = await readReport(desk.viewer, { reportId: report.id });
  expect(now).toMatchObject({ title: "Renamed", memo: "Begun. Typed. More.", version: 4 });
  await expect(
    changeReport(desk.editor, { reportId: report.id, version: report.version, title: "Stale" }),
  ).rejects.toMatchObject({ code: "stale", current: { title: "Renamed" } });

  let state = before;
  for (const entry of await entriesAfter(desk.db, desk.dossierId, before.seq, 100)) {
    state = apply(state, entry).state;
  }
  expect(state).toEqual(await readDossierState(desk.viewer, { dossierId: desk.dossierId }));
});

test("a memo given whole keeps what others typed since it was read", async () => {
  const ada = await writer(desk.editor);
  await ada.type(" Typed meanwhile.").save();
  const changed = await changeReport(desk.editor2, {
    ...{ reportId: report.id, version: report.version, memo: "# Title\n\nBegun." },
  });
  expect(changed.memo).toBe("# Title\n\nBegun. Typed meanwhile.");
  // Whose editor was open all the time loses nothing either.
  await ada.hear();
  expect(memoText(ada.doc)).toBe(changed.memo);
  // Once somebody gave it whole, what was read before that is stale.
  await expect(
    changeReport(desk.editor, { reportId: report.id, version: report.version, memo: "Mine" }),
  ).rejects.toMatchObject({ code: "stale" });
});

test("a memo given whole stands as it was given, whatever signs it uses", async () => {
  const memo = "* one\n* two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
  const changed = await changeReport(desk.editor, { reportId: report.id, version: 1, memo });
  expect(changed.memo).toBe(memo);
  expect((await readReport(desk.viewer, { reportId: report.id })).memo).toBe(memo);
});

test("a report from before there were documents gets the same first state for everyone", async () => {
  await desk.db.memoState.delete({ where: { reportId: report.id } });
  const [one, other] = await Promise.all([writer(desk.editor), writer(desk.editor2)]);
  await Promise.all([one.type(" One.").save(), other.type(" Other.").save()]);
  expect(["Begun. One. Other.", "Begun. Other. One."]).toContain(await stored());
});

describe("refused, with nothing written", () => {
  const script = () => {
    const doc = new Y.Doc();
    doc.getXmlFragment(MEMO_FIELD).insert(0, [new Y.XmlElement("script")]);
    return toBase64(Y.encodeStateAsUpdate(doc));
  };
  const typed = async () => (await writer(desk.editor)).type(" x").batch();
  test.each<[string, string, () => Promise<unknown>]>([
    ["not base64", "invalid", () => editMemo(desk.editor, { reportId: report.id, updates: ["§§§"] })],
    ["an unknown node", "invalid", () => editMemo(desk.editor, { reportId: report.id, updates: [script()] })],
    [
      "a truncated update",
      "invalid",
      async () => {
        const [update = ""] = await typed();
        const half = toBase64(bytes(update).slice(0, -4));
        return editMemo(desk.editor, { reportId: report.id, updates: [half] });
      },
    ],
    [
      "one that others must come before",
      "incomplete",
      async () => {
        const ada = await writer(desk.editor);
        ada.type(" first").batch();
        return ada.type(" second").save();
      },
    ],
    [
      "a memo that grows too long",
      "too_large",
      async () => (await writer(desk.editor)).type("x".repeat(200_001)).save(),
    ],
    [
      "a viewer's",
      "forbidden",
      async () => editMemo(desk.viewer, { reportId: report.id, updates: await typed() }),
    ],
    [
      "an outsider's",
      "not_found",
      async () => editMemo(desk.outsider, { reportId: report.id, updates: await typed() }),
    ],
    [
      "another report's",
      "incomplete",
      async () => {
        const ada = await writer(desk.editor);
        await ada.type(" only there").save();
        const other = await createReport(desk.editor, { dossierId: desk.dossierId, title: "Other" });
        const updates = ada.type(" and there").batch();
        return editMemo(desk.editor, { reportId: other.id, updates });
      },
    ],
    [
      "of a deleted report",
      "not_found",
      async () => {
        const updates = await typed();
        await deleteReport(desk.editor, { reportId: report.id, version: 1 });
        return editMemo(desk.editor, { reportId: report.id, updates });
      },
    ],
  ])("%s", async (_, code, work) => {
    await expect(work()).rejects.toMatchObject({ code });
    expect((await edits()).filter((entry) => JSON.stringify(entry).includes("second"))).toEqual([]);
    const row = await desk.db.report.findUniqueOrThrow({ where: { id: report.id } });
    expect(row.memo).toMatch(/^Begun\.( only there)?$/);
  });
});

/** A person whose server dies at the end of each transaction: before Postgres has it, or before the answer. */
function dying(context: Context, when: "before commit" | "after commit"): Context {
  const died = () => {
    throw new Error("the server went away");
  };
  const $transaction = async (work: (tx: unknown) => Promise<unknown>, options: object) => {
    await desk.db.$transaction(async (tx) => {
      await work(tx);
      if (when === "before commit") died();
    }, options);
    died();
  };
  const db = new Proxy(desk.db, {
    get: (target, name) => (name === "$transaction" ? $transaction : Reflect.get(target, name)),
  });
  return { ...context, db };
}

test.each(["before commit", "after commit"] as const)(
  "killed %s, the words are there once when the browser has sent them again",
  async (when) => {
    const ada = await writer(desk.editor);
    const updates = ada.type(" Survives.").batch();
    const input = { reportId: report.id, updates };
    await expect(editMemo(dying(desk.editor, when), input)).rejects.toThrow("went away");
    expect(await stored()).toBe(when === "before commit" ? "Begun." : "Begun. Survives.");
    await editMemo(desk.editor, {
      reportId: report.id,
      updates: [...updates, ...ada.type(" More.").batch()],
    });
    expect(await stored()).toBe("Begun. Survives. More.");
  },
);
