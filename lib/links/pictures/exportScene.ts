import type { Kind } from "@/lib/annotations/kinds";
import { legendShapes } from "./legend";
import type { LineStyle } from "./relationStyle";
import { fitted, isolated, type Scene, type Shape } from "./scene";

type Sheet = { title: string; subtitle: string; styles: readonly LineStyle[]; kinds: readonly Kind[] };

const HEAD = 62;
const MARGIN = 16;

/** A picture as it leaves Stet: with its title above and what its lines mean below. */
export function exportScene(scene: Scene, { title, subtitle, styles, kinds }: Sheet): Scene {
  const width = Math.max(scene.width, 480);
  const legend = legendShapes(styles, kinds, width);
  const text = { is: "text", x: MARGIN } as const;
  const head: Shape[] = [
    { ...text, y: 28, size: 18, weight: 600, fill: "ink", text: isolated(fitted(title, 18, width - 32)) },
    { ...text, y: 48, size: 12, fill: "soft", text: isolated(fitted(subtitle, 12, width - 32)) },
  ];
  return {
    width,
    height: HEAD + scene.height + MARGIN + legend.height + MARGIN,
    shapes: [
      ...head,
      { is: "group", x: 0, y: HEAD, shapes: scene.shapes },
      { is: "group", x: 0, y: HEAD + scene.height + MARGIN, shapes: legend.shapes },
    ],
  };
}
