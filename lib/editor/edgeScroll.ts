/** How near to the top or bottom of the viewport scrolling begins, in CSS pixels. */
const ZONE = 56;
/** CSS pixels a frame, at the very edge. */
const FASTEST = 18;

/** Scrolls the page while something is held near the top or bottom of the viewport. */
export type EdgeScroll = { hold(y: number): void; stop(): void };

/** @param scrolled called after each step: what is under the pointer has changed */
export function edgeScroll(page: Document, scrolled: () => void): EdgeScroll {
  let frame = 0;
  let speed = 0;
  const step = () => {
    frame = 0;
    if (speed === 0) return;
    page.defaultView?.scrollBy({ top: speed, behavior: "instant" });
    scrolled();
    frame = requestAnimationFrame(step);
  };
  return {
    hold(y) {
      const height = page.documentElement.clientHeight;
      const depth = y < ZONE ? y - ZONE : Math.max(0, y - (height - ZONE));
      speed = (Math.max(-ZONE, Math.min(ZONE, depth)) / ZONE) * FASTEST;
      if (speed !== 0) frame ||= requestAnimationFrame(step);
    },
    stop() {
      speed = 0;
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
