"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { AnnotationCard } from "./AnnotationCard";
import { useDesk } from "./deskContext";
import { usePane } from "./paneContext";

/** How much of the screen the card takes: its quote only, half, or nearly all. */
const sizes = ["small", "half", "tall"] as const;
type Size = (typeof sizes)[number];
const heights: Record<Size, string> = {
  small: "max-h-[8.5rem]",
  half: "max-h-[48dvh]",
  tall: "max-h-[88dvh]",
};
/** A pull shorter than this was a tap. */
const PULL_PX = 24;

/**
 * Where there is no room beside the text: the selected card, at the foot of the screen. Its handle is pulled up and
 * down; the buttons beside it do the same.
 */
export function CardSheet() {
  const { annotations, state, dispatch } = useDesk();
  const pane = usePane();
  const [size, setSize] = useState<Size>(pane ? "small" : "half");
  const pulledFrom = useRef<number | null>(null);
  const box = useRef<HTMLElement>(null);
  const selected = annotations.find((one) => one.id === state.selectedId);
  const { selectedId } = state;
  // Another card begins at its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selected card is the reason
  useEffect(() => {
    // In braces: browsers have begun to answer with a promise, which is no cleanup.
    box.current?.scrollTo({ top: 0 });
  }, [selectedId]);
  if (!selected) return null;

  const at = sizes.indexOf(size);
  const taller = sizes[at + 1];
  const smaller = sizes[at - 1];
  const pullEnds = (event: PointerEvent) => {
    if (pulledFrom.current === null) return;
    const pulled = pulledFrom.current - event.clientY;
    pulledFrom.current = null;
    if (pulled > PULL_PX && taller) setSize(taller);
    else if (pulled < -PULL_PX) {
      if (smaller) setSize(smaller);
      else dispatch({ type: "selected", id: null });
    }
  };
  return (
    <aside
      ref={box}
      aria-label="Annotation"
      // What is written in must be seen.
      onFocus={({ target }) => {
        if (size === "small" && target.matches("input, textarea, select, [contenteditable]")) setSize("half");
      }}
      dir="ltr"
      className={classes(
        pane ? "absolute" : "fixed",
        "inset-x-0 bottom-0 z-30 mx-auto max-w-2xl overflow-y-auto overscroll-contain rounded-t-xl border border-b-0 border-line-strong bg-paper px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-[0_-4px_16px_rgb(0_0_0/0.12)] transition-[max-height] duration-150 motion-reduce:transition-none",
        heights[size],
      )}
    >
      <div className="sticky top-0 z-20 -mx-3 mb-1 flex items-center gap-1 bg-paper px-2 py-1">
        <div
          // The same as the buttons, for a finger.
          aria-hidden
          className="grid h-8 flex-1 cursor-grab touch-none place-items-center"
          onPointerDown={(event) => {
            pulledFrom.current = event.clientY;
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerUp={pullEnds}
          onPointerCancel={() => {
            pulledFrom.current = null;
          }}
        >
          <span className="h-1.5 w-12 rounded-full bg-line-strong forced-colors:bg-[CanvasText]" />
        </div>
        <Button
          look="quiet"
          size="icon"
          aria-label="More of the card"
          disabled={!taller}
          onClick={() => taller && setSize(taller)}
        >
          <ChevronUp aria-hidden size={18} />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label="Less of the card"
          disabled={!smaller}
          onClick={() => smaller && setSize(smaller)}
        >
          <ChevronDown aria-hidden size={18} />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label="Close the card"
          onClick={() => dispatch({ type: "selected", id: null })}
        >
          <X aria-hidden size={18} />
        </Button>
      </div>
      <AnnotationCard annotation={selected} isSelected />
    </aside>
  );
}
