"use client";

import { useSyncExternalStore } from "react";
import type { Theme } from "./themeChosen";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

let chosen: Theme | null = null;
const listeners = new Set<() => void>();

/** Shows a theme at once and keeps it in this browser. */
export function chooseTheme(next: Theme): void {
  chosen = next;
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `theme=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  for (const listener of [...listeners]) listener();
}

/** The theme shown now; `initial` is what the server knew. */
export function useTheme(initial: Theme): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen ?? initial,
    () => initial,
  );
}
