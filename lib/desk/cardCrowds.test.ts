import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CrowdOptions, placeCrowd } from "./cardCrowds";
import type { CardToPlace } from "./cardLayout";

const options: CrowdOptions = { gap: 8, pinnedId: null, stackHeight: 56, open: null, mostDrift: 240 };

const cards = (tops: readonly number[], height = 92): CardToPlace[] =>
  tops.map((passageTop, i) => ({ id: `${i}`, passageTop, height }));

describe("folding", () => {
  test("nothing folds while everything stands near its passage", () => {
    const placed = placeCrowd(cards([10, 20, 400]), options);
    expect(placed).toEqual([
      { ids: ["0"], top: 10 },
      { ids: ["1"], top: 110 },
      { ids: ["2"], top: 400 },
    ]);
  });
  test("thirty annotations in one paragraph are one count, the next paragraph's card is untouched", () => {
    const placed = placeCrowd(cards([...Array.from({ length: 30 }, (_, i) => 10 + i), 600]), options);
    expect(placed.map(({ ids }) => ids.length)).toEqual([30, 1]);
    expect(placed.map(({ top }) => top)).toEqual([10, 600]);
  });
  test("the selected one of them stands at its passage, between those before and those after", () => {
    const tops = Array.from({ length: 30 }, (_, i) => 200 + i);
    const placed = placeCrowd(cards(tops), { ...options, pinnedId: "12" });
    expect(placed.map(({ ids }) => ids.length)).toEqual([12, 1, 17]);
    expect(placed[1]?.top).toBe(212);
  });
  test("an open stack has room for its list", () => {
    const tops = [...Array.from({ length: 30 }, (_, i) => 10 + i), 150];
    const [stack, next] = placeCrowd(cards(tops), { ...options, open: { id: "3", height: 300 } });
    expect(stack?.ids).toHaveLength(30);
    expect(next?.top).toBe(10 + 300 + 8);
  });
});

const anyCards = fc
  .array(fc.record({ passageTop: fc.nat(3_000), height: fc.integer({ min: 30, max: 200 }) }), {
    maxLength: 80,
  })
  .map((list) =>
    list.toSorted((a, b) => a.passageTop - b.passageTop).map((one, i) => ({ ...one, id: `${i}` })),
  );
const anyOptions = fc.record({ pick: fc.nat(120), openAt: fc.nat(160) }).map(({ pick, openAt }) => ({
  ...options,
  pinnedId: pick < 80 ? `${pick}` : null,
  open: openAt < 80 ? { id: `${openAt}`, height: 320 } : null,
}));

describe("whatever the cards", () => {
  const heightOf = (ids: readonly string[], list: readonly CardToPlace[], { open }: CrowdOptions) => {
    if (ids.length === 1) return list.find((card) => card.id === ids[0])?.height ?? 0;
    return open && ids.includes(open.id) ? open.height : options.stackHeight;
  };

  test("each stands once, in order, nothing overlaps or leaves the top", () => {
    fc.assert(
      fc.property(anyCards, anyOptions, (list, chosen) => {
        const placed = placeCrowd(list, chosen);
        expect(placed.flatMap(({ ids }) => ids)).toEqual(list.map(({ id }) => id));
        let foot = -options.gap;
        for (const { ids, top } of placed) {
          expect(top).toBeGreaterThanOrEqual(foot + options.gap);
          foot = top + heightOf(ids, list, chosen);
        }
      }),
    );
  });

  test("none stands further from its passage than agreed", () => {
    fc.assert(
      fc.property(anyCards, anyOptions, (list, chosen) => {
        const pinned = list.find(({ id }) => id === chosen.pinnedId);
        const most =
          options.mostDrift + (pinned ? pinned.height + 8 : 0) + (chosen.open ? chosen.open.height + 8 : 0);
        for (const { ids, top } of placeCrowd(list, chosen)) {
          const passage = list.find(({ id }) => id === ids[0])?.passageTop ?? 0;
          expect(Math.abs(top - passage)).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  test("the selected one stands by itself, at its passage unless the top of the page is too near", () => {
    fc.assert(
      fc.property(anyCards, anyOptions, (list, given) => {
        const chosen = { ...given, open: null };
        const pinned = list.find(({ id }) => id === chosen.pinnedId);
        if (!pinned) return;
        const placed = placeCrowd(list, chosen);
        const at = placed.findIndex(({ ids }) => ids.includes(pinned.id));
        expect(placed[at]?.ids).toEqual([pinned.id]);
        const above = placed.slice(0, at).reduce((sum, { ids }) => sum + heightOf(ids, list, chosen) + 8, 0);
        if (above <= pinned.passageTop) expect(placed[at]?.top).toBe(pinned.passageTop);
        else expect(placed[at]?.top).toBe(above);
      }),
    );
  });
});
