import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intervalIndex, type OffsetRange } from "@/lib/editor/intervalIndex";

const range = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]): OffsetRange => ({ start, end: start + length }));

/** The same objects, whatever their order. */
function expectSame(actual: OffsetRange[], expected: OffsetRange[]) {
  expect(actual).toHaveLength(expected.length);
  expect(new Set(actual)).toEqual(new Set(expected));
  for (const item of actual) expect(expected).toContain(item);
}

const meeting = (items: OffsetRange[], start: number, end: number) =>
  items.filter((item) => item.start < end && item.end > start);

describe("intervalIndex", () => {
  test("finds what a walk over all finds", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 80 }), fc.nat(270), fc.nat(40), (items, start, length) => {
        const index = intervalIndex(items);
        expectSame(index.at(start), meeting(items, start, start + 1));
        expectSame(
          index.overlapping(start, start + length),
          length ? meeting(items, start, start + length) : [],
        );
      }),
    );
  });

  test("stays right through any series of additions and removals", () => {
    const steps = fc.array(
      fc.tuple(fc.array(range, { maxLength: 50 }), fc.array(fc.nat(60), { maxLength: 50 })),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(fc.array(range, { maxLength: 60 }), steps, fc.nat(260), (items, changes, offset) => {
        let current = items;
        let index = intervalIndex(items);
        const dropped: OffsetRange[] = [];
        for (const [added, taken] of changes) {
          const lost = new Set(taken.map((i) => current[i]));
          const back = dropped.splice(0, 2);
          dropped.push(...current.filter((item) => lost.has(item)));
          current = [...current.filter((item) => !lost.has(item)), ...added, ...back];
          index = index.changedTo(current);
          expectSame(index.at(offset), meeting(current, offset, offset + 1));
        }
        expectSame(index.overlapping(0, 1_000), current);
      }),
    );
  });

  test("answers in order of start, newcomers included", () => {
    const first = [
      { start: 30, end: 40 },
      { start: 10, end: 50 },
    ];
    const index = intervalIndex(first).changedTo([...first, { start: 20, end: 45 }]);
    expect(index.at(35).map((item) => item.start)).toEqual([10, 20, 30]);
  });

  test("leaves the index it was changed from as it was", () => {
    const kept = { start: 0, end: 10 };
    const before = intervalIndex([kept]);
    before.changedTo([]);
    expect(before.at(5)).toEqual([kept]);
  });
});
