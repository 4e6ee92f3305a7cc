import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ArticleMark, overlaps, STYLES, styledRanges } from "@/lib/editor/marks";

const range = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe("overlaps", () => {
  test("are the characters that two or more ranges cover, in merged stretches", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 20 }), (ranges) => {
        const found = overlaps(ranges);
        for (let offset = 0; offset < 80; offset++) {
          const covering = ranges.filter((r) => r.start <= offset && offset < r.end).length;
          const inFound = found.filter((r) => r.start <= offset && offset < r.end).length;
          expect(inFound).toBe(covering >= 2 ? 1 : 0);
        }
        for (const [i, next] of found.entries()) {
          const previous = found[i - 1];
          if (previous) expect(previous.end).toBeLessThan(next.start);
        }
      }),
    );
  });
});

describe("styledRanges", () => {
  const mark = (id: string, start: number, end: number, more: Partial<ArticleMark> = {}): ArticleMark => ({
    id,
    start,
    end,
    kind: "claim",
    ...more,
  });
  const drawn = (...marks: ArticleMark[]) => styledRanges(marks).map((r) => `${r.style} ${r.start}-${r.end}`);

  test.each([
    ["one mark", [mark("a", 1, 5)], ["claim 1-5"]],
    ["a contradiction", [mark("a", 1, 5, { flagged: true })], ["claim 1-5", "contradiction 1-5"]],
    [
      "crossing marks of one kind",
      [mark("a", 1, 5), mark("b", 3, 9)],
      ["claim 1-5", "claim 3-9", "claim-deep 3-5"],
    ],
    [
      "the same range twice",
      [mark("a", 1, 5), mark("b", 1, 5)],
      ["claim 1-5", "claim 1-5", "claim-deep 1-5"],
    ],
    [
      "crossing marks of two kinds",
      [mark("a", 1, 5), mark("b", 3, 9, { kind: "figure" })],
      ["claim 1-5", "figure 3-9"],
    ],
    ["neighbours", [mark("a", 1, 5), mark("b", 5, 9)], ["claim 1-5", "claim 5-9"]],
  ])("%s", (_name, marks, expected) => {
    expect(drawn(...marks)).toEqual(expected);
  });

  test("puts the wavy line above every wash, and the reader's own emphasis above that", () => {
    expect(STYLES.indexOf("contradiction")).toBeGreaterThan(STYLES.indexOf("official_statement-deep"));
    expect(STYLES.indexOf("pending")).toBeGreaterThan(STYLES.indexOf("contradiction"));
  });
});
