"use client";

import { useEffect, useEffectEvent } from "react";
import { sentenceAt } from "@/lib/desk/sentenceCursor";
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
          const { surface, annotations, revision, canEdit, state, actions } = latest();
          const ids = surface.current?.marksAt(x, y) ?? [];
          const [shortest] = annotations
            .filter((one) => ids.includes(one.id))
            .sort((a, b) => a.end - a.start - (b.end - b.start));
          if (shortest) return shortest;
          const offset = surface.current?.characterAt(x, y) ?? null;
          if (offset === null || !canEdit) return null;
          const { range } = state;
          if (range && range.start <= offset && offset < range.end) return actions.endFor(range);
          const sentence = revision.sentences[sentenceAt(revision.sentences, offset)];
          return sentence && offset < sentence.end ? actions.endFor(sentence) : null;
        },
        known: (id) => latest().annotations.find((one) => one.id === id) ?? null,
        show: (annotation) => latest().surface.current?.hover(annotation),
        relate: (from, to) => latest().actions.relate(from, to),
      }),
    [column],
  );
}
