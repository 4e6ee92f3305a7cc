import { afterEach, expect, test, vi } from "vitest";
import { joinTabs } from "./tabGroup";

/** Locks as browsers have them: one holder, the others in line, a signal to step out of it. */
function fakeLocks() {
  const line: { begin(): void; signal: AbortSignal | undefined }[] = [];
  let isHeld = false;
  const next = () => {
    const first = line.shift();
    if (first?.signal?.aborted) return next();
    isHeld = first !== undefined;
    first?.begin();
  };
  return {
    request(_name: string, { signal }: { signal?: AbortSignal }, hold: () => Promise<void>) {
      return new Promise<void>((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new Error("aborted")));
        const begin = () => void hold().then(resolve).finally(next);
        line.push({ begin, signal });
        if (!isHeld) next();
      });
    },
  };
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 0));
const member = () => ({ hear: vi.fn(), lead: vi.fn() });

afterEach(() => vi.unstubAllGlobals());

test("one tab leads; the next one does when it leaves, and again when that one rests", async () => {
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  const [first, second] = [member(), member()];
  const one = joinTabs("g", first);
  const two = joinTabs("g", second);
  await quiet();
  expect([first.lead, second.lead].map((lead) => lead.mock.calls.length)).toEqual([1, 0]);
  one.rest(0);
  await quiet();
  await quiet();
  expect([first.lead, second.lead].map((lead) => lead.mock.calls.length)).toEqual([1, 1]);
  two.leave();
  await quiet();
  expect(first.lead).toHaveBeenCalledTimes(2);
  one.leave();
});

test("who leaves before its turn never leads", async () => {
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  const [first, second] = [member(), member()];
  const one = joinTabs("h", first);
  joinTabs("h", second).leave();
  one.leave();
  await quiet();
  expect(second.lead).not.toHaveBeenCalled();
});

test("tabs hear each other, and not themselves", async () => {
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  const [first, second] = [member(), member()];
  const [one, two] = [joinTabs<string>("i", first), joinTabs<string>("i", second)];
  one.tell("hello");
  await expect.poll(() => second.hear.mock.calls).toEqual([["hello"]]);
  expect(first.hear).not.toHaveBeenCalled();
  one.leave();
  two.leave();
});

test("a browser without locks leaves every tab on its own", () => {
  vi.stubGlobal("navigator", {});
  const alone = member();
  joinTabs("j", alone).leave();
  expect(alone.lead).toHaveBeenCalledTimes(1);
});
