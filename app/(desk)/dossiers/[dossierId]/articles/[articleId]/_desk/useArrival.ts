"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { annotationInHash } from "./annotationInHash";
import type { Desk } from "./deskContext";

/**
 * Opens the annotation that the address names, once the text can be measured and each time the address changes.
 *
 * @param layout changes when the text was laid out anew
 */
export function useArrival({ annotations, actions, surface }: Desk, layout: number): void {
  const wanted = useRef<string | null>(null);
  const arrive = useEffectEvent(() => {
    const annotation = annotations.find((one) => one.id === wanted.current);
    if (!annotation || surface.current?.topOf(annotation.start) == null) return;
    wanted.current = null;
    actions.goTo(annotation);
  });
  useEffect(() => {
    const read = () => {
      wanted.current = annotationInHash(location.hash);
      arrive();
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout, or new annotations, are the reason to try
  useEffect(() => {
    if (wanted.current) arrive();
  }, [layout, annotations]);
}
