import { expect, test, vi } from "vitest";
import { ApiError } from "@/lib/http/client";
import { createPreferenceStore } from "./preferenceStore";
import { defaultPreferences, type StoredPreferences } from "./schema";

const start: StoredPreferences = { ...defaultPreferences, version: 1, updatedAt: null };
const stale = (current: StoredPreferences) => new ApiError(409, "stale", "No.", undefined, current);

function open(send: (body: { version: number }) => Promise<StoredPreferences>) {
  const shown: unknown[] = [];
  const spy = vi.fn(send);
  const store = createPreferenceStore(start, {
    send: spy,
    show: ({ snap, keys }) => shown.push({ snap, keys }),
  });
  return { store, shown, send: spy };
}

test("a change is shown before it is stored; the next goes out on the version it made", async () => {
  const { store, shown, send } = open(async (body) => ({ ...start, ...body, version: body.version + 1 }));
  const both = [store.change({ snap: "none" }), store.change({ keys: { undo: ["z"] } })];
  expect(shown).toEqual([
    { snap: "none", keys: {} },
    { snap: "none", keys: { undo: ["z"] } },
  ]);
  await Promise.all(both);
  expect(send.mock.calls.map(([body]) => body.version)).toEqual([1, 2]);
});

test("what was refused is taken back", async () => {
  const { store, shown } = open(async () => {
    throw new ApiError(0, "offline", "Away.");
  });
  await expect(store.change({ snap: "none" })).rejects.toMatchObject({ code: "offline" });
  expect(shown.at(-1)).toEqual({ snap: "word", keys: {} });
});

test("another tab changed something else: the change goes on top", async () => {
  const current = { ...start, keys: { undo: ["z"] }, version: 5 };
  const { store, shown } = open(async (body) => {
    if (body.version !== 5) throw stale(current);
    return { ...current, ...body, version: 6 };
  });
  await store.change({ snap: "none" });
  expect(shown.at(-1)).toEqual({ snap: "none", keys: { undo: ["z"] } });
});

test("another tab changed the same: what it says there is shown, nothing is overwritten", async () => {
  const { store, shown, send } = open(async () => {
    throw stale({ ...start, snap: "sentence", version: 5 });
  });
  await expect(store.change({ snap: "none" })).rejects.toMatchObject({ code: "stale" });
  expect(send).toHaveBeenCalledTimes(1);
  expect(shown.at(-1)).toEqual({ snap: "sentence", keys: {} });
});

test("an older state from elsewhere changes nothing", () => {
  const { store, shown } = open(async () => start);
  store.learn({ ...start, snap: "none" });
  expect(shown).toEqual([]);
});
