import { expect, test } from "vitest";
import { restOfParagraph, sentencesInside } from "./sentencesInside";

const text = "One. Two. Three.\nFour. Five.";
const sentences = [
  { start: 0, end: 4 },
  { start: 5, end: 9 },
  { start: 10, end: 16 },
  { start: 17, end: 22 },
  { start: 23, end: 28 },
];
const words = (start: number, end: number) =>
  sentencesInside(sentences, { start, end }).map((one) => text.slice(one.start, one.end));

test.each([
  ["all of it", 0, 28, ["One.", "Two.", "Three.", "Four.", "Five."]],
  ["exactly one", 5, 9, ["Two."]],
  ["cut at both ends", 2, 20, ["Two.", "Three."]],
  ["less than one", 6, 8, []],
  ["the space between", 4, 5, []],
])("%s", (_, start, end, found) => {
  expect(words(start, end)).toEqual(found);
});

test("the rest of a paragraph ends with it", () => {
  expect(restOfParagraph(text, sentences, 6)).toEqual({ start: 5, end: 16 });
  expect(restOfParagraph(text, sentences, 25)).toEqual({ start: 23, end: 28 });
});
