import { expect, test } from "vitest";
import { bestMatches } from "./paletteSearch";

const names = [
  "Next sentence",
  "Previous sentence",
  "Next open sentence",
  "Undo",
  "Rédaction",
  "Go to the next",
];
const found = (query: string) => bestMatches(names, query, (name) => name);

test.each([
  ["", names],
  ["next", ["Next sentence", "Next open sentence", "Go to the next"]],
  ["sent next", ["Next sentence", "Next open sentence"]],
  ["redac", ["Rédaction"]],
  ["ndo", ["Undo"]],
  ["nothing like it", []],
])("%s", (query, expected) => {
  expect(found(query)).toEqual(expected);
});

test("what begins with the words comes before what has them inside", () => {
  expect(found("ne")[0]).toBe("Next sentence");
});
