import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Kind, kinds } from "@/lib/annotations/kinds";
import { measuresOf } from "./measures";
import { labelsOf, type Mark, placesOf } from "./places";

/** Ten sentences of ten units each. */
const sentences = Array.from({ length: 10 }, (_, at) => ({ start: at * 10, end: at * 10 + 9 }));
let made = 0;
const mark = (start: number, end: number, kind: Kind = "claim"): Mark => ({
  ...{ id: String(made++), start, end, kind },
});

describe("places", () => {
  test.each<[string, Mark[], Mark[], [number, number, string][]]>([
    ["nobody annotated", [], [], []],
    ["the same words", [mark(0, 5)], [mark(0, 5)], [[0, 9, "same"]]],
    ["other words of one sentence", [mark(0, 5)], [mark(2, 9)], [[0, 9, "words"]]],
    ["another kind", [mark(0, 5)], [mark(0, 5, "figure")], [[0, 9, "kinds"]]],
    [
      "one each",
      [mark(0, 5)],
      [mark(20, 25)],
      [
        [0, 9, "one"],
        [20, 29, "other"],
      ],
    ],
    ["one over two sentences joins them", [mark(5, 15)], [mark(11, 14)], [[0, 19, "words"]]],
    [
      "neighbours stay apart",
      [mark(0, 9)],
      [mark(10, 19)],
      [
        [0, 9, "one"],
        [10, 19, "other"],
      ],
    ],
  ])("%s", (_name, one, other, expected) => {
    const places = placesOf(sentences, one, other);
    expect(places.map(({ start, end, standing }) => [start, end, standing])).toEqual(expected);
  });

  const marks = fc.array(
    fc
      .record({ start: fc.nat(95), length: fc.integer({ min: 1, max: 25 }), kind: fc.constantFrom(...kinds) })
      .map(({ start, length, kind }) => mark(start, Math.min(start + length, 99), kind)),
    { maxLength: 12 },
  );
  test("every annotation is in one place, and places do not meet", () => {
    fc.assert(
      fc.property(marks, marks, (one, other) => {
        const places = placesOf(sentences, one, other);
        expect(places.flatMap((place) => place.one.map(({ id }) => id)).sort()).toEqual(
          one.map(({ id }) => id).sort(),
        );
        expect(places.flatMap((place) => place.other.map(({ id }) => id)).sort()).toEqual(
          other.map(({ id }) => id).sort(),
        );
        for (const [at, place] of places.entries()) {
          expect(place.start).toBeGreaterThanOrEqual(places[at - 1]?.end ?? 0);
        }
      }),
    );
  });

  test("whoever is compared with themselves agrees wholly", () => {
    fc.assert(
      fc.property(marks, (own) => {
        expect(placesOf(sentences, own, own).every(({ standing }) => standing === "same")).toBe(true);
        const { overall } = measuresOf(sentences, [own, own]);
        expect(overall.same).toBe(10);
        expect([1, null]).toContain(overall.kappa);
        expect(overall.alpha).toBe(overall.kappa);
      }),
    );
  });
});

test("a sentence is labelled with all kinds that touch it, in one order", () => {
  const own = [mark(3, 12, "official_statement"), mark(0, 2, "claim")];
  expect(labelsOf(sentences.slice(0, 3), own)).toEqual([
    "claim+official_statement",
    "official_statement",
    "nothing",
  ]);
});

test("measures of a worked example", () => {
  // Ten sentences: both say claim to four, the first alone to one, the second alone to two.
  const one = [0, 1, 2, 3, 4].map((at) => mark(at * 10, at * 10 + 5));
  const other = [0, 1, 2, 3, 5, 6].map((at) => mark(at * 10, at * 10 + 5));
  const { overall, byKind } = measuresOf(sentences, [one, other]);
  expect(overall.same).toBe(7);
  // Observed 0.7, by chance 0.5 × 0.6 + 0.5 × 0.4 = 0.5.
  expect(overall.kappa).toBeCloseTo(0.4, 10);
  // Of 20 labels 11 are "claim" and 9 "nothing": 1 − 19 × 6 / (400 − 121 − 81).
  expect(overall.alpha).toBeCloseTo(1 - (19 * 6) / 198, 10);
  expect(byKind.claim).toEqual(overall);
  expect(byKind.figure).toEqual({ same: 10, kappa: null, alpha: null });
});
