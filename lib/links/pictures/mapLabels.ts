import type { MapNode } from "./mapGraph";
import { fitted, type Point, textWidth } from "./scene";

export type MapLabel = {
  id: string;
  text: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
};
type Box = { left: number; top: number; right: number; bottom: number };

export const LABEL_SIZE = 12;
const LONGEST = 240;

/**
 * Names beside the nodes, the most linked first: right, left, above or below, wherever nothing is covered. A name with
 * no such place is left out; zooming in makes room for it, and pointing at its node shows it.
 */
export function placeLabels(
  nodes: readonly MapNode[],
  places: ReadonlyMap<string, Point>,
  frame: { width: number; height: number },
): MapLabel[] {
  const taken: Box[] = [];
  for (const node of nodes) {
    const at = places.get(node.id);
    if (!at) continue;
    const r = node.radius;
    taken.push({ left: at.x - r, right: at.x + r, top: at.y - r, bottom: at.y + r });
  }
  const labels: MapLabel[] = [];
  const byWeight = nodes.toSorted((a, b) => b.weight - a.weight);
  for (const node of byWeight) {
    const at = places.get(node.id);
    if (!at || at.x < 0 || at.y < 0 || at.x > frame.width || at.y > frame.height) continue;
    for (const { label, box } of candidates(node, at)) {
      if (box.left < 2 || box.right > frame.width - 2 || box.top < 2 || box.bottom > frame.height - 2)
        continue;
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      labels.push(label);
      break;
    }
  }
  return labels;
}

function candidates(node: MapNode, { x, y }: Point): { label: MapLabel; box: Box }[] {
  const text = fitted(node.label, LABEL_SIZE, LONGEST);
  const wide = textWidth(text, LABEL_SIZE);
  const gap = node.radius + 5;
  const of = (anchor: MapLabel["anchor"], atX: number, middle: number) => {
    const left = anchor === "start" ? atX : anchor === "end" ? atX - wide : atX - wide / 2;
    return {
      label: { id: node.id, text, x: atX, y: middle + 4, anchor },
      box: { left, right: left + wide, top: middle - 8, bottom: middle + 8 },
    };
  };
  return [
    of("start", x + gap, y),
    of("end", x - gap, y),
    of("middle", x, y - gap - 7),
    of("middle", x, y + gap + 7),
  ];
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
