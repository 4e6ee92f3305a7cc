"use client";

import { useMemo, useState } from "react";
import type { Picture } from "@/lib/links/pictureSchema";
import { drawnEdges } from "@/lib/links/pictures/crowd";
import { type MapMode, mapGraph } from "@/lib/links/pictures/mapGraph";
import { placeLabels } from "@/lib/links/pictures/mapLabels";
import { fittedPlaces, mapLayout } from "@/lib/links/pictures/mapLayout";
import { placeEdges } from "@/lib/links/pictures/mapScene";
import type { Point } from "@/lib/links/pictures/scene";

type Camera = { k: number; x: number; y: number };
const whole: Camera = { k: 1, x: 0, y: 0 };
const MOST_ZOOM = 12;
/** Until the width is known, on the server above all, nothing is worth laying out. */
const nothing: Picture = { articles: [], statements: [], links: [], total: 0 };

/** Nodes and edges of a picture where they stand on screen. Marks and names keep their size; zooming moves them apart. */
export function useMap(given: Picture, mode: MapMode, width: number, height: number) {
  const picture = width > 0 ? given : nothing;
  const graph = useMemo(() => mapGraph(picture, mode), [picture, mode]);
  const layout = useMemo(() => mapLayout(graph), [graph]);
  const fitted = useMemo(
    () => fittedPlaces(layout, { width, height, room: width < 640 ? 40 : 90 }),
    [layout, width, height],
  );
  const [camera, setCamera] = useState(whole);
  const places = useMemo((): Map<string, Point> => {
    const { k, x, y } = camera;
    return new Map([...fitted].map(([id, at]) => [id, { x: at.x * k + x, y: at.y * k + y }]));
  }, [fitted, camera]);
  const arcs = useMemo(() => placeEdges(graph.edges, places), [graph, places]);
  const drawn = useMemo(() => drawnEdges(arcs), [arcs]);
  const labels = useMemo(
    () => placeLabels(graph.nodes, places, { width, height }),
    [graph, places, width, height],
  );
  return {
    ...{ graph, places, arcs, drawn, labels },
    zoom(by: number, at: Point = { x: width / 2, y: height / 2 }) {
      setCamera(({ k, x, y }) => {
        const next = Math.min(MOST_ZOOM, Math.max(1, k * by));
        const ratio = next / k;
        if (next === 1) return whole;
        return { k: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio };
      });
    },
    pan: (dx: number, dy: number) => setCamera(({ k, x, y }) => ({ k, x: x + dx, y: y + dy })),
    /** Brings a node into the frame. */
    show(at: Point) {
      const isInside = at.x > 20 && at.y > 20 && at.x < width - 20 && at.y < height - 20;
      if (!isInside) setCamera(({ k, x, y }) => ({ k, x: x + width / 2 - at.x, y: y + height / 2 - at.y }));
    },
    showAll: () => setCamera(whole),
  };
}
