import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainThrough } from "./chains";
import { relations } from "./relations";
import type { Link } from "./schema";

type Spec = [id: string, from: string, relation: Link["relation"], to: string];
const links = (specs: Spec[]) => specs.map(([id, from, relation, to]) => ({ id, from, relation, to }));
const days: Record<string, string> = { claim: "2011-05-31", decree: "2014-06-09", report: "2014-06-10" };
const dayOf = (passage: string) => days[passage] ?? null;
const read = (linkId: string, specs: Spec[]) =>
  chainThrough(linkId, links(specs), dayOf).map((step) => `${step.earlier} > ${step.later}`);

describe("a story of links", () => {
  const story: Spec[] = [
    ["1", "hedge", "qualifies", "claim"],
    ["2", "late", "supersedes", "hedge"],
    ["3", "source", "supports", "claim"],
  ];
  test("claimed, qualified, superseded: in this order, whichever link is asked", () => {
    for (const id of ["1", "2"]) expect(read(id, story)).toEqual(["claim > hedge", "hedge > late"]);
    expect(read("3", story)).toEqual([]);
  });

  test.each<[string, Spec[], string[]]>([
    [
      "a contradiction by the days of its ends",
      [["1", "decree", "contradicts", "claim"]],
      ["claim > decree"],
    ],
    ["none where a day is unknown", [["1", "decree", "contradicts", "hedge"]], []],
    [
      "the longer of two branches",
      [
        ["1", "b", "qualifies", "a"],
        ["2", "c", "qualifies", "b"],
        ["3", "d", "supersedes", "b"],
        ["4", "e", "supersedes", "d"],
      ],
      ["a > b", "b > d", "d > e"],
    ],
    [
      "a circle once",
      [
        ["1", "b", "qualifies", "a"],
        ["2", "a", "supersedes", "b"],
      ],
      ["a > b"],
    ],
  ])("%s", (_name, specs, expected) => {
    expect(read("1", specs)).toEqual(expected);
  });

  test("is always one walk that passes no place twice, through the link asked for", () => {
    const passage = fc.constantFrom("a", "b", "c", "d", "e", "claim", "decree", "report");
    const link = fc.record({ from: passage, to: passage, relation: fc.constantFrom(...relations) });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 14 }), (drawn) => {
        const made = drawn.filter(({ from, to }) => from !== to).map((one, i) => ({ ...one, id: `${i}` }));
        for (const { id } of made) {
          const chain = chainThrough(id, made, dayOf);
          if (chain.length === 0) continue;
          expect(chain.map((step) => step.linkId)).toContain(id);
          const places = [chain[0]?.earlier, ...chain.map((step) => step.later)];
          expect(new Set(places).size).toBe(places.length);
          for (const [i, step] of chain.entries()) expect(step.earlier).toBe(places[i]);
        }
      }),
    );
  });
});
