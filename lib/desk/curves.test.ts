import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arrowPath,
  type Curve,
  curveAt,
  curvePath,
  curvesOf,
  discPath,
  headPath,
  heightAt,
  signPath,
} from "./curves";

const view = { leftScroll: 100, rightScroll: 0, height: 500 };
const link = (id: string, left: number, right: number) => ({
  ...{ id, style: "context", towards: null, left, right },
});

describe("what shows", () => {
  test("ends in view stand where their passages do", () => {
    expect(curvesOf([link("a", 150, 300)], view)).toEqual([
      { id: "a", style: "context", towards: null, left: 50, right: 300, leftOut: 0, rightOut: 0 },
    ]);
  });
  test.each([
    ["above", 20, -1, 8],
    ["below", 700, 1, 492],
  ])("an end %s stands at the edge", (_name, left, leftOut, y) => {
    expect(curvesOf([link("a", left, 300)], view)[0]).toMatchObject({ left: y, leftOut, rightOut: 0 });
  });
  test("a link with no end in view is not drawn", () => {
    expect(curvesOf([link("a", 0, 900), link("b", 0, -5)], view)).toEqual([]);
  });
  test("curves come from top to bottom by their upper end", () => {
    const curves = curvesOf([link("low", 500, 400), link("high", 400, 20), link("middle", 200, 450)], view);
    expect(curves.map(({ id }) => id)).toEqual(["high", "middle", "low"]);
  });
  test("scrolling moves the end of that side only, by as much", () => {
    const inView = fc.integer({ min: 100, max: 400 });
    fc.assert(
      fc.property(inView, inView, fc.integer({ min: -80, max: 80 }), (left, right, by) => {
        const at = (leftScroll: number) => curvesOf([link("a", left, right)], { ...view, leftScroll })[0];
        const [before, after] = [at(0), at(by)];
        expect((before?.left ?? 0) - (after?.left ?? 0)).toBe(by);
        expect(after?.right).toBe(before?.right);
      }),
    );
  });
});

const curve: Curve = { id: "a", style: "", towards: null, left: 10, right: 210, leftOut: 0, rightOut: 0 };

test("a curve reaches from edge to edge of the gutter", () => {
  expect(curvePath(curve, 100)).toBe("M0 10C50 10 50 210 100 210");
  expect(heightAt(curve, 100, 0)).toBeCloseTo(10, 0);
  expect(heightAt(curve, 100, 50)).toBeCloseTo(110, 0);
  expect(heightAt(curve, 100, 100)).toBeCloseTo(210, 0);
});

test("arrows stand at the ends that are out only, and point there", () => {
  expect(arrowPath(curve, 100)).toBe("");
  expect(arrowPath({ ...curve, left: 8, leftOut: -1 }, 100)).toBe("M0 13H10L5 3Z");
  expect(arrowPath({ ...curve, right: 492, rightOut: 1 }, 100)).toBe("M90 487H100L95 497Z");
});

test.each([
  ["neither", null, 0, 0, ""],
  ["left", "left", 0, 0, "M6 6.5L1 10L6 13.5Z"],
  ["right", "right", 0, 0, "M94 206.5L99 210L94 213.5Z"],
  ["left, which is out", "left", -1, 0, ""],
  ["right, and left is out", "right", 1, 0, "M94 206.5L99 210L94 213.5Z"],
] as const)("a link that leads to %s has its head there", (_name, towards, leftOut, rightOut, path) => {
  expect(headPath({ ...curve, towards, leftOut, rightOut }, 100)).toBe(path);
});

test("a sign and its disc stand where the curve is in the middle", () => {
  const y = heightAt(curve, 100, 50);
  expect(signPath([[-2, 0, 2, 1]], curve, 100)).toBe(`M48 ${Math.round(y)} 52 ${Math.round(y) + 1}`);
  expect(discPath(curve, 100, 7)).toContain(`M43 ${Math.round(y)}a7`);
});

test("pointing finds the nearest curve within reach", () => {
  const lower = { ...curve, id: "b", left: 40, right: 240 };
  expect(curveAt([curve, lower], 100, { x: 50, y: 135 }, 10)?.id).toBe("b");
  expect(curveAt([curve, lower], 100, { x: 50, y: 112 }, 10)?.id).toBe("a");
  expect(curveAt([curve, lower], 100, { x: 50, y: 300 }, 10)).toBeNull();
});
