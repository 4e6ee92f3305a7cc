"use client";

import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { type EdgeScroll, edgeScroll } from "@/lib/editor/edgeScroll";
import { announce } from "./Announcer";
import { endUnder, type LinkTarget } from "./linkTargets";

/** A press that moved less than this was no drag. */
const DRAG_PX = 6;
type Point = { x: number; y: number };
/** A line being drawn, viewport pixels; `isOnEnd`: letting go now would link. */
export type LinkLine = { from: Point; to: Point; isOnEnd: boolean };
type Drag = { at: Point; begun: Point; hasMoved: boolean; scroll: EdgeScroll; lit: LinkTarget | null };

/**
 * Drags a link out of an annotation's handle: to a highlight, the range in hand, a sentence or a card, of any desk on
 * the page. Held near the top or bottom of a text it scrolls that text. Escape gives up.
 */
export function useLinkDrag(annotation: Annotation, onPress: () => void) {
  const drag = useRef<Drag | null>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const wasDragged = useRef(false);
  const [line, setLine] = useState<LinkLine | null>(null);

  const follow = useEffectEvent(() => {
    const now = drag.current;
    const box = handle.current?.getBoundingClientRect();
    if (!now || !box) return;
    const found = endUnder(now.at.x, now.at.y);
    const end = found && found.end.id !== annotation.id ? found : null;
    if (now.lit !== end?.target) now.lit?.show(null);
    now.lit = end?.target ?? null;
    end?.target.show(end.end);
    const from = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    setLine({ from, to: now.at, isOnEnd: end !== null });
  });
  const stop = useEffectEvent(() => {
    drag.current?.scroll.stop();
    drag.current?.lit?.show(null);
    drag.current = null;
    setLine(null);
  });
  useEffect(() => {
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !drag.current) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    window.addEventListener("keydown", giveUp, true);
    return () => {
      window.removeEventListener("keydown", giveUp, true);
      stop();
    };
  }, []);

  const drop = ({ at }: Drag) => {
    const found = endUnder(at.x, at.y);
    if (found) found.target.relate(annotation, found.end);
    else announce("No link: let go over a highlight, a sentence or a card.");
  };
  const handlers = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      const at = { x: event.clientX, y: event.clientY };
      wasDragged.current = false;
      drag.current = { at, begun: at, hasMoved: false, scroll: edgeScroll(() => follow()), lit: null };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const now = drag.current;
      if (!now) return;
      now.at = { x: event.clientX, y: event.clientY };
      now.hasMoved ||= Math.hypot(now.at.x - now.begun.x, now.at.y - now.begun.y) >= DRAG_PX;
      if (!now.hasMoved) return;
      wasDragged.current = true;
      now.scroll.hold(textUnder(now.at, handle.current), now.at.y);
      follow();
    },
    onPointerUp() {
      const now = drag.current;
      stop();
      if (now?.hasMoved) drop(now);
    },
    onPointerCancel: () => stop(),
    onClick() {
      if (!wasDragged.current) onPress();
      wasDragged.current = false;
    },
  };
  return { handle, handlers, line };
}

/** The text that scrolls under a point: that of its pane, or the page's; none over the card the drag came out of. */
function textUnder({ x, y }: Point, handle: Element | null): Element | null {
  const element = document.elementFromPoint(x, y);
  if (!element || element.closest("aside")?.contains(handle)) return null;
  return (element.closest("[data-pane]") ?? document).querySelector(".stet-article");
}
