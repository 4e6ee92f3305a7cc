import { gapAt, seenGapAt } from "@/lib/editor/pointer";
import { selectBetween, selectionEnds } from "@/lib/editor/selection";
import type { SurfaceText } from "@/lib/editor/surfaceText";

/** A selection being dragged with the mouse, kept to what the eye sees. */
export type MouseDrag = {
  /** The button went down at a place where a drag may begin. */
  begin(event: PointerEvent): void;
  /** The browser goes its own way: by whole words or paragraphs, or from where a selection began before. */
  leave(): void;
  move(event: PointerEvent): void;
  /** Ends the drag with the selection as it is seen. */
  end(event: PointerEvent): void;
};

/**
 * Takes both ends of a drag from the characters under the mouse: all that lies between them in the order of the text.
 *
 * Chromium moves an end that lies where the direction turns, so that "Barack Obama \u0625" came out as its last letter
 * alone. Where the mouse is on no character (a margin, between paragraphs) the browser's own end stands.
 */
export function mouseDrag(surface: SurfaceText, text: string): MouseDrag {
  let pressed: number | null = null;
  let at: { x: number; y: number } | null = null;
  /** Begun on a link, where Chromium lets nobody begin to select. */
  let isOurs = false;
  let frame = 0;

  const focusNow = (from: number, { x, y }: { x: number; y: number }): number | null => {
    const seen = seenGapAt(surface, text, x, y);
    if (seen !== null || !isOurs) return seen ?? selectionEnds(surface)?.focus ?? null;
    const gap = gapAt(surface, x, y, "start");
    return gap !== null && gap > from ? gapAt(surface, x, y, "end") : gap;
  };
  const correct = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (pressed === null || !at) return;
    const shown = selectionEnds(surface);
    const focus = shown || isOurs ? focusNow(pressed, at) : null;
    if (focus === null || (focus === pressed && !shown)) return;
    if (pressed !== shown?.anchor || focus !== shown.focus)
      selectBetween(surface, { anchor: pressed, focus });
  };
  const leave = () => {
    pressed = null;
    at = null;
    cancelAnimationFrame(frame);
    frame = 0;
  };
  return {
    begin(event) {
      leave();
      const { target } = event;
      if (event.shiftKey || !(target instanceof Element) || !surface.root.contains(target)) return;
      const place = seenGapAt(surface, text, event.clientX, event.clientY);
      // A press on what is selected begins to drag those words away.
      const { anchor = 0, focus = 0 } = selectionEnds(surface) ?? {};
      if (place === null || (Math.min(anchor, focus) < place && place < Math.max(anchor, focus))) return;
      pressed = place;
      isOurs = target.closest("a[href]") !== null;
      // Anywhere else a press lets go of what was selected, too.
      if (isOurs) surface.root.ownerDocument.getSelection()?.removeAllRanges();
    },
    leave,
    move(event) {
      if (pressed === null) return;
      at = { x: event.clientX, y: event.clientY };
      // The browser moves its end after this event and paints after this frame: its own is never seen.
      frame ||= requestAnimationFrame(correct);
    },
    end(event) {
      if (at) at = { x: event.clientX, y: event.clientY };
      correct();
      leave();
    },
  };
}
