/** The side a link leads to: where its second end is; null where both ends say the same of each other. */
export type Towards = "left" | "right" | null;
/** A link between two panes: the middle of each passage, CSS pixels from the top of what scrolls. */
export type PlacedLink = { id: string; style: string; towards: Towards; left: number; right: number };
/** How far each side is scrolled, and the height of the stretch that shows. */
export type CurveView = { leftScroll: number; rightScroll: number; height: number };
/** -1: the end is above what shows, 1: below, 0: in view. */
export type Clamp = -1 | 0 | 1;
/** A curve across the gutter, heights from its top. An end that is scrolled out stands at the edge. */
export type Curve = {
  id: string;
  style: string;
  towards: Towards;
  left: number;
  right: number;
  leftOut: Clamp;
  rightOut: Clamp;
};

/** An end at the edge stands this far from it: half an arrow. */
const INSET = 8;

/** The curves that show: those with an end in view, in the order of their upper ends. */
export function curvesOf(links: readonly PlacedLink[], view: CurveView): Curve[] {
  const curves: Curve[] = [];
  for (const { id, style, towards, left, right } of links) {
    const leftOut = outOf(left - view.leftScroll, view.height);
    const rightOut = outOf(right - view.rightScroll, view.height);
    if (leftOut !== 0 && rightOut !== 0) continue;
    curves.push({
      ...{ id, style, towards, leftOut, rightOut },
      left: clamped(left - view.leftScroll, view.height),
      right: clamped(right - view.rightScroll, view.height),
    });
  }
  return curves.sort((a, b) => Math.min(a.left, a.right) - Math.min(b.left, b.right));
}

function outOf(y: number, height: number): Clamp {
  return y < 0 ? -1 : y > height ? 1 : 0;
}

function clamped(y: number, height: number): number {
  return Math.min(Math.max(y, INSET), Math.max(INSET, height - INSET));
}

/** The curve as SVG path data, level at both ends. @param width of the gutter, CSS pixels */
export function curvePath({ left, right }: Curve, width: number): string {
  const half = round(width / 2);
  return `M0 ${round(left)}C${half} ${round(left)} ${half} ${round(right)} ${round(width)} ${round(right)}`;
}

const ARROW = 5;

/** Arrows at the ends that are scrolled out, pointing there; empty for a curve that is whole. */
export function arrowPath({ left, right, leftOut, rightOut }: Curve, width: number): string {
  return arrow(ARROW, left, leftOut) + arrow(width - ARROW, right, rightOut);
}

function arrow(x: number, y: number, out: Clamp): string {
  if (out === 0) return "";
  const base = round(y - out * ARROW);
  return `M${round(x - ARROW)} ${base}H${round(x + ARROW)}L${round(x)} ${round(y + out * ARROW)}Z`;
}

const HEAD = { length: 6, half: 3.5 };

/** A head at the end a link leads to; empty where that is scrolled out, and where it leads to neither. */
export function headPath({ left, right, leftOut, rightOut, towards }: Curve, width: number): string {
  if (towards === null || (towards === "left" ? leftOut : rightOut) !== 0) return "";
  const [tip, back, y] =
    towards === "left" ? [1, HEAD.length, left] : [width - 1, width - HEAD.length, right];
  return `M${round(back)} ${round(y - HEAD.half)}L${round(tip)} ${round(y)}L${round(back)} ${round(y + HEAD.half)}Z`;
}

/** Lines of a sign around its middle: x and y in turn. */
export type Sign = readonly (readonly number[])[];

/** A sign at the middle of a curve, as path data. */
export function signPath(sign: Sign, { left, right }: Pick<Curve, "left" | "right">, width: number): string {
  const [x, y] = [width / 2, (left + right) / 2];
  const place = (value: number, i: number) => round(value + (i % 2 === 0 ? x : y));
  return sign.map((line) => `M${line.map(place).join(" ")}`).join("");
}

/** The disc under a sign. @param radius CSS pixels */
export function discPath(
  { left, right }: Pick<Curve, "left" | "right">,
  width: number,
  radius: number,
): string {
  const [x, y] = [round(width / 2 - radius), round((left + right) / 2)];
  return `M${x} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

/** The height of a curve at `x`, by halving: its x grows with the parameter. */
export function heightAt({ left, right }: Pick<Curve, "left" | "right">, width: number, x: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (bezier(t, 0, width / 2, width / 2, width) < x) low = t;
    else high = t;
  }
  return bezier((low + high) / 2, left, left, right, right);
}

function bezier(t: number, a: number, b: number, c: number, d: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/** The curve nearest to a place of the gutter; null when none is as near as `within` pixels up or down. */
export function curveAt(
  curves: readonly Curve[],
  width: number,
  { x, y }: { x: number; y: number },
  within: number,
): Curve | null {
  let nearest: Curve | null = null;
  let least = within;
  for (const curve of curves) {
    const distance = Math.abs(heightAt(curve, width, Math.min(Math.max(x, 0), width)) - y);
    if (distance > least) continue;
    least = distance;
    nearest = curve;
  }
  return nearest;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
