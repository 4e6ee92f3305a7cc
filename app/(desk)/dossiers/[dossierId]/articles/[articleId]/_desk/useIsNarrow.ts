"use client";

import { useSyncExternalStore } from "react";

const QUERY = "(width < 64rem)";

function subscribe(listener: () => void): () => void {
  const list = matchMedia(QUERY);
  list.addEventListener("change", listener);
  return () => list.removeEventListener("change", listener);
}

/** Asked once, in the browser. */
export function isNarrow(): boolean {
  return matchMedia(QUERY).matches;
}

/** Whether there is no room for cards beside the text. The server, which cannot know, presumes room. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow, () => false);
}
