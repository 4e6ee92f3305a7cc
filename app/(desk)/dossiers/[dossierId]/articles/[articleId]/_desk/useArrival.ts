"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { passageInHash } from "../../../_search/passagePlace";
import { annotationInHash } from "./annotationInHash";
import type { Desk } from "./deskContext";
import { usePane } from "./paneContext";

/**
 * Opens the annotation, or takes the passage, that the address names, once the text can be measured and each time the address changes.
 *
 * @param layout changes when the text was laid out anew
 */
export function useArrival({ annotations, actions, surface, revision, state }: Desk, layout: number): void {
  const pane = usePane();
  const inPane = pane !== null;
  const wanted = useRef<string | null>(pane?.at ?? null);
  const passage = useRef<{ start: number; end: number } | null>(null);
  /** Opened by the address, and nobody has done anything since: a font that comes late must not move it away. */
  const arrived = useRef<string | null>(null);
  const arrive = useEffectEvent(() => {
    const found = passage.current;
    if (found && surface.current?.topOf(found.start) != null) {
      passage.current = null;
      if (found.end <= revision.text.length) actions.take(found);
    }
    const annotation = annotations.find((one) => one.id === wanted.current);
    if (!annotation || surface.current?.topOf(annotation.start) == null) return;
    wanted.current = null;
    arrived.current = annotation.id;
    actions.goTo(annotation);
  });
  const stay = useEffectEvent(() => {
    const annotation = annotations.find((one) => one.id === arrived.current);
    if (annotation && state.selectedId === annotation.id) surface.current?.scrollTo(annotation);
  });
  useEffect(() => {
    const gestures = ["wheel", "touchstart", "pointerdown", "keydown"] as const;
    const leave = () => {
      arrived.current = null;
    };
    for (const gesture of gestures) window.addEventListener(gesture, leave, { capture: true, passive: true });
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, leave, { capture: true });
    };
  }, []);
  const at = pane?.at ?? null;
  const selected = useEffectEvent(() => state.selectedId);
  useEffect(() => {
    // What is open already stays where it was scrolled to.
    wanted.current = at === selected() ? null : at;
    if (wanted.current) arrive();
  }, [at]);
  useEffect(() => {
    // Two desks share one address.
    if (inPane) return;
    const read = () => {
      wanted.current = annotationInHash(location.hash);
      passage.current = passageInHash(location.hash);
      arrive();
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [inPane]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout, or new annotations, are the reason to try
  useEffect(() => {
    if (wanted.current || passage.current) arrive();
    else if (arrived.current) stay();
  }, [layout, annotations]);
}
