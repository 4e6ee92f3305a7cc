import fc from "fast-check";
import { expect, test } from "vitest";
import type { PictureLink } from "../pictureSchema";
import { linkStatusSchema, relations } from "../relations";
import { drawnArcs, drawnEdges, MOST_LINES } from "./crowd";
import type { MapArc } from "./mapScene";
import type { TimelineArc } from "./timelineMarks";

const place = { from: { x: 0, y: 0 }, to: { x: 1, y: 1 }, control: { x: 0, y: 1 } };
const arc = (at: number, link: Partial<PictureLink>) =>
  ({ ...place, id: String(at), link: { relation: "context", status: "open", ...link } }) as TimelineArc;
const edge = (at: number, more: Partial<MapArc["edge"]>) =>
  ({ ...place, id: String(at), edge: { type: "links", weight: 1, ...more } }) as MapArc;
const many = <L>(made: (at: number) => L) => Array.from({ length: MOST_LINES }, (_, at) => made(at));

test("of too many arcs, open contradictions are drawn first, dismissed ones before what only gives context", () => {
  const late = [
    arc(9_001, { relation: "contradicts", status: "dismissed" }),
    arc(9_002, { relation: "contradicts" }),
  ];
  const drawn = drawnArcs([...many((at) => arc(at, {})), ...late]);
  expect(drawn.map(({ id }) => id)).toEqual([...many(String).slice(0, -2), "9001", "9002"]);
});

test("of too many lines of a map, the strongest are drawn first, and ties last", () => {
  const late = [edge(9_001, { type: "tie", weight: 500 }), edge(9_002, { weight: 3 })];
  const drawn = drawnEdges([...many((at) => edge(at, {})), ...late]);
  expect(drawn.map(({ id }) => id)).toEqual([...many(String).slice(0, -1), "9002"]);
});

test("what is not too many is all drawn", () => {
  const some = fc.record({
    relation: fc.constantFrom(...relations),
    status: fc.constantFrom(...linkStatusSchema.options),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 40 }), (links) => {
      const arcs = links.map((link, at) => arc(at, link));
      expect(drawnArcs(arcs)).toEqual(arcs);
    }),
  );
});
