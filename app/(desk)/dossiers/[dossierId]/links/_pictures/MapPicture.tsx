"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { type MapMode, type MapNode, mapModes } from "@/lib/links/pictures/mapGraph";
import { LABEL_SIZE } from "@/lib/links/pictures/mapLabels";
import { edgeShapes, labelShapes, neighboursOf, nodePath, nodeShapes } from "@/lib/links/pictures/mapScene";
import { nearest, nearestArc } from "@/lib/links/pictures/nearest";
import { lineStyles } from "@/lib/links/pictures/relationStyle";
import { fitted, type Point, type Scene } from "@/lib/links/pictures/scene";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { BelowPicture } from "./BelowPicture";
import { CrowdNote, drawnOf } from "./CrowdNote";
import { EdgeTable } from "./EdgeTable";
import { Layer } from "./Layers";
import { Legend } from "./Legend";
import { edgeWords, nodeWords } from "./mapWords";
import type { PictureProps } from "./PictureFrame";
import { type Direction, pictureKey } from "./pictureKeys";
import { SaveButtons } from "./SaveButtons";
import { Tip } from "./Tip";
import { useGestures } from "./useGestures";
import { useMap } from "./useMap";
import { useWidth } from "./useWidth";
import { ZoomButtons } from "./ZoomButtons";

const modeWords: Record<MapMode, string> = {
  both: "Articles and speakers",
  articles: "Articles",
  speakers: "Speakers",
};
const towards: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
const HEIGHT = 600;

/** Articles and speakers as nodes, nearer the more they are linked. */
export function MapPicture({ picture, dossierId, title, subtitle }: PictureProps) {
  const router = useRouter();
  const canvas = useRef<HTMLDivElement>(null);
  const width = useWidth(canvas);
  const [mode, setMode] = useState<MapMode>("both");
  const map = useMap(picture, mode, width, HEIGHT);
  const { graph, places, arcs, drawn, labels } = map;
  const [pointedId, setPointed] = useState<string | null>(null);
  const [aloud, setAloud] = useState("");
  const node = graph.nodes.find(({ id }) => id === pointedId);
  const arc = arcs.find(({ id }) => id === pointedId);

  const drawing = useMemo(
    () => [...edgeShapes(drawn), ...nodeShapes(graph.nodes, places), ...labelShapes(labels)],
    [drawn, graph, places, labels],
  );
  const lit = useMemo(() => {
    if (!node && !arc) return null;
    const near = node ? neighboursOf(graph, node.id) : new Set(arc ? [arc.edge.from, arc.edge.to] : []);
    const mine = arcs.filter((one) => (node ? [one.edge.from, one.edge.to].includes(node.id) : one === arc));
    const nodes = graph.nodes.filter(({ id }) => near.has(id));
    const shown = new Set(labels.map(({ id }) => id));
    // The node's own name is shown even where there was no room for it.
    const missing = nodes
      .filter(({ id }) => !shown.has(id) && (id === node?.id || arc))
      .flatMap((one) => {
        const at = places.get(one.id);
        if (!at) return [];
        const text = fitted(one.label, LABEL_SIZE, 240);
        return [{ id: one.id, text, x: at.x, y: at.y - one.radius - 6, anchor: "middle" as const }];
      });
    const own = [...labels.filter(({ id }) => near.has(id)), ...missing];
    return [...edgeShapes(mine, true), ...nodeShapes(nodes, places), ...labelShapes(own)];
  }, [node, arc, graph, arcs, labels, places]);

  const hit = (at: Point): string | null => {
    const all = graph.nodes.flatMap((one) => {
      const place = places.get(one.id);
      return place ? [{ ...place, id: one.id }] : [];
    });
    return (
      nearest(all, at, 20)?.id ??
      nearestArc(
        drawn.filter(({ edge }) => edge.type === "links"),
        at,
        5,
      )?.id ??
      null
    );
  };
  const open = (id: string | null) => {
    const what = graph.nodes.find((one) => one.id === id);
    if (what) router.push(addressOf(what, dossierId));
  };
  useGestures(canvas, {
    onZoom: map.zoom,
    onPan: map.pan,
    onPoint: (at) => setPointed(at && hit(at)),
    onPress(at, isTouch) {
      const what = hit(at);
      if (isTouch && what !== pointedId) setPointed(what);
      else open(what);
    },
  });
  const onStep = (direction: Direction) => {
    const next = nodeTowards(graph.nodes, places, node?.id ?? null, towards[direction]);
    if (!next) return;
    setPointed(next.id);
    setAloud(nodeWords(next));
    const at = places.get(next.id);
    if (at) map.show(at);
  };
  const onKey = (event: KeyboardEvent) =>
    pictureKey(event, {
      onStep,
      onOpen: () => open(pointedId),
      onLeave: () => setPointed(null),
      onZoom: (by) => map.zoom(by),
      onAll: map.showAll,
    });
  const styles = lineStyles.filter((style) => graph.edges.some((edge) => edge.style === style));
  const scene = (): Scene => ({ width, height: HEIGHT, shapes: drawing });
  const at = node ? places.get(node.id) : arc && { x: arc.control.x, y: arc.control.y };
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <Field label="Nodes" hiddenLabel className="w-52">
          <Select
            value={mode}
            onChange={(event) => setMode(mapModes.find((one) => one === event.target.value) ?? "both")}
          >
            {mapModes.map((one) => (
              <option key={one} value={one}>
                {modeWords[one]}
              </option>
            ))}
          </Select>
        </Field>
        <ZoomButtons onZoom={(factor) => map.zoom(factor)} onAll={map.showAll} />
        <span className="ms-auto flex gap-2">
          <SaveButtons
            scene={scene}
            sheet={{ subtitle: subtitle + drawnOf(drawn.length, arcs.length), styles, kinds: [] }}
            title={title}
          />
        </span>
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-paper has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <div
          ref={canvas}
          role="application"
          aria-label="Map. Arrow keys move between articles and speakers, Enter opens one, plus and minus zoom, 0 shows all."
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked through with the keyboard
          tabIndex={0}
          className="relative cursor-crosshair touch-pan-y overflow-hidden select-none outline-none"
          style={{ height: HEIGHT }}
          onKeyDown={onKey}
          onBlur={() => setPointed(null)}
        >
          <Layer width={width} height={HEIGHT} shapes={drawing} isDimmed={lit !== null} />
          {lit && <Layer width={width} height={HEIGHT} shapes={lit} />}
          {at && (
            <Tip
              at={node ? { x: at.x, y: at.y + node.radius * (at.y < HEIGHT / 2 ? 1 : -1) } : at}
              frame={{ width, height: HEIGHT }}
            >
              {node && <p dir="auto">{nodeWords(node)}</p>}
              {arc && <p>{edgeWords(arc.edge)}</p>}
            </Tip>
          )}
        </div>
      </div>
      <BelowPicture aloud={aloud} table={<EdgeTable graph={graph} />}>
        <Legend styles={styles} marks={legendMarks} />
        <CrowdNote drawn={drawn.length} all={arcs.length} first="the strongest" />
        <p className="text-xs text-soft">
          The wider a line, the more links; its relation is the one most of them have. Thin grey lines: who
          speaks in which article.
        </p>
      </BelowPicture>
    </>
  );
}

const legendMarks = (["article", "speaker"] as const).map((type) => ({
  name: type,
  shape: {
    is: "path",
    d: nodePath({ type, radius: 6 }, { x: 8, y: 8 }),
    fill: type === "article" ? "accent" : "statement",
  } as const,
}));

/** An article opens on the desk; a speaker's links open on the board. */
function addressOf({ type, names }: MapNode, dossierId: string): string {
  if (type === "article") return `/dossiers/${dossierId}/articles/${names}`;
  return `/dossiers/${dossierId}/links?${new URLSearchParams({ speaker: names })}`;
}

/** The nearest node within a quarter turn of a direction; without a start the most linked one. */
function nodeTowards(
  nodes: readonly MapNode[],
  places: ReadonlyMap<string, Point>,
  id: string | null,
  direction: Point,
): MapNode | undefined {
  const from = id ? places.get(id) : undefined;
  if (!from) return nodes.toSorted((a, b) => b.weight - a.weight)[0];
  let best: MapNode | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const at = places.get(node.id);
    if (!at || node.id === id) continue;
    const along = (at.x - from.x) * direction.x + (at.y - from.y) * direction.y;
    const across = Math.abs((at.x - from.x) * direction.y) + Math.abs((at.y - from.y) * direction.x);
    if (along <= 0 || across > along || along + across >= least) continue;
    least = along + across;
    best = node;
  }
  return best ?? nodes.find((node) => node.id === id);
}
