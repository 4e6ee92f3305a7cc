import fc from "fast-check";
import { expect, test } from "vitest";
import { segments } from "@/lib/exporting/html/segments";

const range = (start: number, end: number, name = `${start}-${end}`) => ({ start, end, name });
const shape = (start: number, end: number, ranges: ReturnType<typeof range>[]) =>
  segments(start, end, ranges).map((s) => [s.start, s.end, s.covering.map((r) => r.name).join(" ")]);

test.each([
  ["nothing", [], [[0, 10, ""]]],
  [
    "one",
    [range(2, 4)],
    [
      [0, 2, ""],
      [2, 4, "2-4"],
      [4, 10, ""],
    ],
  ],
  [
    "nested",
    [range(1, 9), range(3, 5)],
    [
      [0, 1, ""],
      [1, 3, "1-9"],
      [3, 5, "1-9 3-5"],
      [5, 9, "1-9"],
      [9, 10, ""],
    ],
  ],
  [
    "crossing",
    [range(0, 6), range(4, 10)],
    [
      [0, 4, "0-6"],
      [4, 6, "0-6 4-10"],
      [6, 10, "4-10"],
    ],
  ],
  ["the same twice", [range(0, 10, "a"), range(0, 10, "b")], [[0, 10, "a b"]]],
  [
    "reaching out of the block",
    [range(-5, 3), range(8, 20)],
    [
      [0, 3, "-5-3"],
      [3, 8, ""],
      [8, 10, "8-20"],
    ],
  ],
  ["elsewhere", [range(10, 12), range(-4, 0)], [[0, 10, ""]]],
])("%s", (_name, ranges, expected) => expect(shape(0, 10, ranges)).toEqual(expected));

test("segments are the whole block in order, and each says exactly what covers it", () => {
  const ranges = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 1, max: 30 })));
  fc.assert(
    fc.property(ranges, (pairs) => {
      const given = pairs.map(([start, length]) => range(start, start + length));
      const found = segments(0, 50, given);
      const covered = found.flatMap((s) =>
        Array.from({ length: s.end - s.start }, (_, i) => ({ at: s.start + i, covering: s.covering })),
      );
      expect(covered.map(({ at }) => at)).toEqual(Array.from({ length: 50 }, (_, i) => i));
      for (const { at, covering } of covered) {
        expect(covering).toEqual(given.filter((r) => r.start <= at && at < r.end));
      }
    }),
  );
});
