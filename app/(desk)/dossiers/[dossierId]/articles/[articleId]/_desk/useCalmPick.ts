"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { DeskActions } from "./deskContext";

/** Longer than most double clicks take, shorter than anyone waits for. */
const CALM_MS = 180;

/**
 * Picks a highlight once it is clear that the click is not the first of a double click, which takes a word in it: a
 * card or chooser that opened in between would only flicker. A finger's tap is answered at once.
 */
export function useCalmPick(pick: DeskActions["pick"]): DeskActions["pick"] {
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const cancel = useEffectEvent((event: MouseEvent) => {
    if (event.detail > 1) clearTimeout(waiting.current);
  });
  useEffect(() => {
    const press = (event: MouseEvent) => cancel(event);
    document.addEventListener("mousedown", press);
    return () => {
      document.removeEventListener("mousedown", press);
      clearTimeout(waiting.current);
    };
  }, []);
  return (ids, point) => {
    clearTimeout(waiting.current);
    if (matchMedia("(pointer: coarse)").matches) pick(ids, point);
    else waiting.current = setTimeout(() => pick(ids, point), CALM_MS);
  };
}
