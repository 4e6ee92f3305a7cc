import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Picture } from "../pictureSchema";
import { mapGraph } from "./mapGraph";
import { placeLabels } from "./mapLabels";
import { fittedPlaces, mapLayout } from "./mapLayout";
import { placeEdges } from "./mapScene";
import { somePicture } from "./somePicture.testing";

const said = (id: string, articleId: string, speaker: string | null): Picture["statements"][number] => ({
  ...{ id, articleId, speaker, kind: "claim", day: null, dayIs: null, words: id },
});
const linked = (id: string, from: string, to: string, relation: Picture["links"][number]["relation"]) => ({
  ...{ id, from, to, relation, sameEvent: "unknown" as const, status: "open" as const },
  strength: relation === "contradicts" ? ("direct" as const) : null,
});
const picture: Picture = {
  articles: ["a", "b"].map((id) => ({
    ...{ id, title: `Title ${id}`, outlet: null, publishedOn: null, direction: "ltr" },
  })),
  statements: [said("1", "a", "Minister"), said("2", "b", "Lawyer"), said("3", "b", null)],
  links: [
    linked("x", "1", "2", "contradicts"),
    linked("y", "3", "1", "contradicts"),
    linked("z", "2", "3", "supports"),
  ],
  total: 3,
};
const frame = { width: 900, height: 560 };

describe("the graph", () => {
  test.each([
    ["both", ["article:a", "article:b", "speaker:Lawyer", "speaker:Minister"], 4],
    ["articles", ["article:a", "article:b"], 1],
    ["speakers", ["speaker:Lawyer", "speaker:Minister"], 1],
  ] as const)("of %s", (mode, nodes, edges) => {
    const graph = mapGraph(picture, mode);
    expect(graph.nodes.map(({ id }) => id)).toEqual(nodes);
    expect(graph.edges).toHaveLength(edges);
  });

  test("weighs links between two, and counts those within one apart", () => {
    const { nodes, edges } = mapGraph(picture, "articles");
    expect(edges[0]).toMatchObject({ weight: 2, counts: { contradicts: 2 }, style: "contradicts" });
    expect(nodes.map(({ weight, within }) => [weight, within])).toEqual([
      [2, 0],
      [3, 1],
    ]);
  });

  test.each(["apparent", null] as const)(
    "draws a contradiction that is %s apart from a direct one",
    (strength) => {
      const links = picture.links.map((link) => ({ ...link, strength }));
      const { edges } = mapGraph({ ...picture, links }, "speakers");
      expect(edges.map(({ style, counts }) => [style, counts])).toEqual([["apparent", { apparent: 1 }]]);
    },
  );

  test("has each link between two articles once, in whatever order links come", () => {
    fc.assert(
      fc.property(somePicture, (some) => {
        const graph = mapGraph(some, "articles");
        const drawn = graph.edges.reduce((sum, { weight }) => sum + weight, 0);
        const within = graph.nodes.reduce((sum, node) => sum + node.within, 0);
        expect(drawn + within).toBe(some.links.length);
        const turned = {
          ...some,
          links: some.links.toReversed(),
          statements: some.statements.toReversed(),
        };
        expect(mapGraph(turned, "both")).toEqual(mapGraph(some, "both"));
      }),
    );
  });
});

describe("the layout", () => {
  test("is the same every time, inside the frame, and keeps nodes apart", () => {
    fc.assert(
      fc.property(somePicture, (some) => {
        const graph = mapGraph(some, "both");
        const places = mapLayout(graph);
        expect(mapLayout(graph)).toEqual(places);
        const all = [...places];
        for (const [id, at] of all) {
          for (const [other, there] of all) {
            if (id < other) expect(Math.hypot(at.x - there.x, at.y - there.y)).toBeGreaterThan(10);
          }
        }
        for (const { x, y } of fittedPlaces(places, { ...frame, room: 40 }).values()) {
          expect(x).toBeGreaterThanOrEqual(39.9);
          expect(x).toBeLessThanOrEqual(frame.width - 39.9);
          expect(y).toBeGreaterThanOrEqual(39.9);
          expect(y).toBeLessThanOrEqual(frame.height - 39.9);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("edges end at their nodes; names cover neither each other nor a node", () => {
    fc.assert(
      fc.property(somePicture, (some) => {
        const graph = mapGraph(some, "both");
        const places = fittedPlaces(mapLayout(graph), { ...frame, room: 40 });
        for (const { from, to, edge } of placeEdges(graph.edges, places)) {
          expect([from, to]).toEqual([places.get(edge.from), places.get(edge.to)]);
        }
        const labels = placeLabels(graph.nodes, places, frame);
        for (const { id, x, y, anchor } of labels) {
          for (const node of graph.nodes) {
            const at = places.get(node.id);
            const r = node.radius;
            const isBehind = anchor === "middle" && node.id !== id && at?.x === x;
            if (at && !isBehind) expect(Math.hypot(at.x - x, at.y - (y - 4))).toBeGreaterThan(r - 1);
          }
        }
        expect(new Set(labels.map(({ id }) => id)).size).toBe(labels.length);
        if (graph.nodes.length > 0) expect(labels.length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });
});
