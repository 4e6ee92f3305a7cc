import { describe, expect, test, vi } from "vitest";
import type { SingleStep } from "@/lib/desk/steps";
import { ApiError } from "@/lib/http/client";
import { annotation, emptyState, type Fate, fakeBrowser, fakeServer, me, quiet } from "./fakeBrowser";
import { createDossierStore } from "./store";

const a = "00000000-0000-7000-8000-0000000000a0";
const create: SingleStep = { does: "create", noun: "annotation", thing: annotation(a, "mine") };

describe("a dossier's store", () => {
  test("shows a change at once and takes a refused one back, saying why", async () => {
    const server = fakeServer();
    const browser = fakeBrowser(server, () => "done");
    const { store } = browser.open();
    await store.perform([create], me);
    server.journal.forEach(store.receive);
    const again = store.perform([create], me);
    expect(store.getView().phases).toEqual({ [`annotation:${a}`]: "saving" });
    const settled = await again;
    expect(settled).toMatchObject({ saved: false, refusal: { code: "duplicate" } });
    expect(settled).not.toHaveProperty("held");
    expect(store.getView()).toMatchObject({ phases: {}, waiting: [], state: server.state() });
  });

  test("tells that entries were skipped by a state read whole, and only then", () => {
    const { store } = fakeBrowser(fakeServer(), () => "done").open();
    const heard = vi.fn();
    const stop = store.watchReloads(heard);
    store.replace({ ...emptyState, seq: 4 });
    store.replace({ ...emptyState, seq: 4 });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    store.replace({ ...emptyState, seq: 5 });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test("keeps what could not be sent, and sends it when it is tried again", async () => {
    let fate: Fate = "unreachable";
    const server = fakeServer();
    const { store } = fakeBrowser(server, () => fate).open();
    const doing = store.perform([create], me);
    await doing.waits;
    expect(store.getView()).toMatchObject({ phases: { [`annotation:${a}`]: "unsaved" }, isReachable: false });
    fate = "done";
    store.retry();
    await expect(doing).resolves.toMatchObject({ saved: true, answer: { id: a } });
    expect(store.getView()).toMatchObject({ phases: {}, isReachable: true });
    expect(store.getView().state.annotations[a]?.note).toBe("mine");
  });

  test("a change made on top of a refused one falls with it, and is not sent", async () => {
    const server = fakeServer();
    const requests = vi.fn(() => "done" as const);
    const { store } = fakeBrowser(server, requests).open();
    store.replace({ ...emptyState, seq: 1, annotations: { [a]: annotation(a, "old") } });
    const change = (before: string, after: string): SingleStep => ({
      ...{ does: "change", noun: "annotation", id: a, before: { note: before }, after: { note: after } },
    });
    void store.perform([change("old", "one")], me);
    const second = store.perform([change("one", "two")], me);
    expect(store.getView().state.annotations[a]?.note).toBe("two");
    await expect(second).resolves.toMatchObject({ saved: false, refusal: { code: "not_found" } });
    expect(requests).toHaveBeenCalledTimes(1);
    expect(store.getView().state.annotations[a]?.note).toBe("old");
  });

  test("a change that breaks the server is given up in the end, and those behind it are sent", async () => {
    const server = fakeServer();
    const browser = fakeBrowser(server, () => "done");
    const { store } = browser.open();
    const take = server.take;
    server.take = (change) => {
      if (change.steps[0]?.does === "create" && change.steps[0].thing.id === a) {
        throw new ApiError(500, "internal", "It broke.");
      }
      return take(change);
    };
    const broken = store.perform([create], me);
    const b = a.replace("a0", "b0");
    const behind = store.perform([{ does: "create", noun: "annotation", thing: annotation(b, "fine") }], me);
    for (let round = 0; round < 6; round++) {
      await quiet();
      store.retry();
    }
    await expect(behind).resolves.toMatchObject({ saved: true });
    await expect(broken).resolves.toMatchObject({ saved: false, held: true });
  });

  test("asks for what is missing when an entry leaves a gap", () => {
    const onGap = vi.fn();
    const store = createDossierStore(emptyState, { onGap });
    const server = fakeServer();
    for (const id of [a, a.replace("a0", "b0")]) {
      const steps: SingleStep[] = [{ does: "create", noun: "annotation", thing: annotation(id, "") }];
      server.take({ id, dossierId: "", userId: me, at: "", steps, stands: {} });
    }
    const [first, second] = server.journal;
    if (!first || !second) throw new Error("No entries");
    store.receive(second);
    expect(onGap).toHaveBeenCalledExactlyOnceWith(0);
    store.receive(first);
    expect(store.getView().server.seq).toBe(2);
  });
});
