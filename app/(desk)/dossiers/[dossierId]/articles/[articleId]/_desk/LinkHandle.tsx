"use client";

import { Link2 } from "lucide-react";
import { createPortal } from "react-dom";
import type { Annotation } from "@/lib/annotations/schema";
import { useDesk } from "./deskContext";
import { useLinkDrag } from "./useLinkDrag";

/** Dragged to another passage, it links; pressed, it begins a link as its key does. */
export function LinkHandle({ annotation }: { annotation: Annotation }) {
  const { actions } = useDesk();
  const { handle, handlers, line } = useLinkDrag(annotation, () => actions.linkFrom(annotation));
  return (
    <>
      <button
        ref={handle}
        type="button"
        aria-label="Link to another passage"
        title="Drag to another passage, or press, to link"
        className="inline-grid size-7 cursor-grab touch-none place-items-center rounded text-soft hover:bg-sunken hover:text-ink"
        {...handlers}
      >
        <Link2 aria-hidden size={15} />
      </button>
      {line &&
        createPortal(
          <svg aria-hidden className="pointer-events-none fixed inset-0 z-50 size-full">
            <line
              x1={line.from.x}
              y1={line.from.y}
              x2={line.to.x}
              y2={line.to.y}
              className="stroke-accent"
              strokeWidth={line.isOnEnd ? 3 : 2}
              strokeDasharray={line.isOnEnd ? undefined : "5 4"}
            />
            <circle cx={line.to.x} cy={line.to.y} r={line.isOnEnd ? 6 : 4} className="fill-accent" />
          </svg>,
          document.body,
        )}
    </>
  );
}
