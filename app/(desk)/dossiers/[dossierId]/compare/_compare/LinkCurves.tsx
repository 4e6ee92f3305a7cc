"use client";

import { type RefObject, useRef } from "react";
import { curveAt } from "@/lib/desk/curves";
import type { LinkBetween } from "@/lib/desk/linksBetween";
import type { PaneDesk, Side } from "../../articles/[articleId]/_desk/paneContext";
import { lookOf, looks } from "./linkLook";
import { useCurves } from "./useCurves";

/** Pixels up or down that still count as on a curve. */
const REACH = 9;

type Props = {
  links: readonly LinkBetween[];
  desks: RefObject<Record<Side, PaneDesk | null>>;
  scrollers: Record<Side, RefObject<HTMLDivElement | null>>;
  /** Changes when either text was laid out anew. */
  layout: number;
  selectedId: string | null;
  pointedId: string | null;
  onPoint: (id: string | null) => void;
  onOpen: (id: string) => void;
};

/** The links between two texts as curves: one path for each look, moved without rendering. LinksShown says them in words. */
export function LinkCurves(props: Props) {
  const { links, selectedId, pointedId, onPoint, onOpen } = props;
  const gutter = useRef<HTMLDivElement>(null);
  const curves = useCurves({ ...props, gutter });
  const shown = links.find(({ link }) => link.id === (pointedId ?? selectedId))?.link;
  const look = shown && lookOf(shown);
  const at = (event: React.PointerEvent | React.MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = { x: event.clientX - box.left, y: event.clientY - box.top };
    return curveAt(curves.current, box.width, place, REACH)?.id ?? null;
  };
  return (
    <div
      ref={gutter}
      aria-hidden
      data-gutter
      // Contained: what moves in here lays out and paints nothing else.
      className="relative min-h-0 border-x border-line bg-paper [contain:strict] max-lg:hidden"
      style={{ cursor: pointedId ? "pointer" : undefined }}
      onPointerMove={(event) => onPoint(at(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => {
        const id = at(event);
        if (id) onOpen(id);
      }}
    >
      <svg
        aria-hidden
        fill="none"
        strokeLinecap="round"
        className="absolute inset-0 size-full overflow-hidden"
      >
        {looks.map(({ name, stroke, fill, dashes, width }) => (
          <g key={name} className={shown ? "opacity-35" : undefined}>
            <path data-look={name} className={stroke} strokeWidth={width} strokeDasharray={dashes} />
            <path data-arrows={name} className={fill} />
          </g>
        ))}
        {looks.map(({ name, stroke }) => (
          <g key={name} className={shown ? "opacity-35" : undefined}>
            <path data-discs={name} className="fill-paper" />
            <path data-signs={name} className={stroke} strokeWidth={1.6} strokeLinejoin="round" />
          </g>
        ))}
        <path
          data-shown
          className={look?.stroke}
          strokeWidth={(look?.width ?? 2) + 1.5}
          strokeDasharray={look?.dashes}
        />
        <path data-shown-arrows className={look?.fill} />
      </svg>
      <p
        data-label
        hidden
        className="pointer-events-none absolute inset-x-0 top-0 z-10 mx-auto w-fit max-w-full rounded-md border border-line-strong bg-surface px-1 py-0.5 text-center text-xs leading-tight shadow-md"
      />
    </div>
  );
}
