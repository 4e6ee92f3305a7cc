import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointIndex, toCodePointOffset, toUtf16Offset } from "@/lib/text/codePoints";

describe("code point offsets", () => {
  test.each([
    ["plain", "abc", 2, 2],
    ["after an emoji", "a😀b", 3, 2],
    ["family joined by ZWJ", "👩‍👩‍👧x", 8, 5],
    ["combining mark counts", "e\u0301x", 2, 2],
    ["Arabic", "قال 😀 نعم", 6, 5],
    ["the end", "😀", 2, 1],
  ])("%s", (_name, text, utf16, codePoint) => {
    expect(toCodePointOffset(text, utf16)).toBe(codePoint);
    expect(toUtf16Offset(text, codePoint)).toBe(utf16);
  });

  test.each([-1, 3, 1.5, Number.NaN])("refuses %s in a text of two units", (offset) => {
    expect(() => toCodePointOffset("ab", offset)).toThrow(RangeError);
    expect(() => toUtf16Offset("ab", offset)).toThrow(RangeError);
  });

  test("refuses the middle of a surrogate pair", () =>
    expect(() => toCodePointOffset("😀", 1)).toThrow(RangeError));

  test("agrees with counting, everywhere, and back", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const index = codePointIndex(text);
        const characters = [...text];
        expect(index.length).toBe(characters.length);
        for (let k = 0; k <= characters.length; k++) {
          const utf16 = characters.slice(0, k).join("").length;
          expect(index.toUtf16(k)).toBe(utf16);
          expect(index.toCodePoint(utf16)).toBe(k);
        }
      }),
    ));
});
