import type { OffsetRange } from "@/lib/editor/intervalIndex";
import { mouseDrag } from "@/lib/editor/mouseDrag";
import { holdsSelection, SELECTION_DROPPED, selectedOffsets, selectOffsets } from "@/lib/editor/selection";
import type { SurfaceText } from "@/lib/editor/surfaceText";

/** What a page hears of selections. Offsets are UTF-16 in the canonical text. */
export type SelectionEvents = {
  /** A selection was made or changed (null: taken back), by mouse, touch or keyboard. */
  onSelect?: (range: OffsetRange | null) => void;
  /** What a selection stands for, if not exactly what was selected: must hold it, and leave its own answer as it is. */
  snap?: (range: OffsetRange) => OffsetRange | null;
};

/** A surface to watch; `events` is asked at each event, so that the latest callbacks count. */
export type Watched = { surface: SurfaceText; text: string; events: () => SelectionEvents };

/** Watches the browser's selection, until stopped. */
export type SelectionWatch = {
  /** What was selected counts no more: something else was taken, so its going is no news. */
  forget(): void;
  stop(): void;
};

/**
 * Reports finished selections by mouse, touch and keyboard, snapped as the page wishes.
 *
 * After a mouse the browser's selection is set to what was reported, so that the eye sees one range. A selection by
 * keyboard or touch goes on growing from where it is, and is left alone. With Alt held nothing snaps, nor after a
 * double or triple click: that has said already how much is meant.
 */
export function watchSelection({ surface, text, events }: Watched): SelectionWatch {
  const page = surface.root.ownerDocument;
  let isDragging = false;
  let isByMouse = false;
  let isExact = false;
  let frame = 0;
  let selected: OffsetRange | null = null;
  let reported: OffsetRange | null = null;
  const drag = mouseDrag(surface, text);

  const report = () => {
    frame = 0;
    // A selection elsewhere (in a form that was opened for this one, say) says nothing about this surface. None at
    // all does: Chromium leaves none after a click into what was selected.
    const isGone = page.getSelection()?.rangeCount === 0;
    if (isDragging || !(isGone || holdsSelection(surface))) return;
    const now = selectedOffsets(surface, text);
    if (isSameRange(now, selected)) return;
    selected = now;
    const { snap, onSelect } = events();
    const range = now && snap && !isExact ? snap(now) : now;
    if (isByMouse && range && !isSameRange(range, now)) {
      selected = range;
      selectOffsets(surface, range);
    }
    if (isSameRange(range, reported)) return;
    reported = range;
    onSelect?.(range);
  };
  const schedule = () => {
    frame ||= requestAnimationFrame(report);
  };
  const forget = () => {
    selected = null;
    reported = null;
  };
  // With a mouse the end of the drag counts. Touch moves its handles without pointer events: each change counts.
  const down = (event: PointerEvent) => {
    isByMouse = event.pointerType === "mouse";
    isDragging = isByMouse && event.button === 0;
    isExact = false;
    if (isDragging) drag.begin(event);
  };
  const clicks = (event: MouseEvent) => {
    isExact = event.detail > 1;
    if (isExact) drag.leave();
  };
  const move = (event: PointerEvent) => {
    if (isDragging) drag.move(event);
  };
  const up = (event: PointerEvent) => {
    if (isDragging) drag.end(event);
    isDragging = false;
    if (event.altKey) isExact = true;
    schedule();
  };
  const cancel = () => {
    drag.leave();
    isDragging = false;
    schedule();
  };
  const key = (event: KeyboardEvent) => {
    isByMouse = false;
    isExact = event.altKey;
  };
  const listen = page.addEventListener.bind(page);
  listen("selectionchange", schedule);
  listen(SELECTION_DROPPED, forget);
  listen("pointerdown", down);
  listen("mousedown", clicks);
  listen("pointerup", up);
  listen("pointermove", move);
  listen("pointercancel", cancel);
  listen("keydown", key, true);
  return {
    forget,
    stop() {
      cancelAnimationFrame(frame);
      drag.leave();
      const unlisten = page.removeEventListener.bind(page);
      unlisten("selectionchange", schedule);
      unlisten(SELECTION_DROPPED, forget);
      unlisten("pointerdown", down);
      unlisten("mousedown", clicks);
      unlisten("pointerup", up);
      unlisten("pointermove", move);
      unlisten("pointercancel", cancel);
      unlisten("keydown", key, true);
    },
  };
}

function isSameRange(a: OffsetRange | null, b: OffsetRange | null): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}
