import { scrollParent, viewOf } from "@/lib/editor/scrollParent";

/** How near to the top or bottom of what scrolls it begins, in CSS pixels. */
const ZONE = 56;
/** CSS pixels a frame, at the very edge. */
const FASTEST = 18;

/** Scrolls while something is held near the top or bottom of the page, or of the pane it is held over. */
export type EdgeScroll = {
  /** @param over an element that moves with what scrolls; null holds over nothing */
  hold(over: Element | null, y: number): void;
  stop(): void;
};

/** @param scrolled called after each step: what is under the pointer has changed */
export function edgeScroll(scrolled: () => void): EdgeScroll {
  let frame = 0;
  let speed = 0;
  let pane: Element | null = null;
  const step = () => {
    frame = 0;
    if (speed === 0) return;
    pane?.scrollBy({ top: speed, behavior: "instant" });
    scrolled();
    frame = requestAnimationFrame(step);
  };
  return {
    hold(over, y) {
      pane = over && scrollParent(over);
      const view = pane && viewOf(pane);
      if (view) {
        const [above, below] = [y - view.top, y - view.bottom];
        const depth = above < ZONE ? above - ZONE : Math.max(0, below + ZONE);
        speed = (Math.max(-ZONE, Math.min(ZONE, depth)) / ZONE) * FASTEST;
      } else speed = 0;
      if (speed !== 0) frame ||= requestAnimationFrame(step);
    },
    stop() {
      speed = 0;
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
