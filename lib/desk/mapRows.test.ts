import { expect, test } from "vitest";
import { mapRows } from "./mapRows";

test("each slice knows its kinds, contradictions and open parts", () => {
  const marks = [
    { start: 0, end: 30, kind: "claim" as const },
    { start: 25, end: 26, kind: "figure" as const, flagged: true },
  ];
  expect(mapRows(marks, [{ start: 90, end: 100 }], 100, 4)).toEqual([
    { kinds: ["claim"], contradiction: false, open: false },
    { kinds: ["claim", "figure"], contradiction: true, open: false },
    { kinds: [], contradiction: false, open: false },
    { kinds: [], contradiction: false, open: true },
  ]);
});

test("an empty article has an empty map", () => {
  expect(mapRows([], [], 0, 2)).toHaveLength(2);
});
