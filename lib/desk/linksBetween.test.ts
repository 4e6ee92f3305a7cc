import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Annotation } from "@/lib/annotations/schema";
import type { Link } from "@/lib/links/schema";
import { linksBetween } from "./linksBetween";

const at = (id: string, revisionId: string, start: number) => ({ id, revisionId, start }) as Annotation;
const annotations = {
  a1: at("a1", "A", 10),
  a2: at("a2", "A", 50),
  b1: at("b1", "B", 30),
  c1: at("c1", "C", 5),
};
const link = (id: string, from: string, to: string) => ({ id, from, to }) as Link;
const named = (found: ReturnType<typeof linksBetween>) =>
  found.map((one) => `${one.link.id} ${one.left.id}-${one.right.id}`);

describe("links between two texts", () => {
  const links = {
    x: link("x", "a2", "b1"),
    y: link("y", "b1", "a1"),
    z: link("z", "a1", "c1"),
    gone: link("gone", "a1", "deleted"),
  };
  test("each end stands on its own side, whichever it is linked from; in the order of the left text", () => {
    expect(named(linksBetween(links, annotations, { left: "A", right: "B" }))).toEqual([
      "y a1-b1",
      "x a2-b1",
    ]);
    expect(named(linksBetween(links, annotations, { left: "B", right: "A" }))).toEqual([
      "y b1-a1",
      "x b1-a2",
    ]);
  });
  test("two texts without a link have none", () => {
    expect(linksBetween(links, annotations, { left: "B", right: "C" })).toEqual([]);
  });
});

describe("one text on both sides", () => {
  const links = { x: link("x", "a1", "a2") };
  const both = { left: "A", right: "A" };
  test.each([
    ["nothing is chosen", null, "x a1-a2"],
    ["the first end is chosen left", { side: "left", id: "a1" }, "x a1-a2"],
    ["the second end is chosen left", { side: "left", id: "a2" }, "x a2-a1"],
    ["the first end is chosen right", { side: "right", id: "a1" }, "x a2-a1"],
    ["the second end is chosen right", { side: "right", id: "a2" }, "x a1-a2"],
    ["another passage is chosen", { side: "left", id: "b1" }, "x a1-a2"],
  ] as const)("when %s", (_name, held, expected) => {
    expect(named(linksBetween(links, annotations, both, held))).toEqual([expected]);
  });
});

test("swapping the sides swaps the ends and loses none", () => {
  const ids = ["a1", "a2", "b1", "c1"] as const;
  const end = fc.constantFrom(...ids);
  const several = fc.uniqueArray(fc.tuple(end, end), { selector: String });
  const revision = fc.constantFrom("A", "B", "C");
  fc.assert(
    fc.property(several, revision, revision, (pairs, left, right) => {
      fc.pre(left !== right);
      const links = Object.fromEntries(pairs.map(([from, to], i) => [`${i}`, link(`${i}`, from, to)]));
      const ends = (
        sides: { left: string; right: string },
        first: "left" | "right",
        second: "left" | "right",
      ) =>
        linksBetween(links, annotations, sides)
          .map((one) => `${one.link.id}:${one[first].id}:${one[second].id}`)
          .sort();
      expect(ends({ left, right }, "left", "right")).toEqual(
        ends({ left: right, right: left }, "right", "left"),
      );
    }),
  );
});
