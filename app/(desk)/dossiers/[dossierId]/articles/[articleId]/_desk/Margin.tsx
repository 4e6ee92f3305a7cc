"use client";

import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { placeCards } from "@/lib/desk/cardLayout";
import { AnnotationCard } from "./AnnotationCard";
import { useDesk } from "./deskContext";
import { useCardWindow } from "./useCardWindow";

const GAP = 8;
/** Until a card has been measured. */
const USUAL_HEIGHT = 92;

/** The cards beside the text, each at the height of its passage. */
export function Margin({ layout }: { layout: number }) {
  const { shown, annotations, state, surface, canEdit } = useDesk();
  const margin = useRef<HTMLElement>(null);
  const { selectedId } = state;
  const near = useCardWindow({ annotations: shown, selectedId, surface, margin, layout });
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const measured = useCallback((id: string, height: number) => {
    setHeights((now) => (now.get(id) === height ? now : new Map(now).set(id, height)));
  }, []);

  const tops = useMemo(() => {
    const cards = near.map(({ annotation: { id }, passageTop }) => {
      return { id, passageTop, height: heights.get(id) ?? USUAL_HEIGHT };
    });
    return placeCards(cards, { gap: GAP, pinnedId: selectedId });
  }, [near, heights, selectedId]);

  return (
    <aside ref={margin} dir="ltr" aria-label="Annotations" className="relative py-8">
      {annotations.length === 0 && canEdit && (
        <p className="sticky top-20 rounded-md border border-dashed border-line-strong p-4 text-sm leading-relaxed text-soft">
          Nothing tagged yet. Select a passage or click a sentence, then press 1, 2 or 3. Press ? for all
          keys.
        </p>
      )}
      <ul>
        {near.map(({ annotation }) => (
          <PlacedCard
            key={annotation.id}
            id={annotation.id}
            top={tops.get(annotation.id) ?? 0}
            onHeight={measured}
          >
            <AnnotationCard annotation={annotation} isSelected={annotation.id === selectedId} />
          </PlacedCard>
        ))}
      </ul>
    </aside>
  );
}

function PlacedCard(props: {
  id: string;
  top: number;
  onHeight: (id: string, height: number) => void;
  children: ReactNode;
}) {
  const { id, top, onHeight, children } = props;
  const watch = useCallback(
    (element: HTMLLIElement | null) => {
      if (!element) return;
      const observer = new ResizeObserver(() => onHeight(id, element.offsetHeight));
      observer.observe(element);
      return () => observer.disconnect();
    },
    [id, onHeight],
  );
  return (
    <li
      ref={watch}
      style={{ transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 top-0 transition-transform duration-150 motion-reduce:transition-none"
    >
      {children}
    </li>
  );
}
