"use client";

import { type RefObject, useEffect, useMemo, useState } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import type { ArticleSurfaceHandle } from "@/lib/editor/surfaceHandle";

/** A card near the screen and where its passage is, in pixels from the margin's top. */
export type NearCard = { annotation: Annotation; passageTop: number };

type Given = {
  annotations: readonly Annotation[];
  selectedId: string | null;
  surface: RefObject<ArticleSurfaceHandle | null>;
  margin: RefObject<HTMLElement | null>;
  layout: number;
};

/** More passages than this do not stand in three screens of text; beyond it the counts would only be higher. */
const MOST_PASSAGES = 1_000;
/** Cards live this far beyond the viewport, in screens. */
const AROUND = 1;

/**
 * The cards to lay out: of the passages near the viewport, and the selected one wherever it is, so that what is being
 * typed in it is not lost by scrolling. Finds them by halving, and the surface remembers where lines lie in their
 * blocks, so the cost is that of the screen.
 */
export function useCardWindow({
  annotations,
  selectedId,
  surface,
  margin,
  layout,
}: Given): readonly NearCard[] {
  const view = useScrolledStretch(margin);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout means new heights
  return useMemo(() => {
    const handle = surface.current;
    const own = margin.current?.getBoundingClientRect().top;
    const article = margin.current?.parentElement
      ?.querySelector(".stet-article")
      ?.getBoundingClientRect().top;
    if (!handle || own === undefined || article === undefined) return [];
    const shift = article - own;
    const topOf = ({ start }: Annotation) => (handle.topOf(start) ?? 0) + shift;
    const near: NearCard[] = [];
    for (let i = firstBelow(annotations, view.from, topOf); near.length < MOST_PASSAGES; i++) {
      const annotation = annotations[i];
      if (!annotation) break;
      const passageTop = topOf(annotation);
      if (passageTop > view.to) break;
      near.push({ annotation, passageTop });
    }
    if (selectedId === null || near.some((one) => one.annotation.id === selectedId)) return near;
    const selected = annotations.find((one) => one.id === selectedId);
    if (!selected) return near;
    const at = near.findIndex((one) => one.annotation.start > selected.start);
    return near.toSpliced(at < 0 ? near.length : at, 0, {
      annotation: selected,
      passageTop: topOf(selected),
    });
  }, [annotations, selectedId, view, layout, surface, margin]);
}

/** The stretch around the viewport, in pixels from the margin's top; in steps, so that most scrolling changes nothing. */
function useScrolledStretch(margin: RefObject<HTMLElement | null>): { from: number; to: number } {
  const [view, setView] = useState({ from: 0, to: 0 });
  useEffect(() => {
    let frame = 0;
    const read = () => {
      frame = 0;
      const height = document.documentElement.clientHeight;
      const step = height / 4;
      const scrolled = Math.round(-(margin.current?.getBoundingClientRect().top ?? 0) / step) * step;
      const next = { from: scrolled - AROUND * height, to: scrolled + (1 + AROUND) * height };
      setView((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(read);
    };
    read();
    // Captured: a pane that scrolls tells only itself.
    window.addEventListener("scroll", schedule, { passive: true, capture: true });
    window.addEventListener("resize", schedule);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", schedule, { capture: true });
      window.removeEventListener("resize", schedule);
    };
  }, [margin]);
  return view;
}

function firstBelow(
  annotations: readonly Annotation[],
  from: number,
  topOf: (annotation: Annotation) => number,
): number {
  let low = 0;
  let high = annotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const annotation = annotations[middle];
    if (annotation && topOf(annotation) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
