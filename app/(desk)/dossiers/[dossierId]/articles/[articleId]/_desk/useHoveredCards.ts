"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import type { ArticleSurfaceHandle } from "@/lib/editor/surfaceHandle";

/**
 * A card under the pointer (or with the focus) shows its passage; a passage under the pointer shows its cards. Marks
 * elements, renders nothing: the pointer moves more often than React should.
 */
export function useHoveredCards(given: {
  margin: RefObject<HTMLElement | null>;
  shown: readonly Annotation[];
  surface: RefObject<ArticleSurfaceHandle | null>;
}): void {
  const latest = useRef(given);
  useLayoutEffect(() => {
    latest.current = given;
  });
  const { margin } = given;
  useEffect(() => {
    const box = margin.current;
    const article = box?.parentElement?.querySelector<HTMLElement>(".stet-article");
    if (!box || !article) return;
    const idAt = (target: EventTarget | null) =>
      target instanceof Element
        ? (target.closest<HTMLElement>("[data-annotation]")?.dataset.annotation ?? null)
        : null;
    let hovered: string | null = null;
    const overCard = (event: Event) => {
      const id = idAt(event.target);
      if (id === hovered) return;
      hovered = id;
      const { shown, surface } = latest.current;
      surface.current?.hover(id ? (shown.find((one) => one.id === id) ?? null) : null);
    };
    const leaveCards = () => {
      hovered = null;
      latest.current.surface.current?.hover(null);
    };

    const ended = new AbortController();
    const { signal } = ended;
    let frame = 0;
    let lit = "";
    const light = (ids: readonly string[]) => {
      const next = ids.join(" ");
      if (next === lit) return;
      lit = next;
      for (const card of box.querySelectorAll<HTMLElement>("[data-annotation]")) {
        const isUnder = ids.includes(card.dataset.annotation ?? "");
        if (isUnder) card.dataset.hovered = "";
        else delete card.dataset.hovered;
      }
    };
    const overText = (event: PointerEvent) => {
      if (event.pointerType !== "mouse" || event.buttons !== 0) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        light(latest.current.surface.current?.marksAt(event.clientX, event.clientY) ?? []);
      });
    };
    const leaveText = () => {
      cancelAnimationFrame(frame);
      light([]);
    };
    box.addEventListener("pointerover", overCard, { signal });
    box.addEventListener("pointerleave", leaveCards, { signal });
    box.addEventListener("focusin", overCard, { signal });
    box.addEventListener("focusout", leaveCards, { signal });
    article.addEventListener("pointermove", overText, { signal });
    article.addEventListener("pointerleave", leaveText, { signal });
    return () => {
      cancelAnimationFrame(frame);
      ended.abort();
    };
  }, [margin]);
}
