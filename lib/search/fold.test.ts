import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGraphemeBoundary } from "@/lib/text/graphemes";
import { fold, foldedText, foldQuotes } from "./fold";

describe("what a reader does not distinguish is the same", () => {
  test.each([
    ["case", "AMNESTY Σίσυφος", "amnesty ΣΊΣΥΦΟΣ"],
    ["accents", "Élysée, Ångström, naïve", "elysee, angstrom, naive"],
    ["accents of their own", "e\u0301", "é"],
    ["letters with strokes", "Łódź, Ørsted, straße", "lodz, orsted, strasse"],
    ["ligatures", "ﬁnal œuvre", "final oeuvre"],
    ["quotes and dashes", "“it’s”—‘so’", "\"it's\"-'so'"],
    ["spaces", "10\u00a0000  people", "10 000 people"],
    ["what is not seen", "co\u00adoperate\u200f", "cooperate"],
    ["full width", "ＡＢＣ１２", "abc12"],
    ["vowel signs", "شَخْصًا", "شخصا"],
    ["tatweel", "عـــفو", "عفو"],
    ["alef", "أحمد إبراهيم آمنة ٱلعفو", "احمد ابراهيم امنه العفو"],
    ["hamza carriers", "مسؤول رئيس", "مسوول رييس"],
    ["ya and ta marbuta", "مستشفى جمعة", "مستشفي جمعه"],
    ["Persian letters", "کابل یک", "كابل يك"],
    ["Arabic digits", "٤٩٠ و ۱۲۳ ٪", "490 و 123 %"],
    ["presentation forms", "ﻻ", "لا"],
  ])("%s", (_name, a, b) => {
    expect(fold(a).text).toBe(fold(b).text);
  });
});

test("signs that are letters of their word stay", () => {
  expect(fold("की").text).not.toBe(fold("का").text);
  expect(fold("が").text).not.toBe(fold("か").text);
  expect(fold("한국").text).toBe("한국");
});

test("folding every character twice is folding it once", () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    // Surrogates, and blocks where all are alike: ideographs, syllables, private use.
    if (code === 0x3401 || code === 0x4e01 || code === 0xac01) code += 0x1900;
    if (code === 0xd800) code = 0xf900;
    if (code === 0x17001) code = 0x1b000;
    if (code === 0x20001) break;
    const once = fold(String.fromCodePoint(code)).text;
    if (fold(once).text !== once) expect.fail(`U+${code.toString(16)}: ${once} → ${fold(once).text}`);
  }
});

const piece = fc.oneof(
  fc.constantFrom("é", "ﬁ", "شَخْ", "٤٩٠", "👩‍👩‍👧", "  ", "\u00a0", "ß", "“", "e\u0301", "क्षि", "\u200f", "İ"),
  fc.string({ unit: "grapheme" }),
);
const anyText = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));

test.each([fold, foldQuotes])("%o of any text folded stays as it is", (folding) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = folding(text).text;
      expect(folding(once).text).toBe(once);
    }),
  );
});

test.each([fold, foldQuotes])("%o maps every range back to whole graphemes that fold to it", (folding) => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const folded = folding(text);
      const start = a % (folded.text.length + 1);
      const end = start + (b % (folded.text.length - start + 1));
      fc.pre(start < end);
      const source = folded.sourceOf(start, end);
      expect(source.start).toBeLessThan(source.end);
      expect(isGraphemeBoundary(text, source.start) && isGraphemeBoundary(text, source.end)).toBe(true);
      expect(folding(text.slice(source.start, source.end)).text).toContain(folded.text.slice(start, end));
    }),
  );
});

test("without the way back, any text is folded alike", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldedText(text)).toBe(fold(text).text);
    }),
  );
});

test("quotes are exact but for how they are printed", () => {
  expect(foldQuotes("“It’s\u00a0so”").text).toBe('"It\'s so"');
  expect(foldQuotes("Élysée").text).toBe("Élysée");
});
