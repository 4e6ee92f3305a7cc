import fc from "fast-check";
import { expect, test } from "vitest";
import { itemKey } from "./itemHash";
import type { DecisionValue, RoundItem } from "./schema";
import { lastDecisions, type Standing, standingOf, standings, standingsOf } from "./standing";

const [ada, ben] = ["ada", "ben"];
const item = (change: Partial<RoundItem>): RoundItem => ({
  ...{ type: "annotation", id: "x", itemVersion: 1, contentHash: "a", decision: null, reason: "" },
  ...{ suggestion: "", carriedFrom: null, decidedBy: null, decidedAt: null, makers: [ben] },
  ...change,
});
const decided = (decision: DecisionValue, contentHash = "a", decidedBy = ada) =>
  item({ decision, contentHash, decidedBy, decidedAt: "2026-01-01T00:00:00.000Z" });

type Row = [last: RoundItem | null, hash: string, makers: string[], standing: Standing];
/** Every last decision × same, other or no hash × whether its decider is a maker by now. */
const table: Row[] = [
  [null, "a", [ben], "new"],
  [null, "a", [ada], "new"],
  [null, "", [ben], "new"],
  [decided("accepted"), "a", [ben], "carried"],
  [decided("accepted"), "a", [ben, ada], "changed"],
  [decided("accepted"), "b", [ben], "changed"],
  [decided("accepted"), "b", [ben, ada], "changed"],
  [decided("accepted"), "", [ben], "changed"],
  [decided("accepted", ""), "a", [ben], "changed"],
  [decided("accepted", ""), "", [ben], "changed"],
  [decided("returned"), "a", [ben], "returned-unchanged"],
  [decided("returned"), "a", [ben, ada], "returned-unchanged"],
  [decided("returned"), "b", [ben], "fixed"],
  [decided("returned"), "b", [ben, ada], "fixed"],
  [decided("returned"), "", [ben], "fixed"],
  [decided("returned", ""), "a", [ben], "fixed"],
  [decided("returned", ""), "", [ben], "fixed"],
];

test.each(table)("%#: after %j, with hash “%s” by %j: %s", (last, contentHash, makers, standing) => {
  const before = last ? { item: last, roundId: "r1", number: 1 } : undefined;
  expect(standingOf({ contentHash, makers }, before)).toBe(standing);
});

test("every standing there is, is in the table", () => {
  expect(new Set(table.map((row) => row[3]))).toEqual(new Set(standings));
});

test("of several rounds the newest that decided counts, however they are listed", () => {
  const rounds = [
    { id: "r1", number: 1, items: [decided("returned")] },
    { id: "r2", number: 2, items: [decided("accepted", "b")] },
    { id: "r3", number: 3, items: [item({ contentHash: "c" })] },
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(rounds, { minLength: 3 }), (listed) => {
      expect(lastDecisions(listed).get("annotation:x")).toMatchObject({ roundId: "r2", number: 2 });
    }),
  );
});

test("a round stands to those before it only", () => {
  const second = { id: "r2", number: 2, items: [item({ contentHash: "b" }), item({ id: "y" })] };
  const third = { id: "r3", number: 3, items: [decided("accepted", "b")] };
  const found = standingsOf(second, [third, second, { id: "r1", number: 1, items: [decided("returned")] }]);
  expect(found.get(itemKey({ type: "annotation", id: "x" }))).toMatchObject({
    standing: "fixed",
    last: { number: 1 },
  });
  expect(found.get(itemKey({ type: "annotation", id: "y" }))).toEqual({ standing: "new", last: undefined });
});

test("an acceptance is carried only over the same content, by one who is no maker: whatever happened before", () => {
  const hash = fc.constantFrom("a", "b", "c", "");
  const person = fc.constantFrom("ada", "ben", "cem");
  const past = fc.record({
    decision: fc.constantFrom("accepted" as const, "returned" as const, null),
    contentHash: hash,
    by: person,
  });
  fc.assert(
    fc.property(fc.array(past, { maxLength: 5 }), hash, fc.array(person), (history, contentHash, makers) => {
      const rounds = history.map(({ decision, contentHash: then, by }, i) => ({
        ...{ id: `r${i}`, number: i + 1 },
        items: [item({ decision, contentHash: then, decidedBy: decision && by })],
      }));
      const round = { number: rounds.length + 1, items: [item({ contentHash, makers })] };
      const found = standingsOf(round, rounds).get("annotation:x");
      const newest = history.findLast(({ decision }) => decision !== null);
      const isCarried =
        newest?.decision === "accepted" &&
        contentHash !== "" &&
        newest.contentHash === contentHash &&
        !makers.includes(newest.by);
      expect(found?.standing === "carried").toBe(isCarried);
      expect(found?.standing === "new").toBe(newest === undefined);
    }),
  );
});
