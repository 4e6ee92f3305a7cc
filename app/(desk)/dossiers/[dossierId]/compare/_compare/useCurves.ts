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

/** Passages are measured to the line two screens around; beyond one they are measured again. */
const MEASURED_SCREENS = 1;

/**
 * Draws the curves into the gutter's paths, once a frame at most and whatever the reason: passages are measured once
 * for each layout and screen, and scrolling only shifts what was measured. Answers the curves as drawn last.
 */
export function useCurves(given: Given): RefObject<readonly Curve[]> {
  const latest = useRef(given);
  const drawn = useRef<readonly Curve[]>([]);
  const ask = useRef<(measure: boolean) => void>(() => {});
  const { links, layout, selectedId, pointedId, scrollers } = given;

  useLayoutEffect(() => {
    latest.current = given;
  });
  useEffect(() => {
    const { left, right } = scrollers;
    const tops = () => [left.current?.scrollTop ?? 0, right.current?.scrollTop ?? 0] as const;
    let placed: readonly PlacedLink[] = [];
    let measuredAt = tops();
    let isStale = false;
    let frame = 0;
    const draw = () => {
      frame = 0;
      const [now, far] = [tops(), (left.current?.clientHeight ?? 0) * MEASURED_SCREENS];
      if (isStale || now.some((top, i) => Math.abs(top - (measuredAt[i] ?? 0)) > far)) {
        placed = measureLinks(latest.current);
        measuredAt = now;
        isStale = false;
      }
      drawn.current = drawCurves(latest.current, placed);
    };
    // In the frame and not where it was asked for: several changes are one layout, not one each.
    ask.current = (measure) => {
      isStale ||= measure;
      frame ||= requestAnimationFrame(draw);
    };
    const scrolled = ({ target }: Event) => {
      if (target === left.current || target === right.current) ask.current(false);
    };
    const resized = new ResizeObserver(() => ask.current(true));
    const { gutter } = latest.current;
    if (gutter.current) resized.observe(gutter.current);
    // Captured: what scrolls tells only itself, and is another element once an article is exchanged.
    window.addEventListener("scroll", scrolled, { passive: true, capture: true });
    return () => {
      ask.current = () => {};
      cancelAnimationFrame(frame);
      resized.disconnect();
      window.removeEventListener("scroll", scrolled, { capture: true });
    };
  }, [scrollers]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is a reason to measure again
  useEffect(() => ask.current(true), [links, layout]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is shown
  useEffect(() => ask.current(false), [selectedId, pointedId]);
  return drawn;
}
