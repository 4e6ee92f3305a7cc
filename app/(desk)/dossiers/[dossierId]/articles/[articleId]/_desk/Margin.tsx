"use client";

import { type ReactNode, useMemo, useRef, useState } from "react";
import { placeCrowd } from "@/lib/desk/cardCrowds";
import { AnnotationCard } from "./AnnotationCard";
import { CardStack } from "./CardStack";
import { useDesk } from "./deskContext";
import { useCardWindow } from "./useCardWindow";
import { useHeights } from "./useHeights";
import { useHoveredCards } from "./useHoveredCards";

const GAP = 8;
/** Until a card has been measured. */
const USUAL_HEIGHT = 92;
/** Two lines of counts, see CardStack. */
const STACK_HEIGHT = 58;
const OPEN_STACK_HEIGHT = 320;
/** A card further than this from its passage is no longer beside it. */
const MOST_DRIFT = 260;

/** The cards beside the text, each at the height of its passage; where too many stand together, their count. */
export function Margin({ layout }: { layout: number }) {
  const { shown, annotations, state, surface, canEdit } = useDesk();
  const margin = useRef<HTMLElement>(null);
  const { selectedId } = state;
  const near = useCardWindow({ annotations: shown, selectedId, surface, margin, layout });
  const { of: heightOf, watch, version } = useHeights();
  const [openId, setOpenId] = useState<string | null>(null);
  useHoveredCards({ margin, shown, surface });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means new heights
  const items = useMemo(() => {
    const byId = new Map(near.map(({ annotation }) => [annotation.id, annotation]));
    const cards = near.map(({ annotation: { id }, passageTop }) => {
      return { id, passageTop, height: heightOf(nameOf(id, id === selectedId)) ?? USUAL_HEIGHT };
    });
    const open = openId ? { id: openId, height: heightOf("open stack") ?? OPEN_STACK_HEIGHT } : null;
    const options = {
      gap: GAP,
      pinnedId: selectedId,
      stackHeight: STACK_HEIGHT,
      open,
      mostDrift: MOST_DRIFT,
    };
    return placeCrowd(cards, options).map(({ ids, top }) => {
      const members = ids.flatMap((id) => byId.get(id) ?? []);
      return { top, members, isOpen: openId !== null && ids.includes(openId) };
    });
  }, [near, heightOf, version, selectedId, openId]);

  return (
    <aside ref={margin} dir="ltr" aria-label="Annotations" className="relative py-8">
      {annotations.length === 0 && canEdit && (
        <p className="sticky top-20 rounded-md border border-dashed border-line-strong p-4 text-sm leading-relaxed text-soft">
          Nothing tagged yet. Select a passage or click a sentence, then press 1, 2 or 3. Press ? for all
          keys.
        </p>
      )}
      {annotations.length > 0 && shown.length === 0 && (
        <p className="sticky top-20 rounded-md border border-dashed border-line-strong p-4 text-sm leading-relaxed text-soft">
          The filter hides all {annotations.length.toLocaleString("en-GB")} annotations of this article.
        </p>
      )}
      <ul>
        {items.map(({ members, top, isOpen }) => {
          const [first] = members;
          if (!first) return null;
          const isSelected = first.id === selectedId;
          if (members.length === 1) {
            return (
              <Placed key={first.id} measured={nameOf(first.id, isSelected)} watch={watch} top={top}>
                <AnnotationCard annotation={first} isSelected={isSelected} />
              </Placed>
            );
          }
          return (
            <Placed
              key={`stack-${first.id}`}
              measured={isOpen ? "open stack" : "stack"}
              watch={watch}
              top={top}
            >
              <CardStack
                annotations={members}
                isOpen={isOpen}
                onOpen={(open) => setOpenId(open ? first.id : null)}
              />
            </Placed>
          );
        })}
      </ul>
    </aside>
  );
}

/** A card has two heights: in short, and with everything. */
function nameOf(id: string, isSelected: boolean): string {
  return isSelected ? `${id} selected` : id;
}

function Placed(props: {
  measured: string;
  watch: (element: HTMLElement | null) => (() => void) | undefined;
  top: number;
  children: ReactNode;
}) {
  const { measured, watch, top, children } = props;
  return (
    <li
      ref={watch}
      data-measured={measured}
      style={{ transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 top-0 transition-transform duration-150 focus-within:z-10 has-aria-[current]:z-10 motion-reduce:transition-none"
    >
      {children}
    </li>
  );
}
