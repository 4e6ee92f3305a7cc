import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohenKappa, krippendorffAlpha } from "./agreement";

/** Labels by thing, from one row of letters for each person; a dot is a thing that the person skipped. */
function byThing(...people: readonly string[]): string[][] {
  return [...(people[0] ?? "")].map((_, at) =>
    people.flatMap((row) => (row[at] === "." ? [] : [row[at] ?? ""])),
  );
}

const label = fc.constantFrom("claim", "figure", "official_statement", "none");

describe("Krippendorff's alpha", () => {
  test.each([
    { of: "two people and two values", people: ["0100000010", "1110010000"], alpha: 0.095 },
    { of: "two people and five values", people: ["aabbdcccedda", "babbbccceddd"], alpha: 0.692 },
    {
      of: "four people who skipped some",
      people: ["123321412...", "1233224125.3", ".3332342251.", "123324412511".replace(/1$/, ".")],
      alpha: 0.743,
    },
  ])("is as in the paper for $of", ({ people, alpha }) => {
    expect(krippendorffAlpha(byThing(...people))).toBeCloseTo(alpha, 3);
  });

  test.each([
    ["nothing", []],
    ["nothing labelled twice", [["claim"], ["figure"]]],
    [
      "one label for everything",
      [
        ["claim", "claim"],
        ["claim", "claim"],
      ],
    ],
  ])("says nothing of %s", (_, things) => {
    expect(krippendorffAlpha(things)).toBeNull();
  });

  test("is 1 exactly where all agree, and does not depend on the order of people", () => {
    fc.assert(
      fc.property(fc.array(fc.array(label, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (things) => {
        const alpha = krippendorffAlpha(things);
        expect(krippendorffAlpha(things.map((labels) => [...labels].reverse()))).toBe(alpha);
        fc.pre(alpha !== null);
        expect(alpha === 1).toBe(things.every((labels) => new Set(labels).size === 1));
        expect(alpha).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("Cohen's kappa", () => {
  test("is 0.4 for 20 and 15 agreements against 5 and 10 disagreements", () => {
    const times = (count: number, one: string, other: string) =>
      Array.from({ length: count }, (): [string, string] => [one, other]);
    const pairs = [times(20, "y", "y"), times(5, "y", "n"), times(10, "n", "y"), times(15, "n", "n")].flat();
    expect(cohenKappa(pairs)).toBeCloseTo(0.4, 10);
  });

  test("says nothing of nothing, nor of one label for everything", () => {
    expect(cohenKappa([])).toBeNull();
    expect(cohenKappa([["claim", "claim"]])).toBeNull();
  });

  test("is the same whoever of the two is named first", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(label, label), { minLength: 1 }), (pairs) => {
        const swapped = pairs.map(([one, other]): [string, string] => [other, one]);
        const kappa = cohenKappa(pairs);
        if (kappa === null) expect(cohenKappa(swapped)).toBeNull();
        else expect(cohenKappa(swapped)).toBeCloseTo(kappa, 12);
      }),
    );
  });
});
