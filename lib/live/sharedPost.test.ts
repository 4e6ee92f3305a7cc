import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SingleStep } from "@/lib/desk/steps";
import {
  annotation,
  another,
  dossierId,
  emptyState,
  type FakeTab,
  type Fate,
  fakeBrowser,
  fakeServer,
  me,
  quiet,
} from "./fakeBrowser";

const ids = ["a", "b", "c"].map((letter) => `00000000-0000-7000-8000-0000000000${letter}0`);

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom("create", "change", "delete", "restore", "both"),
      id: fc.constantFrom(...ids),
      tab: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("another"), id: fc.constantFrom(...ids), tab: fc.nat(3) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom("open", "close", "retry", "reread"),
      id: fc.constant(""),
      tab: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom("deliver", "quiet"), id: fc.constant(""), tab: fc.nat(3) }),
  },
);
const fates = fc.infiniteStream(fc.constantFrom<Fate>("done", "done", "done", "unreachable", "answer lost"));

/** The step that this word means on what the tab shows; null when it makes no sense there. */
function stepsFor(tab: FakeTab, does: string, id: string, note: string): SingleStep[] | null {
  const shown = tab.store.getView().state.annotations[id];
  const gone = annotation(id, "gone", 1);
  switch (does) {
    case "create":
      return shown ? null : [{ does, noun: "annotation", thing: annotation(id, note) }];
    case "change":
      return shown ? [{ does, noun: "annotation", id, before: { note: shown.note }, after: { note } }] : null;
    case "delete":
      return shown ? [{ does, noun: "annotation", thing: shown }] : null;
    case "restore":
      return shown ? null : [{ does, noun: "annotation", thing: gone }];
    default:
      return ids
        .slice(0, 2)
        .map((one) => ({ does: "create", noun: "annotation", thing: annotation(one, note) }));
  }
}

describe("tabs of one browser", () => {
  test("end in the server’s state: nothing kept is lost, nothing is done twice, whatever is cut, closed or crossed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 25 }),
        fates,
        fc.infiniteStream(fc.nat()),
        async (acts, luck, chaos) => {
          let isCalm = false;
          const server = fakeServer();
          const browser = fakeBrowser(server, () => (isCalm ? "done" : luck.next().value));
          browser.open();
          /** Every change that was acknowledged as kept, and those a person was told the server refused. */
          const kept = new Set<string>();
          const told = new Set<string>();
          const noteRefused = () => {
            for (const { store } of browser.tabs()) {
              for (const { change, refusal } of store.getView().waiting) if (refusal) told.add(change.id);
            }
          };
          const deliver = (tab: FakeTab) => {
            const entry = server.journal[chaos.next().value % Math.max(1, server.journal.length)];
            if (entry) tab.store.receive(entry);
          };
          let note = 0;
          for (const { does, id, tab: which } of acts) {
            note += 1;
            const open = browser.tabs();
            const tab = open[which % open.length];
            if (!tab) throw new Error("All closed");
            if (does === "open" && open.length < 4) browser.open();
            else if (does === "close") {
              noteRefused();
              browser.close(tab);
              if (open.length === 1) browser.open();
            } else if (does === "retry") tab.store.retry();
            else if (does === "reread") tab.store.replace(server.state());
            else if (does === "deliver") deliver(tab);
            else if (does === "quiet") await quiet();
            else if (does === "another") {
              const now = server.things.get(id);
              const step: SingleStep =
                now && now.deletedAt === null
                  ? { does: "change", noun: "annotation", id, before: {}, after: { note: `theirs ${note}` } }
                  : {
                      does: "create",
                      noun: "annotation",
                      thing: annotation(id, `theirs ${note}`, 1, another),
                    };
              const stands = { [`annotation:${id}`]: now?.version ?? 0 };
              if (now?.deletedAt) continue;
              server.take({
                id: `theirs ${note}`,
                dossierId,
                userId: another,
                at: "",
                steps: [step],
                stands,
              });
            } else {
              const steps = stepsFor(tab, does, id, `mine ${note}`);
              if (!steps) continue;
              const doing = tab.store.perform(steps, me);
              const made = tab.store.getView().waiting.findLast(({ change }) => change.steps === steps)
                ?.change.id;
              if (!made) throw new Error("Not shown");
              void doing.kept.then(() => kept.add(made));
              void doing.then((settled) => !settled.saved && told.add(made));
            }
            deliver(browser.tabs()[0] ?? tab);
            if (chaos.next().value % 2) await quiet();
          }
          isCalm = true;
          for (let round = 0; round < 4; round++) {
            await quiet();
            for (const { store } of browser.tabs()) store.retry();
          }
          await quiet();
          noteRefused();
          for (const { store } of browser.tabs()) {
            for (const entry of server.journal.toReversed()) store.receive(entry);
            for (const { change, refusal } of store.getView().waiting) {
              expect(refusal, "what waits is what was refused").not.toBeNull();
              store.discard(change.id);
            }
          }
          for (let round = 0; round < 3; round++) await quiet();
          const expected = server.state();
          for (const { store } of browser.tabs()) {
            expect(store.getView().state).toEqual(expected);
            expect(store.getView()).toMatchObject({ server: expected, phases: {}, waiting: [] });
          }
          expect([...browser.kept.keys()]).toEqual([]);
          const done = new Set(server.journal.map(({ deed }) => deed));
          for (const id of kept)
            expect(done.has(id) || told.has(id), "kept, and neither done nor told").toBe(true);
          for (const id of told) expect(done.has(id), "refused, and done all the same").toBe(false);
          const twice = server.journal.map(({ deed, subject }) => `${deed} ${subject.id}`);
          expect(new Set(twice).size).toBe(twice.length);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  const [a = ""] = ids;
  const create: SingleStep = { does: "create", noun: "annotation", thing: annotation(a, "mine") };

  test("what a closed tab left is shown and sent by the next one, once", async () => {
    let fate: Fate = "unreachable";
    const server = fakeServer();
    const browser = fakeBrowser(server, () => fate);
    const tab = browser.open();
    const doing = tab.store.perform([create], me);
    await doing.kept;
    await doing.waits;
    expect(tab.store.getView().phases).toEqual({ [`annotation:${a}`]: "unsaved" });
    browser.close(tab);
    fate = "answer lost";
    const next = browser.open();
    await quiet();
    expect(next.store.getView().state.annotations[a]?.note).toBe("mine");
    expect(next.store.getView().isLoaded).toBe(true);
    fate = "done";
    next.store.retry();
    await quiet();
    expect(next.store.getView().waiting).toEqual([]);
    expect(server.journal.length).toBe(1);
  });

  test("a change that had waited and is refused is held, with both versions, through closing, until it is discarded", async () => {
    let fate: Fate = "done";
    const server = fakeServer();
    const browser = fakeBrowser(server, () => fate);
    const tab = browser.open();
    await tab.store.perform([create], me);
    fate = "unreachable";
    const before = { note: "mine" };
    const change: SingleStep = {
      does: "change",
      noun: "annotation",
      id: a,
      before,
      after: { note: "offline" },
    };
    const doing = tab.store.perform([change], me);
    await doing.waits;
    const theirs: SingleStep = {
      does: "change",
      noun: "annotation",
      id: a,
      before,
      after: { note: "theirs" },
    };
    const stands = { [`annotation:${a}`]: 1 };
    server.take({ id: "t", dossierId, userId: another, at: "", steps: [theirs], stands });
    fate = "done";
    tab.store.retry();
    await expect(doing).resolves.toMatchObject({ saved: false, held: true, refusal: { code: "stale" } });
    browser.close(tab);
    const next = browser.open();
    await quiet();
    const [held] = next.store.getView().waiting;
    expect(held).toMatchObject({ change: { steps: [change] }, refusal: { current: { note: "theirs" } } });
    expect(next.store.getView().state.annotations[a]?.note).toBe("theirs");
    next.store.discard(held?.change.id ?? "");
    await quiet();
    expect(browser.kept.size).toBe(0);
  });

  test("a write whose fields nobody else touched goes on over another’s change", async () => {
    let fate: Fate = "done";
    const server = fakeServer();
    const browser = fakeBrowser(server, () => fate);
    const { store } = browser.open();
    await store.perform([create], me);
    fate = "unreachable";
    const step: SingleStep = {
      does: "change",
      noun: "annotation",
      id: a,
      before: { note: "mine" },
      after: { note: "more" },
    };
    const doing = store.perform([step], me);
    await doing.waits;
    const tags: SingleStep = {
      does: "change",
      noun: "annotation",
      id: a,
      before: {},
      after: { tags: ["x"] },
    };
    server.take({
      id: "t",
      dossierId,
      userId: another,
      at: "",
      steps: [tags],
      stands: { [`annotation:${a}`]: 1 },
    });
    server.journal.forEach(store.receive);
    expect(store.getView().state.annotations[a]).toMatchObject({ note: "more", tags: ["x"] });
    fate = "done";
    store.retry();
    await expect(doing).resolves.toMatchObject({
      saved: true,
      answer: { note: "more", tags: ["x"], version: 3 },
    });
  });

  test("a disk that fails is said, and nothing is lost while the page is there", async () => {
    let fate: Fate = "unreachable";
    const server = fakeServer();
    const browser = fakeBrowser(
      server,
      () => fate,
      () => false,
    );
    const { store } = browser.open();
    const doing = store.perform([create], me);
    await quiet();
    expect(store.getView()).toMatchObject({ isKept: false, phases: { [`annotation:${a}`]: "unsaved" } });
    fate = "done";
    store.retry();
    await expect(doing).resolves.toMatchObject({ saved: true });
    expect(server.state().annotations).not.toEqual(emptyState.annotations);
  });

  test("what another tab made goes on when the tab that sends is closed while sending", async () => {
    const server = fakeServer();
    const browser = fakeBrowser(server, () => "done");
    const first = browser.open();
    const second = browser.open();
    await quiet();
    const doing = second.store.perform([create], me);
    await doing.kept;
    browser.close(first);
    await expect(doing).resolves.toMatchObject({ saved: true });
    expect(server.journal.length).toBe(1);
  });
});
