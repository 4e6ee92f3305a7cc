import type { Picture, PictureLink } from "../pictureSchema";
import { compare } from "./lanes";
import { type LineStyle, lineStyleOf, lineStyles } from "./relationStyle";

export const mapModes = ["both", "articles", "speakers"] as const;
/** Which nodes a map has. */
export type MapMode = (typeof mapModes)[number];

export type MapNode = {
  /** `article:` or `speaker:` and the article's id or the speaker's name. */
  id: string;
  type: "article" | "speaker";
  /** The article's id or the speaker's name. */
  names: string;
  label: string;
  /** How many links have an end here. */
  weight: number;
  /** How many have both. */
  within: number;
  /** Half its size, pixels: its area grows with its links; all are smaller where there are many. */
  radius: number;
};

/** `links`: between two articles or two speakers. `tie`: a speaker's linked statements in an article. */
export type MapEdge = {
  id: string;
  from: string;
  to: string;
  type: "links" | "tie";
  /** How many links, or of a tie how many statements. */
  weight: number;
  counts: Partial<Record<LineStyle, number>>;
  /** The line of most of them; of equals the first in the order of lines. Null for a tie. */
  style: LineStyle | null;
};

export type MapGraph = { nodes: readonly MapNode[]; edges: readonly MapEdge[] };

/** Articles and speakers of a picture, and how strongly they are linked; in the order of ids, whatever order came in. */
export function mapGraph({ articles, statements, links }: Picture, mode: MapMode): MapGraph {
  const nodes = new Map<string, MapNode>();
  const edges = new Map<string, MapEdge>();
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  const node = (type: MapNode["type"], names: string): MapNode => {
    const id = `${type}:${names}`;
    const known = nodes.get(id);
    if (known) return known;
    const label = type === "article" ? (titles.get(names) ?? "") : names;
    const fresh = { id, type, names, label, weight: 0, within: 0, radius: 0 };
    nodes.set(id, fresh);
    return fresh;
  };
  const edge = (a: MapNode, b: MapNode, type: MapEdge["type"]): MapEdge => {
    const [from, to] = compare(a.id, b.id) <= 0 ? [a.id, b.id] : [b.id, a.id];
    const id = `${from} ${to}`;
    const known = edges.get(id) ?? { id, from, to, type, weight: 0, counts: {}, style: null };
    edges.set(id, known);
    known.weight += 1;
    return known;
  };
  const nodesOf = statements.map((statement): [string, { article?: MapNode; speaker?: MapNode }] => {
    const article = mode !== "speakers" ? node("article", statement.articleId) : undefined;
    const speaker = mode !== "articles" && statement.speaker ? node("speaker", statement.speaker) : undefined;
    if (article && speaker) edge(speaker, article, "tie");
    return [statement.id, { ...(article && { article }), ...(speaker && { speaker }) }];
  });
  const of = new Map(nodesOf);
  for (const link of links) {
    const [from, to] = [of.get(link.from), of.get(link.to)];
    for (const type of ["article", "speaker"] as const) join(from?.[type], to?.[type], link, edge);
  }
  for (const one of edges.values()) one.style = most(one.counts);
  const crowd = Math.min(1, Math.sqrt(40 / Math.max(1, nodes.size)));
  for (const one of nodes.values()) {
    one.radius = Math.max(4, Math.min(22, 6 + 1.6 * Math.sqrt(one.weight)) * crowd);
  }
  return {
    nodes: [...nodes.values()].toSorted((a, b) => compare(a.id, b.id)),
    edges: [...edges.values()].toSorted((a, b) => compare(a.id, b.id)),
  };
}

function join(
  a: MapNode | undefined,
  b: MapNode | undefined,
  link: PictureLink,
  edge: (a: MapNode, b: MapNode, type: MapEdge["type"]) => MapEdge,
): void {
  if (a) a.weight += 1;
  if (b && b !== a) b.weight += 1;
  if (!a || !b) return;
  if (a === b) {
    a.within += 1;
    return;
  }
  const between = edge(a, b, "links");
  const style = lineStyleOf(link);
  between.counts[style] = (between.counts[style] ?? 0) + 1;
}

function most(counts: MapEdge["counts"]): LineStyle | null {
  let best: LineStyle | null = null;
  for (const style of lineStyles) {
    if ((counts[style] ?? 0) > (best ? (counts[best] ?? 0) : 0)) best = style;
  }
  return best;
}
