import type { Lanes, Place } from "@/lib/links/pictures/lanes";
import type { Direction } from "./pictureKeys";

const order = ({ time, undatedX, y }: Place) => (time ?? 8.64e15) * 1 + undatedX * 1e-3 + y * 1e-6;

/** The statement that an arrow key leads to: along its lane, or the nearest in time in the next lane. */
export function stepFrom({ places, lanes }: Lanes, id: string | null, direction: Direction): Place | null {
  const laneOf = (lane: number) =>
    places.filter((place) => place.lane === lane).toSorted((a, b) => order(a) - order(b) || a.y - b.y);
  const current = places.find(({ statement }) => statement.id === id);
  if (!current) return laneOf(0)[0] ?? null;
  const along = direction === "left" || direction === "right";
  if (along) {
    const mine = laneOf(current.lane);
    return mine[mine.indexOf(current) + (direction === "left" ? -1 : 1)] ?? current;
  }
  const next = current.lane + (direction === "up" ? -1 : 1);
  if (next < 0 || next >= lanes.length) return current;
  const far = (place: Place) => Math.abs(order(place) - order(current));
  return laneOf(next).reduce<Place>(
    (best, place) => (far(place) < far(best) || best === current ? place : best),
    current,
  );
}
