import type { LinkStatus } from "../relations";
import type { MapArc } from "./mapScene";
import { lineStyleOf, lineStyles } from "./relationStyle";
import type { TimelineArc } from "./timelineMarks";

/**
 * More lines than this can neither be told apart nor be drawn while somebody zooms. The others are in the table, are
 * lit with the statement or node that is pointed at, and come up when the filter or the zoom leaves fewer.
 */
export const MOST_LINES = 800;

const byUrgency: readonly LinkStatus[] = ["open", "confirmed", "explained", "dismissed"];

/** The arcs that a timeline draws: of too many the contradictions, then what else is undecided. In their own order. */
export function drawnArcs(arcs: readonly TimelineArc[]): readonly TimelineArc[] {
  return first(
    arcs,
    ({ link }) => lineStyles.indexOf(lineStyleOf(link)) * byUrgency.length + byUrgency.indexOf(link.status),
  );
}

/** The lines that a map draws: of too many those with the most links; a speaker's ties to articles after all links. */
export function drawnEdges(arcs: readonly MapArc[]): readonly MapArc[] {
  return first(arcs, ({ edge }) => (edge.type === "tie" ? 1 : 0) + 1 / (1 + edge.weight));
}

/** The {@link MOST_LINES} with the lowest rank; of equals the earlier. */
function first<L>(lines: readonly L[], rankOf: (line: L) => number): readonly L[] {
  if (lines.length <= MOST_LINES) return lines;
  const ranked = lines.map((line, at) => ({ line, at, rank: rankOf(line) }));
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, MOST_LINES)
    .toSorted((a, b) => a.at - b.at)
    .map(({ line }) => line);
}
