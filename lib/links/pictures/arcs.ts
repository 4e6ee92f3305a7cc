import { type Point, rounded } from "./scene";

/** A line between two places, bent so that two between neighbouring places can be told apart. */
export type Arc = { id: string; from: Point; to: Point; control: Point };

const LEAST_BEND = 14;
const MOST_BEND = 70;

/** The arc of a link: from end to end exactly, bent to its left, upwards where it runs along a lane. */
export function arcBetween(id: string, from: Point, to: Point): Arc {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const bend = Math.min(MOST_BEND, Math.max(LEAST_BEND, length * 0.22));
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (length === 0) return { id, from, to, control: { x: middle.x, y: middle.y - bend } };
  // The side is the same whichever end came first: upwards, and of upright ones to the right.
  const side = dx < 0 || (dx === 0 && dy < 0) ? -1 : 1;
  const control = { x: middle.x + (side * dy * bend) / length, y: middle.y - (side * dx * bend) / length };
  return { id, from, to, control };
}

export function arcPath({ from, to, control }: Arc): string {
  const ends = [from, control, to].map(({ x, y }) => `${rounded(x)} ${rounded(y)}`);
  return `M${ends[0]}Q${ends[1]} ${ends[2]}`;
}

/** A place on the arc, `t` from 0 (its start) to 1. */
export function pointOn({ from, to, control }: Arc, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * control.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * control.y + t * t * to.y,
  };
}
