import { describe, expect, test } from "vitest";
import type { RoundItem } from "@/lib/reviews/schema";
import { laidOver, lastOwn, stillUnderway, type Underway } from "./decisionsHere";

const item = (id: string, change: Partial<RoundItem> = {}): RoundItem => ({
  ...{ type: "annotation", id, itemVersion: 1, contentHash: "", decision: null, reason: "", suggestion: "" },
  ...{ carriedFrom: null, decidedBy: null, decidedAt: null, makers: [] },
  ...change,
});
const accepted = (at: string, by = "me"): Partial<RoundItem> => ({
  ...{ decision: "accepted", decidedBy: by, decidedAt: at },
});
const accepting: Underway = { decision: "accepted", reason: "", suggestion: "" };
const takingBack: Underway = { decision: null, reason: "", suggestion: "" };

test("what is on its way is shown as decided by who decides; the rest as it was told", () => {
  const items = laidOver([item("a"), item("b")], new Map([["annotation:a", accepting]]), "me");
  expect(items.get("annotation:a")).toMatchObject({ decision: "accepted", decidedBy: "me" });
  expect(items.get("annotation:b")).toMatchObject({ decision: null, decidedBy: null });
});

describe("laid over until it is told", () => {
  test.each<[string, RoundItem, Underway, boolean]>([
    ["not answered yet", item("a"), accepting, true],
    ["taken, not told yet", item("a"), { ...accepting, decidedAt: "2" }, true],
    [
      "taken over an older one, not told yet",
      item("a", accepted("1")),
      { ...accepting, decidedAt: "2" },
      true,
    ],
    ["taken and told", item("a", accepted("2")), { ...accepting, decidedAt: "2" }, false],
    [
      "taken, and another decided since",
      item("a", accepted("3", "x")),
      { ...accepting, decidedAt: "2" },
      false,
    ],
    ["taken back, not told yet", item("a", accepted("1")), { ...takingBack, decidedAt: null }, true],
    [
      "taken back, and another decided since",
      item("a", accepted("3", "x")),
      { ...takingBack, decidedAt: null },
      false,
    ],
    ["taken back and told", item("a"), { ...takingBack, decidedAt: null }, false],
    ["of an item that is not in the round", item("b"), accepting, false],
  ])("%s", (_, told, own, stays) => {
    const underway = new Map([["annotation:a", own]]);
    const left = stillUnderway([told], underway, "me");
    expect(left.has("annotation:a")).toBe(stays);
    expect(left === underway).toBe(stays);
  });
});

test("the last own decision is all that was decided in one go, carried and others' decisions left out", () => {
  const items = [
    item("a", accepted("2")),
    item("b", accepted("2")),
    item("c", accepted("1")),
    item("d", accepted("3", "x")),
    item("e", { ...accepted("4"), carriedFrom: "r" }),
    item("f"),
  ];
  expect(lastOwn(items, "me").map(({ id }) => id)).toEqual(["a", "b"]);
  expect(lastOwn(items, "nobody")).toEqual([]);
});
