import { describe, expect, test } from "vitest";
import { addressOf, peopleOf, windowsAfter } from "./model";
import type { Presence } from "./schema";

const window = (userId: string, tab: string, id = "a"): Presence => {
  return { userId, tab, where: { page: "article", id }, selection: null };
};
const members = { me: { name: "Me" }, u1: { name: "Zoe" }, u2: { name: "Ana" } };

describe("windows after an event", () => {
  const before = [window("u1", "1"), window("u2", "2")];
  test.each([
    ["a move puts the window last", { all: false, here: [window("u1", "1", "b")], gone: [] }, ["2", "1"]],
    ["who is gone is not there", { all: false, here: [], gone: [{ userId: "u2", tab: "2" }] }, ["1"]],
    [
      "another's tab of the same name stays",
      { all: false, here: [], gone: [{ userId: "u1", tab: "2" }] },
      ["1", "2"],
    ],
    ["all replaces all", { all: true, here: [window("u2", "3")], gone: [] }, ["3"]],
  ])("%s", (_name, event, tabs) => {
    expect(windowsAfter(before, event).map(({ tab }) => tab)).toEqual(tabs);
  });
});

describe("people", () => {
  test("are one each, where they moved last, by name, without oneself and strangers", () => {
    const windows = [
      window("u1", "1", "a"),
      window("me", "2"),
      window("x", "3"),
      window("u2", "4"),
      window("u1", "5", "b"),
    ];
    const people = peopleOf(windows, members, "me");
    expect(people.map(({ name, where }) => [name, where.id])).toEqual([
      ["Ana", "a"],
      ["Zoe", "b"],
    ]);
  });

  test("have the same colour for everyone, each their own", () => {
    const windows = [window("me", "0"), window("u1", "1"), window("u2", "2")];
    const seen = (own: string) =>
      peopleOf(windows, members, own).map(({ userId, colour }) => [userId, colour]);
    const all = new Map([...seen("me"), ...seen("u1")] as [string, number][]);
    expect(new Set(all.values()).size).toBe(3);
    expect(Object.fromEntries(seen("u2"))).toEqual({ me: all.get("me"), u1: all.get("u1") });
  });
});

test.each([
  [{ page: "article", id: "7" } as const, "/dossiers/d/articles/7"],
  [{ page: "report", id: "7" } as const, "/dossiers/d/reports/7"],
  [{ page: "links", id: null } as const, "/dossiers/d/links"],
  [{ page: "dossier", id: null } as const, "/dossiers/d"],
])("the address of %o", (where, address) => expect(addressOf("d", where)).toBe(address));
