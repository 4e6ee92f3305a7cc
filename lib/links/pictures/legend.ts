import type { Kind } from "@/lib/annotations/kinds";
import { arcPath } from "./arcs";
import { kindInks, kindNames, type LineStyle, lineWords, markPath, styledPath } from "./relationStyle";
import { type Shape, textWidth } from "./scene";

const ROW = 24;

/** What lines and marks mean, in rows of so many pixels, for a file. The screen has its own beside the picture. */
export function legendShapes(
  styles: readonly LineStyle[],
  kinds: readonly Kind[],
  width: number,
): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  let [x, y] = [16, ROW / 2];
  const place = (sample: (x: number, y: number) => Shape, sampleWidth: number, text: string) => {
    const wide = sampleWidth + 8 + textWidth(text, 12) + 20;
    if (x + wide > width && x > 16) [x, y] = [16, y + ROW];
    const label = { is: "text", x: x + sampleWidth + 8, y: y + 4, size: 12, fill: "ink" } as const;
    shapes.push(sample(x, y), { ...label, text });
    x += wide;
  };
  for (const style of styles) place((at, line) => lineSample(style, at, line), 40, lineWords[style]);
  for (const kind of kinds) {
    const mark = (at: number, line: number): Shape => ({
      ...{ is: "path", d: markPath(kind, at + 6, line, 5), fill: kindInks[kind] },
    });
    place(mark, 12, kindNames[kind]);
  }
  return { shapes, height: y + ROW / 2 };
}

/** A short line in a style, 40 pixels wide. */
export function lineSample(style: LineStyle, x: number, y: number): Shape {
  const [from, to] = [
    { x, y: y + 3 },
    { x: x + 40, y: y + 3 },
  ];
  return styledPath(style, arcPath({ id: "", from, to, control: { x: x + 20, y: y - 9 } }));
}
