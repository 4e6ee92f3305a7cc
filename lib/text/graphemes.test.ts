import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGraphemeBoundary, snapToGraphemes } from "@/lib/text/graphemes";

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

describe("snapToGraphemes", () => {
  test.each([
    ["already on boundaries", "abc", 1, 2, 1, 2],
    ["inside a surrogate pair", "a😀b", 2, 2, 1, 3],
    ["inside a ZWJ family", "x👩‍👩‍👧y", 3, 4, 1, 9],
    ["combining mark", "xe\u0301y", 2, 2, 1, 3],
    ["mark after a space", "a \u0308b", 2, 3, 1, 3],
    ["skin tone", "👍🏽!", 2, 3, 0, 4],
    ["second flag of two", "🇸🇾🇶🇦", 5, 6, 4, 8],
    ["Arabic with a vowel sign", "قَالَ", 1, 2, 0, 2],
    ["carriage return and line feed", "a\r\nb", 2, 2, 1, 3],
    ["Hangul jamo", "\u1112\u1161\u11ab", 1, 2, 0, 3],
    ["Devanagari conjunct", "क्षx", 1, 2, 0, 3],
    ["outside the text", "ab", -3, 9, 0, 2],
  ])("%s", (_name, text, start, end, snappedStart, snappedEnd) =>
    expect(snapToGraphemes(text, start, end)).toEqual({ start: snappedStart, end: snappedEnd }),
  );

  const piece = fc.oneof(
    fc.constantFrom(
      "👩‍👩‍👧",
      "🇸🇾",
      "e\u0301",
      "\u0308",
      "\u200d",
      "قَ",
      "\u0600",
      "क्ष",
      "한",
      "\u1161",
      "\r\n",
      " ",
      "\n",
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  test("the window gives the boundaries of the whole text", () =>
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join("")),
        (text) => {
          const bounds = new Set([...segmenter.segment(text)].map((part) => part.index));
          for (let offset = 1; offset < text.length; offset++) {
            expect(isGraphemeBoundary(text, offset)).toBe(bounds.has(offset));
          }
        },
      ),
      { numRuns: 1000 },
    ));

  test("no character taken as self-contained joins a letter, a space or itself", () => {
    const joining: string[] = [];
    for (let unit = 0; unit < 0xd800; unit++) {
      const c = String.fromCharCode(unit);
      // What the window trusts: a cut between two of these needs no segmenter.
      const text = `a${c}${c} ${c}`;
      const whole = new Set([...segmenter.segment(text)].map((part) => part.index));
      for (let offset = 1; offset < text.length; offset++) {
        if (isGraphemeBoundary(text, offset) !== whole.has(offset)) joining.push(unit.toString(16));
      }
    }
    expect(joining).toEqual([]);
  });

  test("reads only the neighbourhood on a long text", () => {
    const text = `${"word ".repeat(900_000)}e\u0301${" word".repeat(90_000)}`;
    for (let i = 0; i < 10_000; i++) expect(isGraphemeBoundary(text, 4_500_001)).toBe(false);
  });
});
