import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { MapGraph } from "./mapGraph";
import type { Point } from "./scene";

type Body = SimulationNodeDatum & { id: string; radius: number };
type Spring = SimulationLinkDatum<Body> & { weight: number; isTie: boolean };

const MOST_TICKS = 300;
const LEAST_TICKS = 40;
/** Work that takes some tenths of a second: fewer ticks where each costs more. */
const BUDGET = 600_000;

/**
 * Where nodes stand, around 0 0, by the forces of their links. The same graph gives the same places, in every browser
 * and on every day: each node starts where its id says, chance comes from a fixed seed, and the number of steps is
 * fixed by the graph's size.
 */
export function mapLayout({ nodes, edges }: MapGraph): Map<string, Point> {
  const bodies = nodes.map(
    (node): Body => ({ id: node.id, radius: node.radius, ...startOf(node.id, nodes.length) }),
  );
  const springs = edges.map(({ from, to, weight, type }): Spring => {
    return { source: from, target: to, weight, isTie: type === "tie" };
  });
  const pull = forceLink<Body, Spring>(springs)
    .id(({ id }) => id)
    .distance(({ isTie, weight }) => (isTie ? 70 : 150 - Math.min(50, weight * 3)));
  const usual = pull.strength();
  pull.strength((spring, i, all) => usual(spring, i, all) * (spring.isTie ? 0.6 : 1));
  const simulation = forceSimulation(bodies)
    .randomSource(seeded())
    .force("links", pull)
    .force("apart", forceManyBody<Body>().strength(-420).distanceMax(700))
    .force(
      "touch",
      forceCollide<Body>(({ radius }) => radius + 12),
    )
    .force("x", forceX<Body>(0).strength(0.05))
    .force("y", forceY<Body>(0).strength(0.08))
    .stop();
  const ticks = Math.round(BUDGET / (nodes.length * 12 + edges.length + 1));
  const used = Math.max(LEAST_TICKS, Math.min(MOST_TICKS, ticks));
  simulation.alphaDecay(1 - 0.001 ** (1 / used)).tick(used);
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

/** Places moved and scaled alike into a frame, with room at its edges; nothing is drawn larger than laid out. */
export function fittedPlaces(
  places: ReadonlyMap<string, Point>,
  { width, height, room }: { width: number; height: number; room: number },
): Map<string, Point> {
  const all = [...places.values()];
  const [left, right] = extent(all.map(({ x }) => x));
  const [top, bottom] = extent(all.map(({ y }) => y));
  const scaleX = Math.max(1, width - 2 * room) / Math.max(1, right - left);
  const scaleY = Math.max(1, height - 2 * room) / Math.max(1, bottom - top);
  // Each way by itself, but neither by much more: a wide screen is used, and the form stays.
  const k = Math.min(scaleX, scaleY, 1.6);
  const [kx, ky] = [Math.min(scaleX, k * 1.7, 2.2), Math.min(scaleY, k * 1.7, 2.2)];
  return new Map(
    [...places].map(([id, { x, y }]) => [
      id,
      { x: width / 2 + (x - (left + right) / 2) * kx, y: height / 2 + (y - (top + bottom) / 2) * ky },
    ]),
  );
}

function extent(values: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return values.length > 0 ? [least, most] : [0, 0];
}

/** A place that only the id decides: a node more or less moves the others little. */
function startOf(id: string, count: number): Point {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  const angle = ((hash & 0xffff) / 0x10000) * 2 * Math.PI;
  const radius = Math.sqrt((hash >>> 16) / 0x10000) * 40 * Math.sqrt(count);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

function seeded(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}
