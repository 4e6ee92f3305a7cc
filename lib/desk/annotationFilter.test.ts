import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkStatuses, kinds } from "@/lib/annotations/kinds";
import {
  type AnnotationFilter,
  filterIn,
  isShown,
  questionsOf,
  showEverything,
  withFilter,
} from "./annotationFilter";

const facts = {
  ...{ me: "ann", withEvidence: new Set(["a"]), withOpenComments: new Set(["a"]) },
  returned: new Map([["a", "answered" as const]]),
};
const one = { id: "a", kind: "claim", checkStatus: "unchecked", assignee: "ann", tags: ["prison"] } as const;
const filterable = { ...one, tags: [...one.tags] };

describe("what is asked for", () => {
  test.each<[Partial<AnnotationFilter>, boolean]>([
    [{}, true],
    [{ hiddenKinds: ["claim"] }, false],
    [{ hiddenKinds: ["figure"] }, true],
    [{ statuses: ["confirmed"] }, false],
    [{ statuses: ["confirmed", "unchecked"] }, true],
    [{ assignee: "me" }, true],
    [{ assignee: "bob" }, false],
    [{ assignee: "nobody" }, false],
    [{ tag: "prison" }, true],
    [{ tag: "amnesty" }, false],
    [{ evidence: "with" }, true],
    [{ evidence: "without" }, false],
    [{ openComments: true }, true],
    [{ review: "to_fix" }, true],
    [{ review: "fixed" }, false],
  ])("%o", (asked, shown) => {
    expect(isShown(filterable, { ...showEverything, ...asked }, facts)).toBe(shown);
  });
  test("nobody means unassigned", () => {
    const free = { ...filterable, assignee: null };
    expect(isShown(free, { ...showEverything, assignee: "nobody" }, facts)).toBe(true);
    expect(isShown(free, { ...showEverything, assignee: "me" }, facts)).toBe(false);
  });
});

test.each([
  ["returned", "to_fix", true],
  ["returned", "fixed", false],
  ["fixed", "to_fix", false],
  ["fixed", "fixed", true],
] as const)("what is %s, asked for as %s", (standing, review, shown) => {
  const returned = new Map([["a", standing]]);
  expect(isShown(filterable, { ...showEverything, review }, { ...facts, returned })).toBe(shown);
  expect(isShown(filterable, { ...showEverything, review }, { ...facts, returned: new Map() })).toBe(false);
});

const anyFilter: fc.Arbitrary<AnnotationFilter> = fc.record({
  hiddenKinds: fc.subarray([...kinds]),
  statuses: fc.subarray([...checkStatuses]),
  assignee: fc.option(fc.constantFrom("me", "nobody", "01a1fda0-be92-7ca8-a812-ed25d0074127")),
  tag: fc.option(fc.string({ minLength: 1, unit: "grapheme" })),
  evidence: fc.option(fc.constantFrom("with" as const, "without" as const)),
  openComments: fc.boolean(),
  review: fc.option(fc.constantFrom("to_fix" as const, "fixed" as const)),
});

test("an address remembers a filter, and keeps what else it says", () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const query = withFilter(new URLSearchParams("other=1&tag=old"), filter);
      expect(query.get("other")).toBe("1");
      expect(filterIn(new URLSearchParams(query.toString()))).toEqual(filter);
    }),
  );
});

test("an address that asks for nothing, or nonsense, shows everything", () => {
  expect(filterIn(new URLSearchParams("check=maybe&evidence=2&comments=x&review=no"))).toEqual(
    showEverything,
  );
  expect(withFilter(new URLSearchParams(), showEverything).toString()).toBe("");
  expect(questionsOf(showEverything)).toBe(0);
});
