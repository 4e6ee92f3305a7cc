import { expect, test } from "vitest";
import { sayAdjusted, sayState } from "./sayPassage";

const sentence = { start: 10, end: 20 };
const at = (start: number, end: number, kind: "claim" | "figure" | "official_statement" = "claim") => ({
  ...{ start, end, kind },
});

test.each([
  ["nothing there", [], false, "open"],
  ["cleared", [], true, "cleared"],
  ["annotations that only touch it", [at(0, 10), at(20, 30)], false, "open"],
  ["one", [at(12, 14, "figure")], false, "1 annotation: figure"],
  ["an annotation outdoes clearing", [at(12, 14)], true, "1 annotation: claim"],
  ["two", [at(10, 20), at(12, 14, "figure")], false, "2 annotations: claim, figure"],
  ["one that spans sentences", [at(0, 40, "official_statement")], false, "1 annotation: statement"],
  [
    "many, each kind once",
    [at(10, 11), at(11, 12), at(12, 13), at(13, 14), at(14, 15, "figure")],
    false,
    "5 annotations: claim, figure",
  ],
] as const)("%s", (_name, annotations, isCleared, said) => {
  expect(sayState(sentence, annotations, isCleared)).toBe(said);
});

test.each([
  [
    { start: 4, end: 7 },
    { start: 4, end: 11 },
    { words: "added", text: "sat" },
  ],
  [
    { start: 4, end: 11 },
    { start: 4, end: 7 },
    { words: "left out", text: "sat" },
  ],
  [
    { start: 4, end: 7 },
    { start: 0, end: 7 },
    { words: "added", text: "The" },
  ],
  [{ start: 4, end: 7 }, { start: 4, end: 7 }, null],
])("from %o to %o", (before, after, said) => {
  expect(sayAdjusted("The cat sat.", before, after)).toEqual(said);
});
