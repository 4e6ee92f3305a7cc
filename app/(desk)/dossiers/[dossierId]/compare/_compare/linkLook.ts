import type { Link } from "@/lib/links/schema";
import { relationWords } from "../../../../words";

/** How each relation is drawn: no two alike without colour, where the dashes tell as much as the hue. */
const strokes = {
  contradicts: "stroke-contradiction",
  disputes: "stroke-warn",
  qualifies: "stroke-statement",
  supersedes: "stroke-accent",
  supports: "stroke-ok",
  repeats: "stroke-figure",
  context: "stroke-soft",
} as const satisfies Record<Link["relation"], string>;
const fills = {
  contradicts: "fill-contradiction",
  disputes: "fill-warn",
  qualifies: "fill-statement",
  supersedes: "fill-accent",
  supports: "fill-ok",
  repeats: "fill-figure",
  context: "fill-soft",
} as const satisfies Record<Link["relation"], string>;

type Look = { name: string; stroke: string; fill: string; dashes: string | undefined; width: number };

/** Links drawn alike share one look, by its name. A direct contradiction is solid, any other dashed. */
export function lookOf({ relation, strength }: Pick<Link, "relation" | "strength">): Look {
  const isContradiction = relation === "contradicts";
  const isDirect = isContradiction && strength === "direct";
  return {
    name: isDirect ? "contradicts direct" : relation,
    stroke: `${strokes[relation]} forced-colors:stroke-[CanvasText]`,
    fill: `${fills[relation]} forced-colors:fill-[CanvasText]`,
    dashes: isContradiction ? (isDirect ? undefined : "7 4") : dashes[relation],
    width: isDirect ? 2.5 : 2,
  };
}

const dashes: Partial<Record<Link["relation"], string>> = {
  disputes: "3 3",
  repeats: "1 3",
  context: "1 5",
  qualifies: "10 3 2 3",
};

/** Every look there is, in the order of drawing: contradictions lie on top. */
export const looks: readonly Look[] = [
  ...(["context", "repeats", "supports", "supersedes", "qualifies", "disputes"] as const).map((relation) =>
    lookOf({ relation, strength: null }),
  ),
  lookOf({ relation: "contradicts", strength: "apparent" }),
  lookOf({ relation: "contradicts", strength: "direct" }),
];

/** A link in a few words: "contradicts, apparent, different events". */
export function linkInWords({ relation, strength, sameEvent }: Link): string {
  const event = { yes: "same event", no: "different events", unknown: null }[sameEvent];
  return [relationWords[relation], strength, event].filter(Boolean).join(", ");
}
