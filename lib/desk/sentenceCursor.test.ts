import { expect, test } from "vitest";
import {
  besideInOrder,
  nextOpen,
  paragraphBeside,
  previousOpen,
  sentenceAt,
  sentenceBeside,
} from "./sentenceCursor";

const sentences = [
  { start: 0, end: 10, state: "annotated" },
  { start: 11, end: 20, state: "open" },
  { start: 21, end: 30, state: "open" },
];

test.each([
  [-1, -1],
  [0, 0],
  [10, 0],
  [11, 1],
  [99, 2],
])("offset %d lies in sentence %d", (offset, index) => {
  expect(sentenceAt(sentences, offset)).toBe(index);
});

test("the cursor starts at the first, goes on and back, and stops at the ends", () => {
  expect(sentenceBeside(sentences, null, 1)).toBe(sentences[0]);
  expect(sentenceBeside(sentences, 3, 1)).toBe(sentences[1]);
  expect(sentenceBeside(sentences, 15, -1)).toBe(sentences[0]);
  expect(sentenceBeside(sentences, 25, 1)).toBeNull();
  expect(sentenceBeside(sentences, 3, -1)).toBeNull();
});

test("annotations go by order from the selected one, else from the place", () => {
  const items = [5, 5, 12].map((start, i) => ({ id: `${i}`, start, end: start + 3 }));
  expect(besideInOrder(items, { id: "0", offset: 5 }, 1)?.id).toBe("1");
  expect(besideInOrder(items, { id: null, offset: 6 }, 1)?.id).toBe("2");
  expect(besideInOrder(items, { id: null, offset: 6 }, -1)?.id).toBe("1");
  expect(besideInOrder(items, { id: "2", offset: 12 }, 1)).toBeNull();
  expect(besideInOrder(items, { id: null, offset: null }, 1)?.id).toBe("0");
});

test("the next open sentence, then the first again", () => {
  expect(nextOpen(sentences, null)?.start).toBe(11);
  expect(nextOpen(sentences, 11)?.start).toBe(21);
  expect(nextOpen(sentences, 21)?.start).toBe(11);
  expect(nextOpen(sentences.slice(0, 1), 0)).toBeNull();
});

test("the open sentence before, then the last again", () => {
  expect(previousOpen(sentences, 21)?.start).toBe(11);
  expect(previousOpen(sentences, 11)?.start).toBe(21);
  expect(previousOpen([], 3)).toBeNull();
});

test("paragraphs are walked by their first sentence; empty ones are passed over", () => {
  const blocks = [
    { start: 0, end: 20 },
    { start: 21, end: 21 },
    { start: 22, end: 40 },
  ];
  const text = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 22, end: 40 },
  ];
  expect(paragraphBeside(text, blocks, null, 1)).toBe(text[0]);
  expect(paragraphBeside(text, blocks, 15, 1)).toBe(text[2]);
  expect(paragraphBeside(text, blocks, 22, -1)).toBe(text[0]);
  expect(paragraphBeside(text, blocks, 22, 1)).toBeNull();
  expect(paragraphBeside(text, blocks, null, -1)).toBe(text[2]);
});
