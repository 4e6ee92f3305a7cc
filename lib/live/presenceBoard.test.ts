import { describe, expect, test } from "vitest";
import { EXPIRY_MS, type Presence, type PresenceEvent } from "@/lib/presence/schema";
import { createPresenceBoard } from "./presenceBoard";

/** A board whose time passes when the test says so. */
function fakeBoard() {
  let now = 0;
  const sweeps: (() => void)[] = [];
  const later: (() => void)[] = [];
  const board = createPresenceBoard({
    now: () => now,
    every: (_milliseconds, work) => sweeps.push(work),
    later: (_milliseconds, work) => later.push(work),
  });
  const read = (bytes: Uint8Array): PresenceEvent =>
    JSON.parse(new TextDecoder().decode(bytes).split("data: ")[1] ?? "");
  const heard: PresenceEvent[] = [];
  board.follow("d", (event) => heard.push(read(event)));
  return {
    board,
    heard,
    everyone: () => read(board.everyone("d")).here.map(({ tab }) => tab),
    beat: (tab: string, start = 0) => board.take({ dossierId: "d", here: window(tab, start) }),
    leave: (tab: string) => board.take({ dossierId: "d", gone: { userId: "u", tab } }),
    pass(milliseconds: number) {
      now += milliseconds;
      for (const sweep of sweeps) sweep();
      for (const work of later.splice(0)) work();
    },
  };
}

const window = (tab: string, start: number): Presence => {
  return { userId: "u", tab, where: { page: "article", id: "a", start, end: start + 9 }, selection: null };
};

describe("a presence board", () => {
  test("tells what changed together, as it is then", () => {
    const { board, heard, beat, leave, pass } = fakeBoard();
    board.take({ dossierId: "another", here: window("x", 0) });
    beat("1");
    beat("2");
    beat("1", 50);
    beat("3");
    leave("3");
    pass(50);
    const gone = [{ userId: "u", tab: "3" }];
    expect(heard).toEqual([{ all: false, here: [window("2", 0), window("1", 50)], gone }]);
  });

  test("takes who says nothing for gone, and not who beats without moving", () => {
    const { heard, beat, pass, everyone } = fakeBoard();
    beat("1");
    beat("2");
    pass(EXPIRY_MS - 1);
    beat("2");
    pass(1);
    expect(everyone()).toEqual(["2"]);
    expect(heard.slice(1)).toEqual([{ all: false, here: [], gone: [{ userId: "u", tab: "1" }] }]);
    pass(EXPIRY_MS);
    expect(everyone()).toEqual([]);
  });

  test("has who moved last at the end", () => {
    const { beat, everyone } = fakeBoard();
    beat("1");
    beat("2");
    beat("1", 7);
    expect(everyone()).toEqual(["2", "1"]);
  });

  test("says nothing of who was not there", () => {
    const { heard, leave, pass } = fakeBoard();
    leave("1");
    pass(50);
    expect(heard).toEqual([]);
  });
});
