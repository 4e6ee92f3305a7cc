import type { Sign } from "@/lib/desk/curves";
import { relationStrokes } from "@/lib/links/pictures/relationStyle";
import type { Ink } from "@/lib/links/pictures/scene";
import type { Link } from "@/lib/links/schema";
import { relationWords } from "../../../../words";

type Relation = Link["relation"];
type Colours = { stroke: string; fill: string };
type Drawing = { dashes?: string; width: number; sign: Sign };

const soft: Colours = { stroke: "stroke-soft", fill: "fill-soft" };
/** The colours that relations have in the pictures, in names that Tailwind reads. */
const colours: Partial<Record<Ink, Colours>> = {
  contradiction: { stroke: "stroke-contradiction", fill: "fill-contradiction" },
  warn: { stroke: "stroke-warn", fill: "fill-warn" },
  statement: { stroke: "stroke-statement", fill: "fill-statement" },
  accent: { stroke: "stroke-accent", fill: "fill-accent" },
  ok: { stroke: "stroke-ok", fill: "fill-ok" },
  figure: { stroke: "stroke-figure", fill: "fill-figure" },
};

/** How each relation is drawn: no two alike without colour, where dashes, width and sign tell as much as the hue. */
const drawings: Record<Relation, Drawing> = {
  contradicts: {
    width: 3,
    sign: [
      [-4, -1.8, 4, -1.8],
      [-4, 1.8, 4, 1.8],
      [-2.5, 4.5, 2.5, -4.5],
    ],
  },
  disputes: {
    dashes: "3 3",
    width: 2,
    sign: [
      [-3, -3, 3, 3],
      [-3, 3, 3, -3],
    ],
  },
  qualifies: {
    dashes: "10 3 2 3",
    width: 2,
    sign: [[-4.5, 1.2, -2.2, -1.5, 0, 0, 2.2, 1.5, 4.5, -1.2]],
  },
  supersedes: {
    dashes: "16 4",
    width: 2,
    sign: [
      [-4, 3.5, -4, -3.5],
      [-1, 3.5, 3.5, 0, -1, -3.5],
    ],
  },
  supports: {
    width: 1.5,
    sign: [
      [-4, 0, 4, 0],
      [0, -4, 0, 4],
    ],
  },
  repeats: {
    dashes: "1 4",
    width: 2.5,
    sign: [
      [-4, -1.8, 4, -1.8],
      [-4, 1.8, 4, 1.8],
    ],
  },
  context: {
    dashes: "1 7",
    width: 2,
    sign: [
      [-3.6, 0, -2.6, 0],
      [-0.5, 0, 0.5, 0],
      [2.6, 0, 3.6, 0],
    ],
  },
};

export type LinkLook = Drawing & Colours & { name: string; words: string };

/** The look of a link. A direct contradiction is solid, any other dashed. */
export function lookOf(link: Pick<Link, "relation" | "strength">): LinkLook {
  const name = nameOf(link);
  return looks.find((look) => look.name === name) ?? drawnAs(link);
}

function nameOf({ relation, strength }: Pick<Link, "relation" | "strength">): string {
  return relation === "contradicts" && strength === "direct" ? "contradicts direct" : relation;
}

function drawnAs({ relation, strength }: Pick<Link, "relation" | "strength">): LinkLook {
  const drawing = drawings[relation];
  const isDirect = relation === "contradicts" && strength === "direct";
  const isDashed = relation === "contradicts" && !isDirect;
  const words = relationWords[relation];
  const { stroke, fill } = colours[relationStrokes[relation].ink] ?? soft;
  return {
    ...drawing,
    stroke: `${stroke} forced-colors:stroke-[CanvasText]`,
    fill: `${fill} forced-colors:fill-[CanvasText]`,
    ...(isDashed && { dashes: "7 4", width: 2 }),
    name: nameOf({ relation, strength }),
    words: isDirect ? `${words}, direct` : isDashed ? `${words}, apparent` : words,
  };
}

/** Every look there is, in the order of drawing: contradictions lie on top. */
export const looks: readonly LinkLook[] = [
  ...(["context", "repeats", "supports", "supersedes", "qualifies", "disputes"] as const).map((relation) =>
    drawnAs({ relation, strength: null }),
  ),
  drawnAs({ relation: "contradicts", strength: "apparent" }),
  drawnAs({ relation: "contradicts", strength: "direct" }),
];

/** A link in a few words: "contradicts, apparent, different events". */
export function linkInWords({ relation, strength, sameEvent }: Link): string {
  const event = { yes: "same event", no: "different events", unknown: null }[sameEvent];
  return [relationWords[relation], strength, event].filter(Boolean).join(", ");
}
