import fc from "fast-check";
import { expect, test } from "vitest";
import { placeCards } from "./cardLayout";

const gap = 8;

test.each([
  { name: "at their passages when there is room", pinned: null, expected: [10, 200] },
  { name: "the pinned one as well", pinned: "1", expected: [10, 200] },
])("$name", ({ pinned, expected }) => {
  const cards = [
    { id: "0", passageTop: 10, height: 50 },
    { id: "1", passageTop: 200, height: 50 },
  ];
  expect([...placeCards(cards, { gap, pinnedId: pinned }).values()]).toEqual(expected);
});

test("cards before the pinned one move up to make room for it", () => {
  const cards = [100, 110, 120].map((passageTop, i) => ({ id: `${i}`, passageTop, height: 40 }));
  expect([...placeCards(cards, { gap, pinnedId: "2" }).values()]).toEqual([24, 72, 120]);
});

test("never overlap, keep their order and stay below the top; a pinned card with room above stays put", () => {
  const card = fc.record({ passageTop: fc.nat(2_000), height: fc.integer({ min: 20, max: 200 }) });
  fc.assert(
    fc.property(fc.array(card, { maxLength: 30 }), fc.nat(29), (list, pick) => {
      const cards = list
        .toSorted((a, b) => a.passageTop - b.passageTop)
        .map((one, i) => ({ ...one, id: `${i}` }));
      const tops = [...placeCards(cards, { gap, pinnedId: `${pick}` }).values()];
      tops.forEach((top, i) => {
        const before = cards[i - 1];
        expect(top).toBeGreaterThanOrEqual(before ? (tops[i - 1] ?? 0) + before.height + gap : 0);
      });
      const pinned = cards[pick];
      const above = cards.slice(0, pick).reduce((sum, one) => sum + one.height + gap, 0);
      if (pinned && above <= pinned.passageTop) expect(tops[pick]).toBe(pinned.passageTop);
    }),
  );
});
