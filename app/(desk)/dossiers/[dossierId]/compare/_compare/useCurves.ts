"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { Curve, PlacedLink } from "@/lib/desk/curves";
import type { LinkBetween } from "@/lib/desk/linksBetween";
import type { PaneDesk, Side } from "../../articles/[articleId]/_desk/paneContext";
import { drawCurves } from "./drawCurves";
import { measureLinks } from "./measureLinks";

type Given = {
  links: readonly LinkBetween[];
  desks: RefObject<Record<Side, PaneDesk | null>>;
  scrollers: Record<Side, RefObject<HTMLDivElement | null>>;
  gutter: RefObject<HTMLDivElement | null>;
  layout: number;
  selectedId: string | null;
  pointedId: string | null;
};

/** Passages are measured to the line this many screens around; beyond half of that way they are measured again. */
const MEASURED_SCREENS = 1;

/**
 * Draws the curves into the gutter's paths, once a frame at most: passages are measured once for each layout and
 * screen, and scrolling only shifts what was measured. Answers the curves as drawn last.
 */
export function useCurves(given: Given): RefObject<readonly Curve[]> {
  const latest = useRef(given);
  const placed = useRef<readonly PlacedLink[]>([]);
  const drawn = useRef<readonly Curve[]>([]);
  const { links, layout, selectedId, pointedId, scrollers } = given;

  useLayoutEffect(() => {
    latest.current = given;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is a reason to measure again
  useLayoutEffect(() => {
    placed.current = measureLinks(latest.current);
    drawn.current = drawCurves(latest.current, placed.current);
  }, [links, layout]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is shown
  useLayoutEffect(() => {
    drawn.current = drawCurves(latest.current, placed.current);
  }, [selectedId, pointedId]);

  const { left, right } = scrollers;
  useEffect(() => {
    let frame = 0;
    const measuredAt = { left: left.current?.scrollTop ?? 0, right: right.current?.scrollTop ?? 0 };
    const remeasure = () => {
      placed.current = measureLinks(latest.current);
      measuredAt.left = left.current?.scrollTop ?? 0;
      measuredAt.right = right.current?.scrollTop ?? 0;
      drawn.current = drawCurves(latest.current, placed.current);
    };
    const redraw = () => {
      frame = 0;
      const far = (left.current?.clientHeight ?? 0) * MEASURED_SCREENS;
      const hasGone = (side: Side) =>
        Math.abs((scrollers[side].current?.scrollTop ?? 0) - measuredAt[side]) > far;
      if (hasGone("left") || hasGone("right")) remeasure();
      else drawn.current = drawCurves(latest.current, placed.current);
    };
    const schedule = (event: Event) => {
      if (event.target !== left.current && event.target !== right.current) return;
      frame ||= requestAnimationFrame(redraw);
    };
    const resized = new ResizeObserver(remeasure);
    const { gutter } = latest.current;
    if (gutter.current) resized.observe(gutter.current);
    // Captured: what scrolls tells only itself, and is another element once an article is exchanged.
    window.addEventListener("scroll", schedule, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      window.removeEventListener("scroll", schedule, { capture: true });
    };
  }, [left, right, scrollers]);
  return drawn;
}
