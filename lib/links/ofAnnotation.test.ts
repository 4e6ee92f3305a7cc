import { describe, expect, test } from "vitest";
import { linksOf } from "./ofAnnotation";
import type { Link } from "./schema";

const link = (id: string, from: string, to: string) => ({ id, from, to }) as Link;

describe("the links of an annotation", () => {
  const links = { x: link("x", "a", "b"), y: link("y", "c", "a"), z: link("z", "b", "c") };
  const annotations = { a: {}, b: {}, c: {} };

  test("are those that begin and those that end there", () => {
    expect(linksOf({ links, annotations }, "a").map(({ id }) => id)).toEqual(["x", "y"]);
    expect(linksOf({ links, annotations }, "d")).toEqual([]);
  });

  test("do not count those whose other end was deleted", () => {
    expect(linksOf({ links, annotations: { a: {}, c: {} } }, "a").map(({ id }) => id)).toEqual(["y"]);
  });

  test("follow a change of the links", () => {
    linksOf({ links, annotations }, "a");
    const { x: _gone, ...others } = links;
    expect(linksOf({ links: others, annotations }, "a").map(({ id }) => id)).toEqual(["y"]);
  });
});
