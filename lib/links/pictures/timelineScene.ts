import { arcPath } from "./arcs";
import type { Lanes } from "./lanes";
import { kindInks, kindOrder, lineStyleOf, lineStyles, markPath, styledPath } from "./relationStyle";
import { fitted, isolated, rounded, type Shape } from "./scene";
import { type TimelineArc, type TimelineFrame, type TimelineMark, timeScale } from "./timelineMarks";
import type { TimeView } from "./timeView";

export const AXIS_HEIGHT = 30;
export const MARK_RADIUS = 4.5;

/** The lanes' grounds, names and days' lines: all that marks stand on. */
export function timelineGround(
  { lanes, height, hasUndated }: Lanes,
  frame: TimelineFrame,
  view: TimeView | null,
): Shape[] {
  const band = (index: number) => {
    const { top, height: tall } = lanes[index] ?? { top: 0, height: 0 };
    return `M0 ${top}H${frame.width}V${top + tall}H0z`;
  };
  const striped = lanes.map((_, index) => index).filter((index) => index % 2 === 0);
  const toX = timeScale(frame, view);
  const days = view ? ticksOf(frame, view).map((tick) => `M${rounded(toX(tick))} 0V${height}`) : [];
  return [
    { is: "path", d: striped.map(band).join(""), fill: "sunken" },
    { is: "path", d: days.join(""), stroke: "line" },
    ...(hasUndated
      ? [{ is: "path", d: `M${frame.undatedLeft} 0V${height}`, stroke: "line-strong", dash: "2 4" } as const]
      : []),
    ...lanes.map(
      ({ label, top, height: tall }): Shape => ({
        ...{ is: "text", x: 8, y: top + tall / 2 + 4, size: 12, fill: "ink" },
        text: isolated(fitted(label, 12, frame.labels - 18)),
      }),
    ),
  ];
}

/** The line of days, with the heading of the undated part. */
export function timelineAxis(
  { hasUndated }: Pick<Lanes, "hasUndated">,
  frame: TimelineFrame,
  view: TimeView | null,
): Shape[] {
  const toX = timeScale(frame, view);
  const format = toX.tickFormat(tickCount(frame));
  const text = { is: "text", y: AXIS_HEIGHT - 10, size: 11, fill: "soft" } as const;
  return [
    { is: "path", d: `M0 ${AXIS_HEIGHT - 0.5}H${frame.width}`, stroke: "line-strong" },
    ...(view ? ticksOf(frame, view) : []).map(
      (tick): Shape => ({
        ...{ ...text, x: toX(tick), anchor: "middle", text: format(tick) },
        weight: tick.getUTCMonth() === 0 && tick.getUTCDate() === 1 ? 700 : 400,
      }),
    ),
    ...(hasUndated ? [{ ...text, x: frame.undatedLeft + 8, text: "Undated", weight: 600 } as const] : []),
  ];
}

/**
 * Arcs, dismissed ones paler. Each is a path of its own: browsers draw a broken line of many parts far slower than as
 * many broken lines.
 */
export function arcShapes(arcs: readonly TimelineArc[], emphasis = 1): Shape[] {
  const crowd = Math.max(0.3, Math.min(0.85, 60 / Math.sqrt(arcs.length + 1) / 10));
  const opacity = emphasis > 1 ? 1 : rounded(crowd);
  return lineStyles.flatMap((style) =>
    arcs
      .filter(({ link }) => lineStyleOf(link) === style)
      .map((arc) => {
        const paler = arc.link.status === "dismissed" ? 0.4 : 1;
        return styledPath(style, arcPath(arc), { opacity: opacity * paler });
      }),
  );
}

/** All marks, one path for each kind. */
export function markShapes(marks: readonly TimelineMark[], radius = MARK_RADIUS): Shape[] {
  return kindOrder.flatMap((kind): Shape[] => {
    const mine = marks.filter(({ statement }) => statement.kind === kind);
    const d = mine.map(({ x, y }) => markPath(kind, x, y, radius)).join("");
    return d ? [{ is: "path", d, fill: kindInks[kind], stroke: "surface", width: 1 }] : [];
  });
}

function tickCount({ labels, plotRight }: TimelineFrame): number {
  return Math.max(2, Math.floor((plotRight - labels) / 90));
}

/** Days named on the axis: never between two days, and not so near an edge that a name would be cut off. */
function ticksOf(frame: TimelineFrame, view: TimeView): Date[] {
  const toX = timeScale(frame, view);
  return toX
    .ticks(tickCount(frame))
    .filter((tick) => tick.getTime() % 86_400_000 === 0)
    .filter((tick) => toX(tick) > frame.labels + 20 && toX(tick) < frame.plotRight - 20);
}
