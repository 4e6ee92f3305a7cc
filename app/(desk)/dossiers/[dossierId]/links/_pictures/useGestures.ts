"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Point } from "@/lib/links/pictures/scene";

export type Gestures = {
  /** Ctrl and wheel, or a pinch on a touchpad or screen: `by` times as close around a place. */
  onZoom(by: number, at: Point): void;
  onPan(dx: number, dy: number): void;
  /** Null when the pointer leaves. */
  onPoint(at: Point | null): void;
  onPress(at: Point, isTouch: boolean): void;
};

/** Less than this is a press, not a drag. Pixels. */
const STILL = 4;

/** Hears pointing, dragging and zooming on an element. Places are pixels from its corner, at most one of each a frame. */
export function useGestures(ref: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const ended = new AbortController();
    const { signal } = ended;
    let frame = 0;
    let held: { start: Point; last: Point; isDrag: boolean } | null = null;
    const at = ({ clientX, clientY }: MouseEvent): Point => {
      const box = element.getBoundingClientRect();
      return { x: clientX - box.left, y: clientY - box.top };
    };
    const onFrame = (work: () => void) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(work);
    };
    /** Fingers on the screen, by pointer. Two of them zoom. */
    const fingers = new Map<number, Point>();
    const pinch = (event: PointerEvent, place: Point) => {
      const before = [...fingers.values()];
      fingers.set(event.pointerId, place);
      const [from, to] = [apart(before), apart([...fingers.values()])];
      if (from > 0 && to > 0) latest.current.onZoom(to / from, middleOf([...fingers.values()]));
    };
    const move = (event: PointerEvent) => {
      const place = at(event);
      if (fingers.size === 2 && fingers.has(event.pointerId)) return pinch(event, place);
      if (!held) {
        if (event.pointerType === "mouse") onFrame(() => latest.current.onPoint(place));
        return;
      }
      held.isDrag ||= Math.hypot(place.x - held.start.x, place.y - held.start.y) > STILL;
      if (!held.isDrag) return;
      element.setPointerCapture(event.pointerId);
      const { last } = held;
      onFrame(() => {
        if (held) held.last = place;
        latest.current.onPan(place.x - last.x, place.y - last.y);
      });
    };
    const down = (event: PointerEvent) => {
      if (event.pointerType === "touch") fingers.set(event.pointerId, at(event));
      if (fingers.size > 1) held = null;
      else if (event.button === 0) held = { start: at(event), last: at(event), isDrag: false };
    };
    const up = (event: PointerEvent) => {
      fingers.delete(event.pointerId);
      const wasPress = held && !held.isDrag;
      held = null;
      if (wasPress) latest.current.onPress(at(event), event.pointerType !== "mouse");
    };
    const cancel = (event: PointerEvent) => {
      fingers.delete(event.pointerId);
      held = null;
    };
    const leave = () => {
      if (!held?.isDrag) held = null;
      onFrame(() => latest.current.onPoint(null));
    };
    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        latest.current.onZoom(Math.exp(-event.deltaY * 0.006), at(event));
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
        event.preventDefault();
        latest.current.onPan(-(event.deltaX || event.deltaY), 0);
      }
    };
    element.addEventListener("pointermove", move, { signal });
    element.addEventListener("pointerdown", down, { signal });
    element.addEventListener("pointerup", up, { signal });
    element.addEventListener("pointercancel", cancel, { signal });
    element.addEventListener("pointerleave", leave, { signal });
    element.addEventListener("wheel", wheel, { signal, passive: false });
    return () => {
      cancelAnimationFrame(frame);
      ended.abort();
    };
  }, [ref]);
}

function apart([a, b]: readonly Point[]): number {
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
}

function middleOf([a = { x: 0, y: 0 }, b = a]: readonly Point[]): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
