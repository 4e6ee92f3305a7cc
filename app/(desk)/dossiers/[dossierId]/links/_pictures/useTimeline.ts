"use client";

import { useMemo, useState } from "react";
import type { Picture } from "@/lib/links/pictureSchema";
import { drawnArcs } from "@/lib/links/pictures/crowd";
import { type LanesBy, layLanes, UNDATED_WIDTH } from "@/lib/links/pictures/lanes";
import { placeTimeline, type TimelineFrame } from "@/lib/links/pictures/timelineMarks";
import { clampedView, pannedView, type TimeView, zoomedView } from "@/lib/links/pictures/timeView";

const GAP = 12;
/** Until the width is known, on the server above all, nothing is worth placing. */
const nothing: Picture = { articles: [], statements: [], links: [], total: 0 };

/** Lanes, marks and arcs of a picture at a width, and the part of time that is shown. */
export function useTimeline(whole: Picture, by: LanesBy, width: number) {
  const picture = width > 0 ? whole : nothing;
  const [wanted, setWanted] = useState<TimeView | null>(null);
  const hasUndated = picture.statements.some(({ day }) => day === null);
  const frame = useMemo((): TimelineFrame => {
    const undatedLeft = hasUndated ? width - UNDATED_WIDTH : width;
    return { width, labels: width < 640 ? 104 : 190, plotRight: undatedLeft - GAP, undatedLeft };
  }, [width, hasUndated]);
  const lanes = useMemo(
    () => layLanes(picture, by, frame.plotRight - frame.labels),
    [picture, by, frame.plotRight, frame.labels],
  );
  const { span } = lanes;
  const view = useMemo(() => span && (wanted ? clampedView(wanted, span) : span), [span, wanted]);
  const { marks, arcs } = useMemo(
    () => placeTimeline(lanes, picture.links, frame, view),
    [lanes, picture.links, frame, view],
  );
  const drawn = useMemo(() => drawnArcs(arcs), [arcs]);
  const plot = Math.max(1, frame.plotRight - frame.labels);
  const change = (next: (view: TimeView, span: TimeView) => TimeView) => {
    if (span) setWanted((now) => next(now ? clampedView(now, span) : span, span));
  };
  return {
    ...{ frame, lanes, view, marks, arcs, drawn },
    /** `x`: the pixel whose day stays where it is; the middle unless given. */
    zoom(by: number, x = frame.labels + plot / 2) {
      change((now, span) => {
        const share = Math.max(0, Math.min(1, (x - frame.labels) / plot));
        return zoomedView(now, by, now[0] + share * (now[1] - now[0]), span);
      });
    },
    pan: (dx: number) => change((now, whole) => pannedView(now, -dx / plot, whole)),
    /** Brings a day into what is shown. */
    show(time: number) {
      change((now, whole) => {
        if (time >= now[0] && time <= now[1]) return now;
        const half = (now[1] - now[0]) / 2;
        return clampedView([time - half, time + half], whole);
      });
    },
    showAll: () => setWanted(null),
  };
}
