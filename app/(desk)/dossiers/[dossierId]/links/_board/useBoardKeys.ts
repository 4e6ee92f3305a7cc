"use client";

import { useEffect, useRef } from "react";

/** Single keys for the board; none while one types, in a dialog or menu, or with a modifier held. */
export function useBoardKeys(keys: Record<string, () => unknown>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as Element;
      const typed =
        "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu]";
      if (target.closest(typed)) return;
      // Enter on a button or link presses that.
      if (event.key === "Enter" && target.closest("button, a")) return;
      const act = latest.current[event.key.length > 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
