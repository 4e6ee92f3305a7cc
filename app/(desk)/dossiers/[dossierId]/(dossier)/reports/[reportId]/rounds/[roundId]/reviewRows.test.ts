import { describe, expect, test } from "vitest";
import type { Round, RoundItem } from "@/lib/reviews/schema";
import type { ReviewItem } from "./reviewItems";
import { bulkPlan, nextUndecided, reviewRows } from "./reviewRows";

const passage = (article: string) => ({ article: { id: article }, annotation: { kind: "figure" } });
const items = [
  { type: "annotation", id: "a", key: "annotation:a", place: 0, passage: passage("x") },
  { type: "annotation", id: "b", key: "annotation:b", place: 1, passage: passage("x") },
  { type: "annotation", id: "c", key: "annotation:c", place: 2, passage: passage("y") },
  { type: "link", id: "l", key: "link:l", place: 3, from: passage("x"), to: passage("y") },
] as unknown as ReviewItem[];
const decided = (id: string, change: Partial<RoundItem> = {}): RoundItem => ({
  ...{ type: id === "l" ? "link" : "annotation", id, itemVersion: 1, contentHash: `hash of ${id}` },
  ...{ decision: null, reason: "", suggestion: "", carriedFrom: null, decidedBy: null, decidedAt: null },
  makers: ["ed"],
  ...change,
});
const actor = { userId: "rev", role: "reviewer" as const };
const rowsOf = (all: RoundItem[], who: typeof actor = actor, rounds: Round[] = []) => {
  const round = { id: "r", number: rounds.length + 1, status: "in_review", items: all } as unknown as Round;
  const byKey = new Map(all.map((item) => [`${item.type}:${item.id}`, item]));
  return reviewRows(items, round, [...rounds, round], byKey, who);
};

test("a row says what a filter asks: articles, kind, standing, decision, makers, whose it is to decide", () => {
  const first = [decided("a", { decision: "accepted", decidedBy: "rev" })];
  const earlier = { id: "r1", number: 1, items: first } as unknown as Round;
  const rows = rowsOf(
    ["a", "b", "c", "l"].map((id) => decided(id)),
    actor,
    [earlier],
  );
  expect(rows[0]).toMatchObject({ standing: "carried", last: { number: 1 }, refusal: null });
  expect(rows[3]?.filtered).toEqual({
    ...{ articles: ["x", "y"], kind: "link", standing: "new", decision: "undecided" },
    ...{ makers: ["ed"], isMine: true },
  });
});

test("nothing is anybody's to decide who made it, and nothing at all a viewer's", () => {
  const own = rowsOf(
    ["a", "b", "c", "l"].map((id) => decided(id, { makers: id === "b" ? ["rev"] : ["ed"] })),
  );
  expect(own.map(({ filtered }) => filtered.isMine)).toEqual([true, false, true, true]);
  expect(own[1]?.refusal).toMatch(/You made this/);
  const viewers = rowsOf([decided("a")], { userId: "v", role: "viewer" as never });
  expect(viewers[0]?.filtered.isMine).toBe(false);
});

describe("accepting all that is shown", () => {
  const rows = rowsOf([
    decided("a"),
    decided("b", { makers: ["rev"] }),
    decided("c", { decision: "accepted", decidedBy: "x" }),
    decided("l", { decision: "returned", decidedBy: "x" }),
  ]);

  test("takes what one may decide on, and says why the rest is left out", () => {
    const { accept, left } = bulkPlan(rows, () => false, "rev");
    expect(accept.map(({ item }) => item.id)).toEqual(["a"]);
    expect(left).toEqual([
      { why: "made or last changed by you", count: 1 },
      { why: "accepted already", count: 1 },
      { why: "returned: that is decided one by one", count: 1 },
    ]);
  });

  test("leaves out what changed since", () => {
    const { accept, left } = bulkPlan(rows, ({ item }) => item.id === "a", "rev");
    expect(accept).toEqual([]);
    expect(left[0]).toEqual({ why: "changed since the round was submitted", count: 1 });
  });
});

test("the next undecided is the nearest after this one, around the end, never this one itself", () => {
  const rows = rowsOf([
    decided("a"),
    decided("b", { decision: "accepted", decidedBy: "x" }),
    decided("c", { makers: ["rev"] }),
    decided("l"),
  ]);
  expect(nextUndecided(rows, 0)?.item.id).toBe("l");
  expect(nextUndecided(rows, 3)?.item.id).toBe("a");
  expect(nextUndecided(rows.slice(0, 1), 0)).toBeUndefined();
});
