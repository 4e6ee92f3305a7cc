import { expect, test } from "vitest";
import {
  type Filtered,
  formatReviewFilter,
  narrowings,
  noFilter,
  parseReviewFilter,
  passes,
  type ReviewFilter,
} from "./reviewFilter";

const ada = "0198e1c0-0000-7000-8000-000000000001";
const story = "0198e1c0-0000-7000-8000-000000000002";
const item: Filtered = {
  ...{ articles: [story], kind: "claim", standing: "fixed", decision: "undecided" },
  ...{ makers: [ada], isMine: true },
};

const addresses: [string, Partial<ReviewFilter>, number][] = [
  ["", {}, 0],
  [`article=${story}&kind=claim,link`, { article: [story], kind: ["claim", "link"] }, 2],
  [
    "standing=fixed&decision=undecided,returned",
    { standing: ["fixed"], decision: ["undecided", "returned"] },
    2,
  ],
  [`maker=${ada}&mine=1&all=1`, { maker: [ada], isMine: true, isWhole: true }, 2],
];
test.each(addresses)("the address “%s” is a filter and back", (address, filter, count) => {
  const whole = { ...noFilter, ...filter };
  expect(parseReviewFilter(new URLSearchParams(address))).toEqual(whole);
  expect(formatReviewFilter(whole)).toBe(address);
  expect(narrowings(whole)).toBe(count);
});

test("what means nothing in an address is left out", () => {
  const address = "kind=rumour&article=1;drop&mine=yes&decision=,&standing=fixed,fixed";
  expect(parseReviewFilter(new URLSearchParams(address))).toEqual({ ...noFilter, standing: ["fixed"] });
});

const rows: [string, Partial<ReviewFilter>, Partial<Filtered>, boolean][] = [
  ["nothing asked", {}, {}, true],
  ["its article", { article: [story] }, {}, true],
  ["another article", { article: [ada] }, {}, false],
  ["either end of a link", { article: [story] }, { articles: [ada, story], kind: "link" }, true],
  ["another kind", { kind: ["figure"] }, {}, false],
  ["one of two kinds", { kind: ["figure", "claim"] }, {}, true],
  ["its standing", { standing: ["fixed"] }, {}, true],
  ["another standing", { standing: ["new"] }, {}, false],
  ["its decision", { decision: ["undecided"] }, {}, true],
  ["another decision", { decision: ["accepted"] }, {}, false],
  ["its maker", { maker: [ada] }, {}, true],
  ["another maker", { maker: [story] }, {}, false],
  ["mine, and it is", { isMine: true }, {}, true],
  ["mine, and it is not", { isMine: true }, { isMine: false }, false],
  ["two at once, one of which fails", { kind: ["claim"], decision: ["accepted"] }, {}, false],
  ["carried, unasked", {}, { standing: "carried" }, false],
  ["carried, all asked for", { isWhole: true }, { standing: "carried" }, true],
  ["carried, by its name", { standing: ["carried"] }, { standing: "carried" }, true],
];
test.each(rows)("%s", (_, filter, change, expected) => {
  expect(passes({ ...noFilter, ...filter }, { ...item, ...change })).toBe(expected);
});
