"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { ReviewListRow } from "./ReviewListRow";
import type { ReviewRow } from "./reviewRows";

type Props = {
  /** Those that the filter lets through. */
  rows: readonly ReviewRow[];
  currentKey: string;
  /** Whether standings to earlier rounds say something. */
  isLater: boolean;
  onChoose: (key: string) => void;
};

type Line = { heading: string } | { row: ReviewRow };

/** The items of a review under the names of their articles, of which only those near the eye are there. */
export function ReviewList({ rows, currentKey, isLater, onChoose }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => underHeadings(rows), [rows]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (isHeading(lines[index]) ? 34 : 68),
    overscan: 6,
    getItemKey: (index) => {
      const line = lines[index];
      return line && "row" in line ? line.row.item.key : `heading ${index}`;
    },
    initialRect: { width: 340, height: 640 },
  });
  const at = lines.findIndex((line) => "row" in line && line.row.item.key === currentKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into view when one goes there, not when rows change
  useEffect(() => {
    if (at >= 0 && !isInView(virtual, at)) virtual.scrollToIndex(at, { align: "center" });
  }, [currentKey]);
  return (
    <div ref={frame} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ol aria-label="Items" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0 border-b border-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              {"row" in line ? (
                <ReviewListRow
                  row={line.row}
                  isCurrent={line.row.item.key === currentKey}
                  isLater={isLater}
                  onChoose={onChoose}
                />
              ) : (
                <p className="truncate bg-sunken px-3 py-1.5 text-xs font-semibold text-soft" dir="auto">
                  {line.heading}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Asked before scrolling, as to scroll even by nothing makes the browser lay the page out once more. */
function isInView(
  { measurementsCache, scrollOffset, scrollRect }: ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>,
  index: number,
): boolean {
  const line = measurementsCache[index];
  if (!line || scrollOffset === null || !scrollRect) return false;
  return line.start >= scrollOffset && line.end <= scrollOffset + scrollRect.height;
}

function isHeading(line: Line | undefined): boolean {
  return line !== undefined && "heading" in line;
}

function underHeadings(rows: readonly ReviewRow[]): Line[] {
  const lines: Line[] = [];
  let last: string | null = null;
  for (const row of rows) {
    const { item } = row;
    const heading = item.type === "link" ? "Links" : item.passage.article.title;
    if (heading !== last) lines.push({ heading });
    lines.push({ row });
    last = heading;
  }
  return lines;
}
