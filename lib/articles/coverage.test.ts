import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Coverage, coverageOf } from "./coverage";

const sentences = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 21, end: 30 },
];

describe("coverageOf", () => {
  test.each([
    ["nothing", [], [], ["open", "open", "open"]],
    ["an annotation inside one", [{ start: 12, end: 14 }], [], ["open", "annotated", "open"]],
    ["an annotation across two", [{ start: 8, end: 12 }], [], ["annotated", "annotated", "open"]],
    [
      "a long one behind a short one",
      [
        { start: 0, end: 25 },
        { start: 1, end: 2 },
      ],
      [],
      ["annotated", "annotated", "annotated"],
    ],
    ["one that ends where the next begins", [{ start: 0, end: 11 }], [], ["annotated", "open", "open"]],
    ["cleared", [], [{ start: 21, end: 30 }], ["open", "open", "cleared"]],
    [
      "annotated wins over cleared",
      [{ start: 22, end: 23 }],
      [{ start: 21, end: 30 }],
      ["open", "open", "annotated"],
    ],
  ])("%s", (_name, annotated, cleared, expected) => {
    expect(coverageOf(sentences, annotated, cleared).sentences.map(({ state }) => state)).toEqual(expected);
  });

  test("counts what it says", () => {
    const { counts } = coverageOf(sentences, [{ start: 0, end: 1 }], [{ start: 11, end: 20 }]);
    expect(counts).toEqual({ annotated: 1, cleared: 1, open: 1 });
  });

  test("carried from an earlier answer it is that of counting anew, and the same object when nothing changed", () => {
    const range = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }));
    const round = fc.record({
      annotated: fc.array(range.map(([start, length]) => ({ start, end: start + length }))),
      cleared: fc.subarray(sentences),
    });
    fc.assert(
      fc.property(fc.array(round), (rounds) => {
        let carried: Coverage | null = null;
        for (const { annotated, cleared } of rounds) {
          const anew = coverageOf(sentences, annotated, cleared);
          carried = coverageOf(sentences, annotated, cleared, carried);
          expect(carried).toEqual(anew);
          expect(coverageOf(sentences, annotated.toReversed(), cleared, carried)).toBe(carried);
        }
      }),
    );
  });
});
