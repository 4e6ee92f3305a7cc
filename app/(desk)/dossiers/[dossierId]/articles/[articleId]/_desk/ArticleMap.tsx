"use client";

import { memo, type PointerEvent, useMemo, useRef, useState } from "react";
import type { Kind } from "@/lib/annotations/kinds";
import type { Coverage } from "@/lib/articles/coverage";
import { type MapRow, mapRows, rowOf } from "@/lib/desk/mapRows";
import type { ArticleMark } from "@/lib/editor/marks";
import { kindWords } from "@/lib/ui/KindBadge";
import { shortened } from "../../../../../words";
import { useDesk } from "./deskContext";
import { PeopleOnMap } from "./PeopleOnMap";
import { useVisibleStretch } from "./useVisibleStretch";

const ROWS = 160;
const lanes: Record<Kind, { x: number; fill: string }> = {
  claim: { x: 8, fill: "fill-claim" },
  figure: { x: 14, fill: "fill-figure" },
  official_statement: { x: 20, fill: "fill-statement" },
};

/**
 * The whole article in a strip: how far it is covered, kinds in their lanes, contradictions at the edge, and what of
 * it is on the screen. Pressed or dragged, it scrolls. A shortcut for the pointer; by keyboard the same is reached
 * with `j`, `k` and `o`, so screen readers are spared it.
 */
export function ArticleMap({ marks, coverage }: { marks: readonly ArticleMark[]; coverage: Coverage }) {
  const { article, revision, surface } = useDesk();
  const { length } = revision.text;
  const rows = useMemo(() => mapRows(marks, coverage.sentences, length, ROWS), [marks, coverage, length]);
  const [pointed, setPointed] = useState<number | null>(null);
  const view = useRef<HTMLDivElement>(null);
  useVisibleStretch(surface, length, view);

  const shareAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(0.999, Math.max(0, (event.clientY - box.top) / box.height));
  };
  const go = (event: PointerEvent<HTMLElement>) => {
    const offset = Math.floor(shareAt(event) * length);
    surface.current?.scrollTo({ start: offset, end: offset + 1 });
  };
  return (
    <div aria-hidden className="sticky top-14 hidden h-[calc(100dvh-4.5rem)] py-4 md:block">
      <div
        className="relative h-full w-7 cursor-pointer touch-none rounded-sm border border-line bg-surface"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          go(event);
        }}
        onPointerMove={(event) => {
          setPointed(shareAt(event));
          if (event.buttons === 1) go(event);
        }}
        onPointerLeave={() => setPointed(null)}
      >
        <Rows rows={rows} />
        <div
          ref={view}
          className="pointer-events-none absolute -inset-x-px rounded-xs border-2 border-accent bg-accent/10"
        />
        <PeopleOnMap articleId={article.id} length={length} />
        {pointed !== null && (
          <div
            className="pointer-events-none absolute start-full z-30 ms-2 w-60 -translate-y-1/2 rounded-md border border-line bg-surface px-2.5 py-1.5 font-sans text-xs leading-relaxed shadow-lg"
            style={{ insetBlockStart: `${pointed * 100}%` }}
          >
            <p dir="ltr" className="text-soft">
              {Math.round(pointed * 100)}% {rowInWords(rows[rowOf(pointed * length, length, ROWS)])}
            </p>
            <p dir="auto" className="font-serif">
              {passageNear(revision.text, Math.floor(pointed * length))}
            </p>
          </div>
        )}
      </div>
    </div>
  );
}

const Rows = memo(function Rows({ rows }: { rows: readonly MapRow[] }) {
  return (
    <svg aria-hidden viewBox={`0 0 28 ${ROWS}`} preserveAspectRatio="none" className="block h-full w-full">
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <g key={i}>
          {!row.open && (
            <rect
              x={4}
              y={i}
              width={2}
              height={row.cleared ? 0.5 : 1.05}
              className="fill-accent forced-colors:fill-[Highlight]"
            />
          )}
          {row.kinds.map((kind) => (
            <rect key={kind} x={lanes[kind].x} y={i} width={5} height={1.05} className={lanes[kind].fill} />
          ))}
          {row.contradiction && <rect x={0} y={i} width={3} height={1.05} className="fill-contradiction" />}
        </g>
      ))}
    </svg>
  );
});

function rowInWords(row: MapRow | undefined): string {
  if (!row) return "";
  const names = row.kinds.map((kind) => kindWords[kind].one.toLowerCase());
  if (row.contradiction) names.push("contradiction");
  if (row.open) names.push("open");
  if (row.cleared) names.push("nothing to check");
  return names.length > 0 ? `· ${names.join(", ")}` : "";
}

/** The words at an offset, from the start of a word on. */
function passageNear(text: string, offset: number): string {
  const line = text.lastIndexOf("\n", offset) + 1;
  const space = text.lastIndexOf(" ", offset) + 1;
  const start = Math.max(line, space);
  return `${start > line ? "… " : ""}${shortened(text.slice(start, start + 120).split("\n")[0] ?? "", 80)}`;
}
