import { type PointerEvent as ReactPointerEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { type EdgeScroll, edgeScroll } from "@/lib/editor/edgeScroll";
import type { OffsetRange } from "@/lib/editor/intervalIndex";
import type { Edge } from "@/lib/editor/rangeEdge";

/** The end that stands, and where the other was dragged to; `isExact`: Alt is held. UTF-16 offsets. */
export type Dragged = { fixed: number; moving: number; isExact: boolean };

type Given = {
  range: OffsetRange;
  /** The place of an end in the viewport, at the middle of its line. */
  placeOf(range: OffsetRange, edge: Edge): { x: number; y: number } | null;
  gapAt(x: number, y: number, edge: Edge): number | null;
  /** The range a drag stands for; null leaves it as it was. */
  rangeFor(dragged: Dragged): OffsetRange | null;
  onPreview(range: OffsetRange | null): void;
  onChange(range: OffsetRange): void;
};

type Drag = {
  edge: Edge;
  fixed: number;
  /** From the pointer to the place of the end when it was seized: the grip hangs below its line. */
  shift: { x: number; y: number };
  at: { x: number; y: number; isExact: boolean };
  scroll: EdgeScroll;
  target: Element;
  pointerId: number;
};

/** Drags one end of a range by a grip: with pointer capture, shown while it moves, given up with Escape. */
export function useGripDrag(given: Given) {
  const drag = useRef<Drag | null>(null);
  const latest = useRef<OffsetRange | null>(null);
  const [shown, setShown] = useState<{ edge: Edge; fixed: number; range: OffsetRange } | null>(null);

  const move = useEffectEvent(() => {
    const now = drag.current;
    if (!now) return;
    const { x, y, isExact } = now.at;
    const moving = given.gapAt(x + now.shift.x, y + now.shift.y, now.edge);
    const range = moving === null ? null : given.rangeFor({ fixed: now.fixed, moving, isExact });
    if (!range || (range.start === latest.current?.start && range.end === latest.current.end)) return;
    latest.current = range;
    given.onPreview(range);
    setShown({ edge: now.edge, fixed: now.fixed, range });
  });

  const finish = useEffectEvent((isKept: boolean) => {
    const now = drag.current;
    if (!now) return;
    drag.current = null;
    now.scroll.stop();
    if (now.target.hasPointerCapture(now.pointerId)) now.target.releasePointerCapture(now.pointerId);
    const range = latest.current;
    const { start, end } = given.range;
    const hasChanged = range && (range.start !== start || range.end !== end);
    given.onPreview(null);
    setShown(null);
    if (isKept && hasChanged) given.onChange(range);
  });

  useEffect(() => {
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !drag.current) return;
      event.preventDefault();
      event.stopPropagation();
      finish(false);
    };
    window.addEventListener("keydown", giveUp, true);
    return () => {
      window.removeEventListener("keydown", giveUp, true);
      finish(false);
    };
  }, []);

  const handlers = (edge: Edge) => ({
    onPointerDown(event: ReactPointerEvent) {
      const place = given.placeOf(given.range, edge);
      if (event.button !== 0 || drag.current || !place) return;
      // No native selection; the focus, which that would have brought, is given by hand.
      event.preventDefault();
      const target = event.currentTarget as HTMLElement;
      target.focus({ preventScroll: true });
      target.setPointerCapture(event.pointerId);
      latest.current = given.range;
      drag.current = {
        ...{ edge, target, pointerId: event.pointerId },
        fixed: edge === "start" ? given.range.end : given.range.start,
        shift: { x: place.x - event.clientX, y: place.y - event.clientY },
        at: { x: event.clientX, y: event.clientY, isExact: event.altKey },
        scroll: edgeScroll(() => move()),
      };
      setShown({ edge, fixed: drag.current.fixed, range: given.range });
    },
    onPointerMove(event: ReactPointerEvent) {
      if (drag.current?.pointerId !== event.pointerId) return;
      drag.current.at = { x: event.clientX, y: event.clientY, isExact: event.altKey };
      drag.current.scroll.hold(drag.current.target, event.clientY);
      move();
    },
    onPointerUp(event: ReactPointerEvent) {
      if (drag.current?.pointerId === event.pointerId) finish(true);
    },
    onPointerCancel: () => finish(false),
    onLostPointerCapture: () => finish(false),
  });
  return { shown, handlers };
}
