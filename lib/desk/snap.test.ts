import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trimmedRange } from "@/lib/editor/trimmedRange";
import type { Snap } from "@/lib/preferences/schema";
import { isGraphemeBoundary } from "@/lib/text/graphemes";
import { rangeDraggedTo, snapRange } from "./snap";

const text = "The council freed 40.5 people’s, it said. “Nobody knew,” he said.\nA new day. قال المسؤول إن.";
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const said = (range: { start: number; end: number } | null) => range && text.slice(range.start, range.end);

describe("snapRange", () => {
  test.each<[string, Snap, string, string]>([
    ["exactly", "none", "ouncil fr", "ouncil fr"],
    ["spaces go", "none", " freed ", "freed"],
    ["both ends to words", "word", "ouncil fr", "council freed"],
    ["a decimal number is one word", "word", "0.", "40.5"],
    ["an apostrophe is in the word", "word", "peo", "people’s"],
    ["punctuation that was taken stays, and no more comes", "word", "aid.", "said."],
    ["a quotation mark is not a word", "word", "“Nob", "“Nobody"],
    ["whole words stay", "word", "council freed", "council freed"],
    ["one letter to its sentence", "sentence", "freed", "The council freed 40.5 people’s, it said."],
    ["two sentences", "sentence", "said. “No", text.slice(0, text.indexOf("\n"))],
    ["a sentence keeps to its paragraph", "sentence", "new day", "A new day."],
    ["across paragraphs", "sentence", "knew,” he said.\nA", "“Nobody knew,” he said.\nA new day."],
    ["Arabic", "word", "سؤول", "المسؤول"],
    ["Arabic sentence", "sentence", "إن", "قال المسؤول إن."],
  ])("%s", (_name, snap, selected, expected) => {
    expect(said(snapRange(text, at(selected), snap, "en"))).toBe(expected);
  });

  test("white space alone is nothing, however it snaps", () => {
    for (const snap of ["none", "word", "sentence"] as const) {
      expect(snapRange(text, { start: 3, end: 4 }, snap, "en")).toBeNull();
    }
  });
});

describe("rangeDraggedTo", () => {
  test.each<[string, string, number, Snap, string]>([
    ["the end forward", "council", at("freed").start + 2, "word", "council freed"],
    ["the standing end does not snap", "ouncil", at("freed").start + 2, "word", "ouncil freed"],
    ["back into the range", "council freed", at("council").start + 2, "word", "council"],
    ["past the standing end", "freed", at("council").start + 2, "word", "council"],
    ["to the end of a sentence", "freed", at("it said").start, "sentence", "freed 40.5 people’s, it said."],
    ["exactly", "freed", at("40.5").start + 2, "none", "freed 40"],
  ])("%s", (_name, words, moving, snap, expected) => {
    expect(said(rangeDraggedTo(text, { fixed: at(words).start, moving }, snap, "en"))).toBe(expected);
  });

  test("onto itself is nothing", () => {
    expect(rangeDraggedTo(text, { fixed: 5, moving: 5 }, "word", "en")).toBeNull();
  });
});

const pieces = [
  "a",
  "b",
  " ",
  " ",
  "\n",
  "e\u0301",
  "👩‍👩‍👧",
  "\u00a0",
  "ل",
  "َ",
  "1",
  ".",
  ". ",
  "’",
  "-",
  "A",
  "كا",
  "हि",
  "각",
];
const anyText = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join("").normalize("NFC"));
const anyRange = fc.tuple(anyText, fc.nat(60), fc.nat(60)).map(([value, a, b]) => {
  const [x, y] = [Math.min(a, value.length), Math.min(b, value.length)];
  return { value, range: { start: Math.min(x, y), end: Math.max(x, y) } };
});
const anySnap = fc.constantFrom<Snap>("none", "word", "sentence");

test("snapping only widens, on graphemes, inside the paragraphs of its ends, and once is enough", () => {
  fc.assert(
    fc.property(anyRange, anySnap, fc.constantFrom("en", "ar", "xx-nonsense"), (given, snap, language) => {
      const { value, range } = given;
      const trimmed = trimmedRange(value, range.start, range.end);
      const snapped = snapRange(value, range, snap, language);
      if (!trimmed || !snapped) {
        expect(snapped).toEqual(trimmed);
        return;
      }
      expect(snapped.start).toBeLessThanOrEqual(trimmed.start);
      expect(snapped.end).toBeGreaterThanOrEqual(trimmed.end);
      expect(isGraphemeBoundary(value, snapped.start)).toBe(true);
      expect(isGraphemeBoundary(value, snapped.end)).toBe(true);
      expect(value.slice(snapped.start, trimmed.start)).not.toContain("\n");
      expect(value.slice(trimmed.end, snapped.end)).not.toContain("\n");
      expect(snapRange(value, snapped, snap, language)).toEqual(snapped);
      if (snap === "none") expect(snapped).toEqual(trimmed);
    }),
    { numRuns: 2_000 },
  );
});

test("a dragged end keeps the other where it is, and stays in the text", () => {
  fc.assert(
    fc.property(anyRange, fc.nat(60), anySnap, (given, to, snap) => {
      const { value, range } = given;
      const hand = trimmedRange(value, range.start, range.end);
      if (!hand) return;
      const moving = Math.min(to, value.length);
      for (const fixed of [hand.start, hand.end]) {
        const dragged = rangeDraggedTo(value, { fixed, moving }, snap, "en");
        if (!dragged) continue;
        expect(dragged.start).toBeLessThan(dragged.end);
        expect(dragged.end).toBeLessThanOrEqual(value.length);
        expect(isGraphemeBoundary(value, dragged.start)).toBe(true);
        expect(isGraphemeBoundary(value, dragged.end)).toBe(true);
        // White space beside the standing end is not ink: the range may begin behind it.
        const beside = value.slice(Math.min(fixed, dragged.start, dragged.end), dragged.start);
        if (moving > fixed) expect(value.slice(fixed, dragged.start).trim()).toBe("");
        else expect(beside.trim()).toBe("");
      }
    }),
    { numRuns: 1_000 },
  );
});
