"use client";

import { useEffect, useEffectEvent } from "react";
import type { Desk } from "./deskContext";
import { offerTarget } from "./linkTargets";

/** Lets links that are being dragged end on this desk. */
export function useLinkTarget(desk: Desk, column: React.RefObject<HTMLElement | null>): void {
  const latest = useEffectEvent(() => desk);
  useEffect(
    () =>
      offerTarget({
        holds: (element) => column.current?.contains(element) ?? false,
        endAt(x, y) {
          const { surface, annotations, state, actions } = latest();
          const ids = surface.current?.marksAt(x, y) ?? [];
          const [shortest] = annotations
            .filter((one) => ids.includes(one.id))
            .sort((a, b) => a.end - a.start - (b.end - b.start));
          if (shortest) return shortest;
          const gap = state.range && surface.current?.gapAt(x, y, "start");
          const isInHand = state.range && gap != null && state.range.start <= gap && gap <= state.range.end;
          return state.range && isInHand ? actions.endFor(state.range) : null;
        },
        known: (id) => latest().annotations.find((one) => one.id === id) ?? null,
        show: (annotation) => latest().surface.current?.hover(annotation),
        relate: (from, to) => latest().actions.relate(from, to),
      }),
    [column],
  );
}
