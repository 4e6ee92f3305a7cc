"use client";

import { type RefObject, useEffect } from "react";
import type { ArticleSurfaceHandle } from "@/lib/editor/surfaceHandle";

/** Keeps a box in a map where the viewport is in the text. Moves the element itself: scrolling renders nothing. */
export function useVisibleStretch(
  surface: RefObject<ArticleSurfaceHandle | null>,
  length: number,
  box: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    let frame = 0;
    const place = () => {
      frame = 0;
      const visible = surface.current?.visible();
      if (!box.current) return;
      box.current.hidden = !visible;
      if (!visible) return;
      const { style } = box.current;
      style.insetBlockStart = `${(100 * visible.start) / Math.max(1, length)}%`;
      style.insetBlockEnd = `${100 - (100 * visible.end) / Math.max(1, length)}%`;
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(place);
    };
    schedule();
    // The text is laid out a moment after this is; its first scroll, resize or font says so.
    const laidOut = new ResizeObserver(schedule);
    laidOut.observe(document.body);
    // Captured: a pane that scrolls tells only itself.
    window.addEventListener("scroll", schedule, { passive: true, capture: true });
    window.addEventListener("resize", schedule);
    return () => {
      cancelAnimationFrame(frame);
      laidOut.disconnect();
      window.removeEventListener("scroll", schedule, { capture: true });
      window.removeEventListener("resize", schedule);
    };
  }, [surface, length, box]);
}
