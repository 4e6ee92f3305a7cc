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

/** More cards than this do not fit beside two screens of text. */
const MOST_CARDS = 80;
/** Cards live this far beyond the viewport, in screens. */
const AROUND = 0.75;

/**
 * The cards to show: of the passages near the viewport, and the selected one wherever it is, so that what is being
 * typed in it is not lost by scrolling. Finds them by halving, so the cost is that of the screen.
 */
export function useCardWindow({
  annotations,
  selectedId,
  surface,
  margin,
  layout,
}: Given): readonly NearCard[] {
  const [view, setView] = useState({ from: 0, to: 0 });

  useEffect(() => {
    let frame = 0;
    const read = () => {
      frame = 0;
      const height = document.documentElement.clientHeight;
      // In steps, so that most scroll events change nothing.
      const step = height / 4;
      const scrolled = Math.round(-(margin.current?.getBoundingClientRect().top ?? 0) / step) * step;
      const next = { from: scrolled - AROUND * height, to: scrolled + (1 + AROUND) * height };
      setView((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(read);
    };
    read();
    window.addEventListener("scroll", schedule, { passive: true });
    window.addEventListener("resize", schedule);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", schedule);
      window.removeEventListener("resize", schedule);
    };
  }, [margin]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is a reason to measure again
  return useMemo(() => {
    const handle = surface.current;
    const own = margin.current?.getBoundingClientRect().top;
    const article = margin.current?.parentElement
      ?.querySelector(".stet-article")
      ?.getBoundingClientRect().top;
    if (!handle || own === undefined || article === undefined) return [];
    const shift = article - own;
    const topOf = (annotation: Annotation) => (handle.topOf(annotation.start) ?? 0) + shift;
    const near: NearCard[] = [];
    for (let i = firstBelow(annotations, view.from, topOf); near.length < MOST_CARDS; i++) {
      const annotation = annotations[i];
      if (!annotation) break;
      const passageTop = topOf(annotation);
      if (passageTop > view.to) break;
      near.push({ annotation, passageTop });
    }
    const selected = annotations.find((one) => one.id === selectedId);
    if (selected && !near.some((one) => one.annotation === selected)) {
      near.push({ annotation: selected, passageTop: topOf(selected) });
      near.sort((a, b) => a.annotation.start - b.annotation.start);
    }
    return near;
  }, [annotations, selectedId, view, layout, surface, margin]);
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
