import { describe, expect, test } from "vitest";
import { ApiError } from "@/lib/http/client";
import type { Entry } from "@/lib/journal/entries";
import { followDossier, type LiveStatus, type World } from "./client";

type Listener = (event: Event) => void;

/** A browser and a server in small: the test appends, connects, breaks and lets time pass. */
function fakeWorld(length: number) {
  const server = { length, failure: null as Error | null };
  const sources: { url: string; say(type: string, data?: unknown): void; isClosed: boolean }[] = [];
  const waits: (() => void)[] = [];
  const entry = (seq: number) => ({ seq }) as Entry;
  const world: World = {
    open(url) {
      const listeners = new Map<string, Listener>();
      const source = {
        url,
        isClosed: false,
        say: (type: string, data?: unknown) =>
          listeners.get(type)?.(new MessageEvent(type, { data: JSON.stringify(data) })),
      };
      sources.push(source);
      return {
        addEventListener: (type: string, listener: unknown) => listeners.set(type, listener as Listener),
        close: () => {
          source.isClosed = true;
        },
      };
    },
    async readPage(url) {
      if (server.failure) throw server.failure;
      const after = Number(new URL(url, "http://x").searchParams.get("after"));
      const upTo = Math.min(server.length, after + 3);
      const items = Array.from({ length: Math.max(0, upTo - after) }, (_, i) => entry(after + 1 + i));
      return { items, next: items.length === 3 ? upTo : null };
    },
    later(_milliseconds, work) {
      waits.push(work);
      return () => waits.splice(waits.indexOf(work), 1);
    },
  };
  return { world, server, sources, waits, entry, source: () => sources.at(-1) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function follow(length: number, after: number, onReload?: () => Promise<number>) {
  const fake = fakeWorld(length);
  const got: number[] = [];
  const presence: unknown[] = [];
  const statuses: LiveStatus[] = [];
  const stop = followDossier(
    "d",
    {
      after,
      onEntry: ({ seq }) => got.push(seq),
      onStatus: (status) => statuses.push(status),
      onPresence: (event) => presence.push(event),
      ...(onReload ? { onReload } : {}),
    },
    fake.world,
  );
  return { ...fake, got, statuses, presence, stop };
}

describe("following a dossier", () => {
  test("reads a page of what it lacks, then listens from there", async () => {
    const tab = follow(8, 2);
    await settled();
    expect(tab.got).toEqual([3, 4, 5]);
    expect(tab.source()?.url).toMatch(/after=5$/);
    tab.source()?.say("open");
    for (const seq of [6, 7, 7, 4, 8]) tab.source()?.say("entry", tab.entry(seq));
    expect(tab.got).toEqual([3, 4, 5, 6, 7, 8]);
    expect(tab.statuses).toEqual(["connecting", "live"]);
  });

  test("told that too much is missing, it reads the state and goes on from there, with what comes meanwhile", async () => {
    const reads: ((reached: number) => void)[] = [];
    const tab = follow(0, 0, () => new Promise((resolve) => reads.push(resolve)));
    await settled();
    tab.server.length = 5_000;
    tab.source()?.say("reload", { seq: 5_000 });
    tab.server.length = 5_002;
    tab.source()?.say("entry", tab.entry(5_001));
    tab.source()?.say("entry", tab.entry(5_002));
    reads.shift()?.(5_001);
    await settled();
    tab.source()?.say("entry", tab.entry(5_003));
    expect([tab.got, reads]).toEqual([[5_002, 5_003], []]);
  });

  test("one that cannot read the state reads every entry instead", async () => {
    const tab = follow(0, 0);
    await settled();
    tab.server.length = 7;
    tab.source()?.say("reload", { seq: 7 });
    await settled();
    expect(tab.got).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("connects again when the state cannot be read", async () => {
    const tab = follow(0, 0, () => Promise.reject(new ApiError(0, "offline", "")));
    await settled();
    tab.source()?.say("reload", { seq: 5_000 });
    await settled();
    expect([tab.statuses.at(-1), tab.waits.length]).toEqual(["offline", 1]);
  });

  test("passes on who is there", async () => {
    const tab = follow(0, 0);
    await settled();
    tab.source()?.say("presence", { all: true, here: [], gone: [] });
    expect(tab.presence).toEqual([{ all: true, here: [], gone: [] }]);
  });

  test("fetches what a gap leaves out, also what comes while it fetches", async () => {
    const tab = follow(0, 0);
    await settled();
    tab.server.length = 4;
    tab.source()?.say("entry", tab.entry(4));
    tab.server.length = 6;
    tab.source()?.say("entry", tab.entry(6));
    await settled();
    expect(tab.got).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("connects again from the last number seen when the connection breaks", async () => {
    const tab = follow(1, 0);
    await settled();
    tab.source()?.say("open");
    tab.source()?.say("error");
    expect(tab.source()?.isClosed).toBe(true);
    tab.server.length = 3;
    tab.waits.shift()?.();
    await settled();
    expect(tab.got).toEqual([1, 2, 3]);
    expect(tab.source()?.url).toMatch(/after=3$/);
    tab.source()?.say("open");
    expect(tab.statuses).toEqual(["connecting", "live", "connecting", "live"]);
  });

  test("says it is offline, and goes on when it is not", async () => {
    const tab = follow(1, 0);
    tab.server.failure = new ApiError(0, "offline", "");
    await settled();
    tab.source()?.say("error");
    tab.waits.shift()?.();
    await settled();
    expect(tab.statuses).toEqual(["connecting", "offline"]);
    tab.server.failure = null;
    tab.waits.shift()?.();
    await settled();
    expect(tab.source()?.url).toMatch(/after=1$/);
  });

  test.each([[401], [403], [404]])("gives up on %i", async (status) => {
    const tab = follow(1, 1);
    await settled();
    tab.server.failure = new ApiError(status, "", "");
    tab.source()?.say("error");
    tab.waits.shift()?.();
    await settled();
    expect(tab.statuses.at(-1)).toBe("closed");
    expect(tab.waits).toEqual([]);
  });

  test("gives up when the stream says that access is lost", async () => {
    const tab = follow(1, 1);
    await settled();
    tab.source()?.say("closed");
    expect(tab.statuses.at(-1)).toBe("closed");
    expect(tab.source()?.isClosed).toBe(true);
  });

  test("is silent once stopped", async () => {
    const tab = follow(1, 1);
    await settled();
    tab.stop();
    tab.source()?.say("entry", tab.entry(2));
    tab.source()?.say("error");
    expect([tab.got, tab.waits, tab.statuses]).toEqual([[], [], ["connecting"]]);
  });
});
