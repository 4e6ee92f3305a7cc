import { scaleUtc } from "d3-scale";
import type { PictureLink, Statement } from "../pictureSchema";
import { type Arc, arcBetween } from "./arcs";
import type { Lanes } from "./lanes";
import type { TimeView } from "./timeView";

/** What stands where from left to right, in pixels. */
export type TimelineFrame = { width: number; labels: number; plotRight: number; undatedLeft: number };

export type TimelineMark = {
  x: number;
  y: number;
  statement: Statement;
  lane: number;
  /** In the part of time that is shown; others stand at its edge, unseen, as ends of arcs. */
  isShown: boolean;
};
export type TimelineArc = Arc & { link: PictureLink };

/** Marks and arcs of the part of time that is shown. Arcs that would lie wholly beyond one edge are left out. */
export function placeTimeline(
  { places }: Lanes,
  links: readonly PictureLink[],
  frame: TimelineFrame,
  view: TimeView | null,
): { marks: TimelineMark[]; arcs: TimelineArc[] } {
  const toX = timeScale(frame, view);
  const all = new Map<string, TimelineMark>();
  for (const { statement, lane, y, time, undatedX } of places) {
    const wanted = time === null ? frame.undatedLeft + undatedX : toX(time);
    const x = time === null ? wanted : Math.min(frame.plotRight, Math.max(frame.labels, wanted));
    all.set(statement.id, { x, y, statement, lane, isShown: x === wanted });
  }
  const arcs: TimelineArc[] = [];
  for (const link of links) {
    const from = all.get(link.from);
    const to = all.get(link.to);
    if (!from || !to || (!from.isShown && !to.isShown && from.x === to.x)) continue;
    arcs.push({ ...arcBetween(link.id, { x: from.x, y: from.y }, { x: to.x, y: to.y }), link });
  }
  return { marks: [...all.values()].filter(({ isShown }) => isShown), arcs };
}

export function timeScale({ labels, plotRight }: TimelineFrame, view: TimeView | null) {
  return scaleUtc()
    .domain(view ?? [0, 1])
    .range([labels, plotRight]);
}
