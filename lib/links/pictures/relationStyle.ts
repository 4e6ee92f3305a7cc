import { type Kind, kinds } from "@/lib/annotations/kinds";
import type { PictureLink } from "../pictureSchema";
import { type Relation, relations } from "../relations";
import { type Ink, rounded, type Shape } from "./scene";

type Stroke = { ink: Ink; width: number; dash?: string };

/** Each relation has its colour and its line: who cannot tell the colours can tell the lines. */
export const relationStrokes: Record<Relation, Stroke> = {
  contradicts: { ink: "contradiction", width: 2 },
  qualifies: { ink: "warn", width: 1.75, dash: "9 3 2 3" },
  supersedes: { ink: "accent", width: 1.75, dash: "14 4" },
  supports: { ink: "ok", width: 1.25 },
  repeats: { ink: "figure", width: 1.75, dash: "4 3" },
  disputes: { ink: "statement", width: 1.75, dash: "9 3 2 3 2 3" },
  context: { ink: "soft", width: 1.5, dash: "1.5 4" },
};

/** What is no direct contradiction, or not said to be one, must not be taken for one: it is broken. */
export const apparentStroke: Stroke = { ink: "contradiction", width: 1.75, dash: "6 5" };

export const lineStyles = [...relations.slice(0, 1), "apparent", ...relations.slice(1)] as LineStyle[];
export type LineStyle = Relation | "apparent";

export function lineStyleOf(link: Pick<PictureLink, "relation" | "strength">): LineStyle {
  return link.relation === "contradicts" && link.strength !== "direct" ? "apparent" : link.relation;
}

export function strokeOf(style: LineStyle): Stroke {
  return style === "apparent" ? apparentStroke : relationStrokes[style];
}

/** What a legend calls each line. */
export const lineWords: Record<LineStyle, string> = {
  contradicts: "contradicts",
  apparent: "contradicts, apparently",
  qualifies: "qualifies",
  supersedes: "supersedes",
  supports: "supports",
  repeats: "repeats",
  disputes: "disputes",
  context: "context",
};

/** Each kind has its colour and its form: circle, square, diamond. */
export const kindInks: Record<Kind, Ink> = {
  claim: "claim",
  figure: "figure",
  official_statement: "statement",
};
export const kindNames: Record<Kind, string> = {
  claim: "claim",
  figure: "figure",
  official_statement: "official statement",
};
export const kindOrder: readonly Kind[] = kinds;

/** The outline of a mark around a place, as path data. `r`: half its size. */
export function markPath(kind: Kind, x: number, y: number, r: number): string {
  const [cx, cy] = [rounded(x), rounded(y)];
  if (kind === "claim")
    return `M${rounded(x - r)} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  if (kind === "figure") return `M${rounded(x - r)} ${rounded(y - r)}h${2 * r}v${2 * r}h${-2 * r}z`;
  const d = rounded(r * 1.3);
  return `M${cx} ${rounded(cy - d)}l${d} ${d}l${-d} ${d}l${-d} ${-d}z`;
}

/** A path in the line of a style. */
export function styledPath(
  style: LineStyle,
  d: string,
  more: { width?: number; opacity?: number } = {},
): Shape {
  const { ink, width, dash } = strokeOf(style);
  return { is: "path", d, stroke: ink, width, dash, ...more };
}
