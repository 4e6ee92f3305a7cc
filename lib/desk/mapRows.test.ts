import { expect, test } from "vitest";
import { mapRows, rowOf } from "./mapRows";

test("each slice knows its kinds, contradictions and how far it is covered", () => {
  const marks = [
    { start: 0, end: 30, kind: "claim" as const },
    { start: 25, end: 26, kind: "figure" as const, flagged: true },
  ];
  const sentences = [
    { start: 0, end: 30, state: "annotated" as const },
    { start: 51, end: 80, state: "cleared" as const },
    { start: 90, end: 100, state: "open" as const },
  ];
  expect(mapRows(marks, sentences, 100, 4)).toEqual([
    { kinds: ["claim"], contradiction: false, open: false, cleared: false },
    { kinds: ["claim", "figure"], contradiction: true, open: false, cleared: false },
    { kinds: [], contradiction: false, open: false, cleared: true },
    { kinds: [], contradiction: false, open: true, cleared: false },
  ]);
});

test("an empty article has an empty map, and every offset a row", () => {
  expect(mapRows([], [], 0, 2)).toHaveLength(2);
  expect(rowOf(-1, 100, 4)).toBe(0);
  expect(rowOf(100, 100, 4)).toBe(3);
});
