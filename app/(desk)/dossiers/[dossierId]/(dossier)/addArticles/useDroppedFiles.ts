"use client";

import { useEffect, useRef, useState } from "react";

/** Takes files dropped anywhere on the page; null takes none. Answers whether files hover over it now. */
export function useDroppedFiles(take: ((files: readonly File[]) => void) | null): boolean {
  const [dragging, setDragging] = useState(false);
  const taker = useRef(take);
  useEffect(() => {
    taker.current = take;
  });
  const takes = take !== null;
  useEffect(() => {
    if (!takes) return;
    // Entering a child fires before leaving its parent: only the balance says whether files are over the page.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const count = (step: number) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth + step);
      setDragging(depth > 0);
    };
    const enter = count(1);
    const leave = count(-1);
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setDragging(false);
      taker.current?.([...(event.dataTransfer?.files ?? [])]);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name, listener as EventListener);
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener);
      }
    };
  }, [takes]);
  return dragging;
}
