"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { arrowPath, type Curve, curvePath, curvesOf, heightAt, type PlacedLink } from "@/lib/desk/curves";
import type { LinkBetween } from "@/lib/desk/linksBetween";
import type { PaneDesk, Side } from "../../articles/[articleId]/_desk/paneContext";
import { linkInWords, lookOf, looks } from "./linkLook";

type Given = {
  links: readonly LinkBetween[];
  desks: RefObject<Record<Side, PaneDesk | null>>;
  scrollers: Record<Side, RefObject<HTMLDivElement | null>>;
  gutter: RefObject<HTMLDivElement | null>;
  layout: number;
  selectedId: string | null;
  pointedId: string | null;
};

/**
 * Draws the curves into the gutter's paths, once a frame at most: passages are measured once for each layout, and
 * scrolling only shifts what was measured. Answers the curves as drawn last.
 */
export function useCurves(given: Given): RefObject<readonly Curve[]> {
  const latest = useRef(given);
  const placed = useRef<readonly PlacedLink[]>([]);
  const drawn = useRef<readonly Curve[]>([]);
  const frame = useRef(0);
  const { links, layout, selectedId, pointedId, scrollers } = given;

  useLayoutEffect(() => {
    latest.current = given;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is a reason to measure again
  useLayoutEffect(() => {
    placed.current = measured(latest.current);
    drawn.current = draw(latest.current, placed.current);
  }, [links, layout]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is shown
  useLayoutEffect(() => {
    drawn.current = draw(latest.current, placed.current);
  }, [selectedId, pointedId]);

  const { left, right } = scrollers;
  useEffect(() => {
    const redraw = () => {
      frame.current = 0;
      drawn.current = draw(latest.current, placed.current);
    };
    const remeasure = () => {
      placed.current = measured(latest.current);
      redraw();
    };
    const schedule = (event: Event) => {
      if (event.target !== left.current && event.target !== right.current) return;
      frame.current ||= requestAnimationFrame(redraw);
    };
    const resized = new ResizeObserver(remeasure);
    const { gutter } = latest.current;
    if (gutter.current) resized.observe(gutter.current);
    // Captured: what scrolls tells only itself, and is another element once an article is exchanged.
    window.addEventListener("scroll", schedule, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(frame.current);
      frame.current = 0;
      resized.disconnect();
      window.removeEventListener("scroll", schedule, { capture: true });
    };
  }, [left, right]);
  return drawn;
}

/** Where the ends are: pixels from the gutter's top when both sides are scrolled to theirs. */
function measured({ links, desks, scrollers, gutter }: Given): PlacedLink[] {
  const top = gutter.current?.getBoundingClientRect().top;
  const middles = (side: Side) => {
    const scroller = scrollers[side].current;
    const surface = desks.current[side]?.surface.current;
    const article = scroller?.querySelector(".stet-article")?.getBoundingClientRect().top;
    if (!scroller || !surface || article === undefined || top === undefined) return null;
    const shift = article + scroller.scrollTop - top;
    const known = new Map<string, number | null>();
    return (one: LinkBetween) => {
      const { id } = one[side];
      const before = known.get(id);
      if (before !== undefined) return before;
      const box = surface.rectOf(one[side]);
      const middle = box ? shift + box.top + box.height / 2 : null;
      known.set(id, middle);
      return middle;
    };
  };
  const [leftOf, rightOf] = [middles("left"), middles("right")];
  if (!leftOf || !rightOf) return [];
  return links.flatMap((one) => {
    const [left, right] = [leftOf(one), rightOf(one)];
    if (left === null || right === null) return [];
    return [{ id: one.link.id, style: lookOf(one.link).name, left, right }];
  });
}

function draw(
  { links, scrollers, gutter, selectedId, pointedId }: Given,
  placed: readonly PlacedLink[],
): readonly Curve[] {
  const box = gutter.current;
  if (!box) return [];
  const { clientWidth: width, clientHeight: height } = box;
  const curves = curvesOf(placed, {
    leftScroll: scrollers.left.current?.scrollTop ?? 0,
    rightScroll: scrollers.right.current?.scrollTop ?? 0,
    height,
  });
  const shownId = pointedId ?? selectedId;
  const set = (selector: string, d: string) => {
    const path = box.querySelector(selector);
    if (path && path.getAttribute("d") !== d) path.setAttribute("d", d);
  };
  for (const { name } of looks) {
    const own = curves.filter((curve) => curve.style === name && curve.id !== shownId);
    set(`[data-look="${name}"]`, own.map((curve) => curvePath(curve, width)).join(""));
    set(`[data-arrows="${name}"]`, own.map((curve) => arrowPath(curve, width)).join(""));
  }
  const shown = curves.find((curve) => curve.id === shownId);
  set("[data-shown]", shown ? curvePath(shown, width) : "");
  set("[data-shown-arrows]", shown ? arrowPath(shown, width) : "");
  label(
    box,
    shown,
    links.find(({ link }) => link.id === shownId),
  );
  return curves;
}

function label(box: HTMLElement, shown: Curve | undefined, one: LinkBetween | undefined): void {
  const element = box.querySelector<HTMLElement>("[data-label]");
  if (!element) return;
  element.hidden = !shown || !one;
  if (!shown || !one) return;
  const words = linkInWords(one.link);
  if (element.textContent !== words) element.textContent = words;
  const middle = heightAt(shown, box.clientWidth, box.clientWidth / 2);
  element.style.transform = `translateY(calc(${Math.round(middle)}px - 50%))`;
}
