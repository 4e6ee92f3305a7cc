/**
 * Colours of pictures by the theme's names. On screen each is the theme's variable; a file that leaves Stet has these
 * values, the theme's light ones.
 */
export const lightInks = {
  paper: "#faf8f3",
  surface: "#fffefb",
  sunken: "#f1ede4",
  line: "#e1dacd",
  "line-strong": "#938b7c",
  ink: "#1f1c18",
  soft: "#5e574c",
  accent: "#1f5296",
  ok: "#22622c",
  warn: "#7d5100",
  claim: "#b45309",
  figure: "#0f766e",
  statement: "#6d28d9",
  contradiction: "#c81e1e",
} as const;
export type Ink = keyof typeof lightInks;

export type Point = { x: number; y: number };

/** A part of a picture: what the screen draws and a file holds alike. Lengths are CSS pixels. */
export type Shape =
  | {
      is: "path";
      d: string;
      stroke?: Ink;
      fill?: Ink;
      width?: number;
      dash?: string | undefined;
      opacity?: number;
    }
  | {
      is: "text";
      text: string;
      x: number;
      y: number;
      size: number;
      fill: Ink;
      anchor?: "start" | "middle" | "end";
      weight?: number;
      /** A rim in this colour, so that lines behind do not cross the letters. */
      halo?: Ink;
    }
  | { is: "group"; x: number; y: number; shapes: readonly Shape[] };

/** A picture with its size. */
export type Scene = { width: number; height: number; shapes: readonly Shape[] };

/** To a tenth of a pixel: short files, and equal places in equal words. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The attributes of a path or text by React's names, with `paint` for each colour. */
export function attributesOf(
  shape: Exclude<Shape, { is: "group" }>,
  paint: (ink: Ink) => string,
): Record<string, string | number> {
  if (shape.is === "path") {
    return {
      d: shape.d,
      fill: shape.fill ? paint(shape.fill) : "none",
      ...(shape.stroke && { stroke: paint(shape.stroke), strokeWidth: shape.width ?? 1 }),
      ...(shape.dash && { strokeDasharray: shape.dash }),
      ...(shape.opacity !== undefined && { opacity: shape.opacity }),
    };
  }
  return {
    x: rounded(shape.x),
    y: rounded(shape.y),
    fill: paint(shape.fill),
    fontSize: shape.size,
    ...(shape.anchor && { textAnchor: shape.anchor }),
    ...(shape.weight && { fontWeight: shape.weight }),
    ...(shape.halo && {
      stroke: paint(shape.halo),
      strokeWidth: 3,
      strokeLinejoin: "round",
      paintOrder: "stroke",
    }),
  };
}

/** Text that keeps its own direction beside others'. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Widths of letters in a sans at this size, roughly: enough to keep labels apart without a screen to measure on. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) ems += (char.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.56;
  return ems * size;
}

/** The beginning of a text that fits into so many pixels. */
export function fitted(text: string, size: number, width: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (textWidth(line, size) <= width) return line;
  const chars = [...line];
  while (chars.length > 1 && textWidth(`${chars.join("")}…`, size) > width) chars.pop();
  return `${chars.join("").trimEnd()}…`;
}
