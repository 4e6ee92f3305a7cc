import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustByCharacter, adjustRange, type RangeStep } from "./wordRange";

const text = "The council freed 40 people, it said.";
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test.each<[string, RangeStep, string]>([
  ["council freed", "extendEnd", "council freed 40"],
  ["council freed", "shrinkEnd", "council"],
  ["council freed", "extendStart", "The council freed"],
  ["council freed", "shrinkStart", "freed"],
  ["people", "extendEnd", "people, it"],
  ["people, it", "shrinkEnd", "people"],
  ["freed", "shrinkEnd", "freed"],
  ["freed", "shrinkStart", "freed"],
  ["The", "extendStart", "The"],
  ["said", "extendEnd", "said"],
])("%s, %s → %s", (before, step, after) => {
  expect(adjustRange(text, at(before), step, "en")).toEqual(at(after));
});

test("works in Arabic", () => {
  const arabic = "قال المسؤول إن العدد ارتفع";
  const second = { start: 4, end: 11 };
  const { start, end } = adjustRange(arabic, second, "extendEnd", "ar");
  expect(arabic.slice(start, end)).toBe("المسؤول إن");
});

test.each<[string, string, RangeStep, string]>([
  ["The council", "council", "extendEnd", "council"],
  ["a council b", "council", "extendEnd", "council b"],
  ["a council b", "council", "extendStart", "a council"],
  ["a council b", "council", "shrinkEnd", "counci"],
  ["a council b", "council", "shrinkStart", "ouncil"],
  ["a 👩‍👩‍👧 b", "a", "extendEnd", "a 👩‍👩‍👧"],
  ["a b", "a", "shrinkEnd", "a"],
])("%s: %s by a character, %s → %s", (whole, words, step, after) => {
  const start = whole.indexOf(words);
  const next = adjustByCharacter(whole, { start, end: start + words.length }, step);
  expect(whole.slice(next.start, next.end)).toBe(after);
});

test("stays a range of the text", () => {
  const steps = fc.constantFrom<RangeStep>("extendEnd", "shrinkEnd", "extendStart", "shrinkStart");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.array(steps), (words, moves) => {
      let range = { start: 0, end: words.length };
      for (const move of moves) {
        range = adjustRange(words, range, move, "en");
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(words.length);
        expect(range.start).toBeLessThan(range.end);
      }
    }),
  );
});
