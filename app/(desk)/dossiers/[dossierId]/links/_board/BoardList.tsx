"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { BoardRow } from "@/lib/links/schema";
import { classes } from "@/lib/ui/classes";

/** The card that keys are about. `isWalked`: somebody went there by a key or an address, so that it comes into view. */
export type CurrentCard = { id: string | null; isWalked: boolean };

type Props = {
  rows: readonly BoardRow[];
  total: number;
  current: CurrentCard;
  /** What stands above the list, as a text that changes with its height. */
  above: string;
  /** The last rows are near: called after every rendering that shows them. */
  onEnd: () => void;
  onFocus: (linkId: string) => void;
  card: (row: BoardRow) => ReactNode;
};

/** The cards of a board, of which only those near the screen are there. */
export function BoardList({ rows, total, current, above, onEnd, onFocus, card }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured when what stands above has another height
  useLayoutEffect(() => {
    setOffset((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [above]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 320,
    overscan: 4,
    gap: 16,
    scrollMargin: offset,
    getItemKey: (index) => rows[index]?.link.id ?? index,
    initialRect: { width: 1_200, height: 900 },
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - 8) onEnd();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into view once, when somebody goes there
  useEffect(() => {
    const index = rows.findIndex(({ link }) => link.id === current.id);
    if (index < 0 || !current.isWalked) return;
    virtual.scrollToIndex(index, { align: "auto" });
    // With the focus Tab goes on from here, and it is read aloud.
    const frame = requestAnimationFrame(() => {
      const element = document.getElementById(`link-${current.id}`);
      if (!element?.contains(document.activeElement)) element?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [current]);
  return (
    <ul ref={list} aria-label="Links" className="relative" style={{ height: virtual.getTotalSize() }}>
      {shown.map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        const { id } = row.link;
        return (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            id={`link-${id}`}
            tabIndex={-1}
            aria-setsize={total}
            aria-posinset={item.index + 1}
            aria-current={id === current.id || undefined}
            className={classes(
              "absolute inset-x-0 top-0 rounded-lg",
              id === current.id && "outline-2 outline-offset-2 outline-accent",
            )}
            style={{ transform: `translateY(${item.start - offset}px)` }}
            onFocus={() => onFocus(id)}
          >
            {card(row)}
          </li>
        );
      })}
    </ul>
  );
}
