import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trimmedRange } from "@/lib/editor/trimmedRange";
import { isGraphemeBoundary } from "@/lib/text/graphemes";

describe("trimmedRange", () => {
  test.each([
    ["inner words stay", "one two", 4, 7, "two"],
    ["spaces at both ends go", "one  two  three", 3, 10, "two"],
    ["backwards", "one two", 7, 4, "two"],
    ["a triple click's end in the next block", "first\nsecond", 0, 6, "first"],
    ["a no-break space", "12\u00a0%", 0, 3, "12"],
    ["half a family", "a 👩‍👩‍👧 b", 3, 5, "👩‍👩‍👧"],
    ["a letter without its mark", "cafe\u0301s", 0, 4, "cafe\u0301"],
    ["Arabic with vowel signs", "قَالَ الرَّئِيس", 5, 9, "الرَّ"],
  ])("%s", (_name, text, a, b, expected) => {
    const range = trimmedRange(text, a, b);
    expect(range && text.slice(range.start, range.end)).toBe(expected);
  });

  test.each([
    ["", 0, 0],
    [" \n ", 0, 3],
    ["word", 2, 2],
  ])("nothing but white space in %j is no range", (text, a, b) => {
    expect(trimmedRange(text, a, b)).toBeNull();
  });

  test("ends on grapheme boundaries and holds no outer space", () => {
    const text = fc
      .array(fc.constantFrom("a", " ", "\n", "e\u0301", "👩‍👩‍👧", "\u00a0", "ل", "َ", "1", "."), {
        maxLength: 30,
      })
      .map((parts) => parts.join("").normalize("NFC"));
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (value, a, b) => {
        const range = trimmedRange(value, Math.min(a, value.length), Math.min(b, value.length));
        if (!range) return;
        expect(isGraphemeBoundary(value, range.start)).toBe(true);
        expect(isGraphemeBoundary(value, range.end)).toBe(true);
        expect(value.slice(range.start, range.end)).not.toMatch(/^\s(?!\p{M})|\s$/u);
      }),
    );
  });
});
