"use client";

import { Link2 } from "lucide-react";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Annotation } from "@/lib/annotations/schema";
import { announce } from "./Announcer";
import { useDesk } from "./deskContext";
import { endUnder, type LinkTarget } from "./linkTargets";

/** A press that moved less than this was no drag. */
const DRAG_PX = 6;
type Drag = { x: number; y: number; toX: number; toY: number; isOnEnd: boolean };

/** Dragged to a highlight, a selection or a card, it links; pressed, it begins a link as its key does. */
export function LinkHandle({ annotation }: { annotation: Annotation }) {
  const { actions } = useDesk();
  const [drag, setDrag] = useState<Drag | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const lit = useRef<LinkTarget | null>(null);
  const wasDragged = useRef(false);
  const stop = () => {
    from.current = null;
    lit.current?.show(null);
    lit.current = null;
    setDrag(null);
  };
  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      from.current = null;
      lit.current?.show(null);
      lit.current = null;
      setDrag(null);
    };
    window.addEventListener("keydown", giveUp, true);
    return () => window.removeEventListener("keydown", giveUp, true);
  }, [isDragging]);

  const under = (event: PointerEvent) => {
    const found = endUnder(event.clientX, event.clientY);
    return found && found.end.id !== annotation.id ? found : null;
  };
  return (
    <>
      <button
        type="button"
        aria-label="Link to another passage"
        title="Drag to another passage, or press, to link"
        className="inline-grid size-7 cursor-grab touch-none place-items-center rounded text-soft hover:bg-sunken hover:text-ink"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          wasDragged.current = false;
          from.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const start = from.current;
          if (!start) return;
          const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y);
          if (!wasDragged.current && moved < DRAG_PX) return;
          wasDragged.current = true;
          const found = under(event);
          if (lit.current !== found?.target) lit.current?.show(null);
          lit.current = found?.target ?? null;
          found?.target.show(found.end);
          setDrag({ ...start, toX: event.clientX, toY: event.clientY, isOnEnd: found !== null });
        }}
        onPointerUp={(event) => {
          const found = from.current && wasDragged.current ? under(event) : null;
          const isMissed = from.current && wasDragged.current && !found;
          stop();
          if (found) found.target.relate(annotation, found.end);
          else if (isMissed) announce("No link: let go over a highlight, a selection or a card.");
        }}
        onPointerCancel={stop}
        onClick={() => {
          if (!wasDragged.current) actions.linkFrom(annotation);
          wasDragged.current = false;
        }}
      >
        <Link2 aria-hidden size={15} />
      </button>
      {drag &&
        createPortal(
          <svg aria-hidden className="pointer-events-none fixed inset-0 z-50 size-full">
            <line
              x1={drag.x}
              y1={drag.y}
              x2={drag.toX}
              y2={drag.toY}
              className="stroke-accent"
              strokeWidth={drag.isOnEnd ? 3 : 2}
              strokeDasharray={drag.isOnEnd ? undefined : "5 4"}
            />
            <circle cx={drag.toX} cy={drag.toY} r={drag.isOnEnd ? 6 : 4} className="fill-accent" />
          </svg>,
          document.body,
        )}
    </>
  );
}
