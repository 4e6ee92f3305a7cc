import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Annotation } from "@/lib/annotations/schema";
import { figureDifference } from "./figureDifference";
import { quantitiesIn } from "./quantities";

const written = (exact: string) => ({ kind: "claim" as const, exact, attributes: {} });
const figure = (attributes: Annotation["attributes"], exact = "so many") => ({
  kind: "figure" as const,
  exact,
  attributes,
});

describe("quantities in prose", () => {
  test.each<[string, [number, number][]]>([
    [
      "1,310 people in one city and 341 in another",
      [
        [1310, 1310],
        [341, 341],
      ],
    ],
    ["hundreds of detainees", [[200, 999]]],
    ["tens of thousands marched", [[20_000, 99_999]]],
    ["between 300 and 400 families", [[300, 400]]],
    ["300–400 families", [[300, 400]]],
    ["about 100 lorries", [[90, 110]]],
    ["more than 2.5 million euros", [[2_500_000, Number.POSITIVE_INFINITY]]],
    ["fewer than 12 per cent", [[0, 12]]],
    ["١٣١٠ معتقلين", [[1310, 1310]]],
    ["three bridges", [[3, 3]]],
    ["one of the two men", []],
    ["on 9 June 2014, under Decree 22", []],
    ["in 2011 the law of 1994", []],
    ["the 3rd man, a 12-year sentence", []],
    ["flight MH370 and B2B", []],
    ["nobody at all", []],
  ])("%s", (text, expected) => {
    expect(
      quantitiesIn(text).map(({ low, high }) => [
        Math.round(low),
        high === Infinity ? high : Math.round(high),
      ]),
    ).toEqual(expected);
  });

  test("every quantity stands where it says, whatever the text", () => {
    const piece = fc.constantFrom(
      "1,310",
      " and ",
      "hundreds",
      "٣٤",
      "-",
      "%",
      "about ",
      ".",
      "May ",
      "x",
      "2014",
      "to ",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        for (const { start, end, words, low, high } of quantitiesIn(text)) {
          expect(text.slice(start, end)).toBe(words);
          expect(low).toBeLessThanOrEqual(high);
        }
      }),
    );
  });
});

describe("the difference of two figures", () => {
  test.each([
    [
      "1,310 prisoners were freed in the capital and 341 elsewhere",
      "hundreds of prisoners were freed",
      {
        outcome: "differ",
        least: 652,
        words: expect.stringMatching(
          /1,310 \+ 341 = 1,651.*“hundreds”.*200 to 999.*first is at least 652 more \(at least 65 % more\)/,
        ),
      },
    ],
    [
      "490 people",
      "1,310 people",
      { outcome: "differ", least: 820, most: 820, words: "The second is 820 more (2.7 times as much)." },
    ],
    ["about 500 people", "490 people", { outcome: "agree", words: expect.stringContaining("Both can hold") }],
    ["490 people", "490 detainees", { outcome: "agree", words: "Both give the same number." }],
    ["more than 1,000", "fewer than 800", { outcome: "differ", least: 200 }],
    ["12 per cent", "20 %", { outcome: "differ", least: 8 }],
  ])("%s / %s", (a, b, expected) => {
    expect(figureDifference(written(a), written(b))).toMatchObject(expected);
  });

  test.each([
    ["no number", "several people", "490 people"],
    ["two numbers that are not added up", "490 of 1,310 people", "200 people"],
    ["two numbers that stand against each other", "490, not 1,310", "200 people"],
    ["a share and a count", "12 per cent", "490 people"],
    ["parts that are about", "about 100 and 200 more", "5,000"],
    ["only a date", "on 9 June 2014", "490 people"],
  ])("says nothing for %s", (_why, a, b) => {
    expect(figureDifference(written(a), written(b))).toBeNull();
  });

  test("attributes count before words, and their units must be the same", () => {
    const stated = figure({ value: 1651, unit: "people" });
    expect(figureDifference(stated, figure({ max: 999, unit: "persons" }))).toMatchObject({
      least: 652,
      most: 1651,
    });
    expect(figureDifference(stated, figure({ value: 9, unit: "buses" }))).toBeNull();
    expect(figureDifference(stated, figure({ value: 1600, approximate: true }))).toMatchObject({
      outcome: "agree",
    });
  });

  test("what was entered is told as the words have it, where both come to the same", () => {
    const sum = figure({ value: 1651 }, "1,310 civilians and 341 soldiers");
    const some = figure({ min: 200, max: 999 }, "hundreds of lives");
    expect(figureDifference(sum, some)?.words).toMatch(/^1,310 \+ 341 = 1,651\. “hundreds” is taken as/);
    const few = figure({ min: 20, max: 99 }, "very many");
    expect(figureDifference(sum, few)?.words).toMatch(/One is given as 20 to 99\. The first is/);
  });

  test("is the same from both sides", () => {
    const end = fc.record({ value: fc.integer({ min: 0, max: 1e6 }), approximate: fc.boolean() });
    fc.assert(
      fc.property(end, end, (a, b) => {
        const [one, other] = [figureDifference(figure(a), figure(b)), figureDifference(figure(b), figure(a))];
        expect([one?.outcome, one?.least, one?.most]).toEqual([other?.outcome, other?.least, other?.most]);
      }),
    );
  });
});
