"use client";

import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { OffsetRange } from "@/lib/editor/intervalIndex";
import type { Edge, EdgePlace } from "@/lib/editor/rangeEdge";
import type { ArticleSurfaceHandle } from "@/lib/editor/surfaceHandle";
import { type Dragged, useGripDrag } from "@/lib/editor/useGripDrag";

/** How far an arrow key moves an end. */
export type GripStep = { edge: Edge; to: "forward" | "back"; by: "word" | "character" };

export type RangeGripsProps = {
  surface: RefObject<ArticleSurfaceHandle | null>;
  range: OffsetRange;
  text: string;
  direction: "ltr" | "rtl";
  /** Whose ends these are: "the passage". */
  name: string;
  /** Changes when the text was laid out anew. */
  layout: number;
  rangeFor(dragged: Dragged): OffsetRange | null;
  onStep(step: GripStep): void;
  onSeize(): void;
  onChange(range: OffsetRange): void;
};

const EDGES: readonly Edge[] = ["start", "end"];
/** CSS pixels: a grip may hang this far beside the column, and no further, or the page would scroll sideways. */
const OVERHANG = 14;

/**
 * Grips at both ends of a range, to drag, or as sliders to move with arrow keys: by words, with Alt by characters.
 * A child of the surface.
 */
export function RangeGrips(props: RangeGripsProps) {
  const { surface, range, text, direction, name, layout } = props;
  const layer = useRef<HTMLDivElement>(null);
  const drag = useGripDrag({
    range,
    placeOf(of, edge) {
      const place = surface.current?.edgeOf(of, edge);
      const origin = layer.current?.getBoundingClientRect();
      if (!place || !origin) return null;
      return { x: origin.x + place.x, y: origin.y + (place.top + place.bottom) / 2 };
    },
    gapAt: (x, y, edge) => surface.current?.gapAt(x, y, edge) ?? null,
    rangeFor: props.rangeFor,
    onPreview: (shown) => surface.current?.preview(shown),
    onChange: props.onChange,
  });
  const shown = drag.shown?.range ?? range;
  const [places, setPlaces] = useState<Partial<Record<Edge, EdgePlace | null>>>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is a reason to measure again
  useLayoutEffect(() => {
    const at = (edge: Edge) => surface.current?.edgeOf(shown, edge) ?? null;
    setPlaces({ start: at("start"), end: at("end") });
  }, [shown.start, shown.end, layout, surface]);

  const press = (edge: Edge) => (event: KeyboardEvent) => {
    const isForward = event.key === (direction === "ltr" ? "ArrowRight" : "ArrowLeft");
    const isBack = event.key === (direction === "ltr" ? "ArrowLeft" : "ArrowRight");
    if ((!isForward && !isBack) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    props.onStep({ edge, to: isForward ? "forward" : "back", by: event.altKey ? "character" : "word" });
  };
  // Dragged past the end that stands, a grip is at the other end of the range it makes.
  const isCrossed = drag.shown && shown[drag.shown.edge] === drag.shown.fixed;
  const width = layer.current?.offsetWidth ?? Number.POSITIVE_INFINITY;
  return (
    <div ref={layer} className="stet-grips" data-dragging={drag.shown ? "" : undefined}>
      {EDGES.map((edge) => {
        const side = isCrossed ? other(edge) : edge;
        const place = places[side];
        if (!place) return null;
        const x = Math.min(Math.max(place.x, -OVERHANG), width + OVERHANG);
        return (
          <div
            key={edge}
            role="slider"
            tabIndex={0}
            className="stet-grip"
            data-edge={edge}
            data-outward={place.outward}
            aria-label={edge === "start" ? `Start of ${name}` : `End of ${name}`}
            aria-valuemin={0}
            aria-valuemax={text.length}
            aria-valuenow={shown[side]}
            aria-valuetext={wordsAt(text, shown, side)}
            style={placed(x, place)}
            onKeyDown={press(edge)}
            {...drag.handlers(edge)}
            onPointerDownCapture={props.onSeize}
          />
        );
      })}
    </div>
  );
}

/** Physical coordinates, as the browser measured them. */
function placed(x: number, { top, bottom }: EdgePlace): CSSProperties {
  const line = `${bottom - top}px`;
  return { transform: `translate(${x}px, ${bottom}px)`, "--stet-grip-line": line } as CSSProperties;
}

function other(edge: Edge): Edge {
  return edge === "start" ? "end" : "start";
}

/** The first or last words of a range, for those who cannot see where its end is. */
function wordsAt(text: string, { start, end }: OffsetRange, edge: Edge): string {
  const words = text.slice(start, end).split(/\s+/u);
  return (edge === "start" ? words.slice(0, 3) : words.slice(-3)).join(" ");
}
