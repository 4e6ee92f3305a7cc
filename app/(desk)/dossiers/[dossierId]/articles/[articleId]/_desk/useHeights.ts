"use client";

import { useCallback, useEffect, useRef, useState } from "react";

export type Heights = {
  /** Height as last measured under this name, CSS pixels; undefined before. */
  of(name: string): number | undefined;
  /** A ref for the element that has this name in `data-measured`. */
  watch: (element: HTMLElement | null) => (() => void) | undefined;
  /** Changes whenever a height does. */
  version: number;
};

/**
 * Heights of elements by name, kept when they go away. One observer for all of them: what changes in a frame is
 * told once.
 */
export function useHeights(): Heights {
  const known = useRef(new Map<string, number>());
  const observer = useRef<ResizeObserver | null>(null);
  const [version, setVersion] = useState(0);
  const observe = useCallback(() => {
    observer.current ??= new ResizeObserver((entries) => {
      let isChanged = false;
      for (const { target } of entries) {
        const { dataset, offsetHeight } = target as HTMLElement;
        const name = dataset.measured ?? "";
        // Gone from the page: nothing was measured.
        if (!target.isConnected || known.current.get(name) === offsetHeight) continue;
        known.current.set(name, offsetHeight);
        isChanged = true;
      }
      if (isChanged) setVersion((count) => count + 1);
    });
    return observer.current;
  }, []);
  useEffect(() => () => observer.current?.disconnect(), []);
  const watch = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const watching = observe();
      watching.observe(element);
      return () => watching.unobserve(element);
    },
    [observe],
  );
  const of = useCallback((name: string) => known.current.get(name), []);
  return { of, watch, version };
}
