import { type Arc, arcBetween, arcPath } from "./arcs";
import type { MapEdge, MapGraph, MapNode } from "./mapGraph";
import { LABEL_SIZE, type MapLabel } from "./mapLabels";
import { lineStyles, strokeOf, styledPath } from "./relationStyle";
import { isolated, type Point, rounded, type Shape } from "./scene";

export type MapArc = Arc & { edge: MapEdge };

/** Lines between nodes' middles; the nodes are drawn over their ends. */
export function placeEdges(edges: readonly MapEdge[], places: ReadonlyMap<string, Point>): MapArc[] {
  return edges.flatMap((edge) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    return from && to ? [{ ...arcBetween(edge.id, from, to), edge }] : [];
  });
}

/** Widths in steps: twice as many links are one step wider. */
function widthStep(weight: number): number {
  return Math.min(5, Math.floor(Math.log2(weight)));
}

export function edgeWidth(base: number, weight: number): number {
  return base + widthStep(weight) * 1.3;
}

/** All edges: ties thin and grey below, links in the line most of them have, wider the more there are. */
export function edgeShapes(arcs: readonly MapArc[], isEmphasised = false): Shape[] {
  const opacity = isEmphasised ? 1 : arcs.length > 2_000 ? 0.15 : arcs.length > 400 ? 0.35 : 0.8;
  const ties = arcs.filter(({ edge }) => edge.type === "tie").map(straight);
  const shapes: Shape[] =
    ties.length > 0
      ? [{ is: "path", d: ties.join(""), stroke: "line-strong", width: 1, opacity: opacity * 0.7 }]
      : [];
  // Each a path of its own: browsers draw a broken line of many parts far slower than as many broken lines.
  for (const style of lineStyles) {
    for (const arc of arcs) {
      if (arc.edge.style !== style) continue;
      const width = edgeWidth(strokeOf(style).width, arc.edge.weight);
      shapes.push(styledPath(style, arcPath(arc), { width, opacity }));
    }
  }
  return shapes;
}

function straight({ from, to }: Arc): string {
  return `M${rounded(from.x)} ${rounded(from.y)}L${rounded(to.x)} ${rounded(to.y)}`;
}

/** All nodes: articles are pages, speakers are circles. */
export function nodeShapes(nodes: readonly MapNode[], places: ReadonlyMap<string, Point>): Shape[] {
  return (["article", "speaker"] as const).flatMap((type): Shape[] => {
    const d = nodes
      .filter((node) => node.type === type)
      .map((node) => nodePath(node, places.get(node.id)))
      .join("");
    if (!d) return [];
    return [
      { is: "path", d, fill: type === "article" ? "accent" : "statement", stroke: "surface", width: 2 },
    ];
  });
}

export function nodePath(node: Pick<MapNode, "type" | "radius">, at: Point | undefined): string {
  if (!at) return "";
  const r = rounded(node.radius);
  const [x, y] = [rounded(at.x), rounded(at.y)];
  if (node.type === "speaker")
    return `M${rounded(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  const w = rounded(r * 0.8);
  return `M${rounded(x - w)} ${rounded(y - r)}h${2 * w}v${2 * r}h${-2 * w}z`;
}

export function labelShapes(labels: readonly MapLabel[]): Shape[] {
  return labels.map(
    ({ text, x, y, anchor }): Shape => ({
      ...{ is: "text", x, y, anchor, size: LABEL_SIZE, fill: "ink", weight: 500, halo: "paper" },
      text: isolated(text),
    }),
  );
}

/** A node's neighbours, itself among them. */
export function neighboursOf({ edges }: MapGraph, id: string): Set<string> {
  const near = new Set([id]);
  for (const { from, to } of edges) {
    if (from === id) near.add(to);
    if (to === id) near.add(from);
  }
  return near;
}
