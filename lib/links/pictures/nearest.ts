import { type Arc, pointOn } from "./arcs";
import type { Point } from "./scene";

/** The one of `places` nearest to a point, if it is within so many pixels. Of equals the last drawn, which is on top. */
export function nearest<P extends Point>(places: readonly P[], point: Point, within: number): P | null {
  let best: P | null = null;
  let least = within * within;
  for (const place of places) {
    const distance = (place.x - point.x) ** 2 + (place.y - point.y) ** 2;
    if (distance > least) continue;
    least = distance;
    best = place;
  }
  return best;
}

const STEPS = 16;

/** The arc that passes nearest to a point, if within so many pixels. Asked only of arcs whose box is near. */
export function nearestArc(arcs: readonly Arc[], point: Point, within: number): Arc | null {
  let best: Arc | null = null;
  let least = within;
  for (const arc of arcs) {
    const { from, to, control } = arc;
    if (point.x < Math.min(from.x, to.x, control.x) - within) continue;
    if (point.x > Math.max(from.x, to.x, control.x) + within) continue;
    if (point.y < Math.min(from.y, to.y, control.y) - within) continue;
    if (point.y > Math.max(from.y, to.y, control.y) + within) continue;
    let last = from;
    for (let step = 1; step <= STEPS; step++) {
      const next = pointOn(arc, step / STEPS);
      const distance = toSegment(point, last, next);
      if (distance <= least) {
        least = distance;
        best = arc;
      }
      last = next;
    }
  }
  return best;
}

function toSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
