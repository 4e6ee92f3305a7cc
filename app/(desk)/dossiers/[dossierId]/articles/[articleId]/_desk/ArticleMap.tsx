"use client";

import { type MouseEvent, useMemo } from "react";
import type { Kind } from "@/lib/annotations/kinds";
import type { Coverage } from "@/lib/articles/coverage";
import { mapRows } from "@/lib/desk/mapRows";
import type { ArticleMark } from "@/lib/editor/marks";
import { useDesk } from "./deskContext";

const ROWS = 160;
const lanes: Record<Kind, { x: number; fill: string }> = {
  claim: { x: 4, fill: "fill-claim" },
  figure: { x: 9, fill: "fill-figure" },
  official_statement: { x: 14, fill: "fill-statement" },
};

/**
 * The whole article in a strip: kinds in their lanes, contradictions at the edge, open parts shaded. A shortcut for
 * the pointer; by keyboard the same is reached with `j`, `k` and `o`, so screen readers are spared it.
 */
export function ArticleMap({ marks, coverage }: { marks: readonly ArticleMark[]; coverage: Coverage }) {
  const { revision, surface } = useDesk();
  const rows = useMemo(() => {
    const open = coverage.sentences.filter((sentence) => sentence.state === "open");
    return mapRows(marks, open, revision.text.length, ROWS);
  }, [marks, coverage, revision]);
  const go = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(0.999, Math.max(0, (event.clientY - box.top) / box.height));
    const offset = Math.floor(share * revision.text.length);
    surface.current?.scrollTo({ start: offset, end: offset + 1 });
  };
  return (
    <div className="sticky top-14 hidden h-[calc(100dvh-4.5rem)] py-4 lg:block">
      <svg
        aria-hidden
        viewBox={`0 0 20 ${ROWS}`}
        preserveAspectRatio="none"
        onClick={go}
        className="h-full w-5 cursor-pointer rounded-sm border border-line bg-surface"
      >
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <g key={i}>
            {row.open && <rect x={0} y={i} width={20} height={1.05} className="fill-sunken" />}
            {row.kinds.map((kind) => (
              <rect key={kind} x={lanes[kind].x} y={i} width={4} height={1.05} className={lanes[kind].fill} />
            ))}
            {row.contradiction && <rect x={0} y={i} width={3} height={1.05} className="fill-contradiction" />}
          </g>
        ))}
      </svg>
    </div>
  );
}
