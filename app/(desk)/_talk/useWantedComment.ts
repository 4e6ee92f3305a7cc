"use client";

import { useSyncExternalStore } from "react";

const WANTED = /\/comment-([0-9a-f-]{36})$/;

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  window.addEventListener("popstate", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
    window.removeEventListener("popstate", listener);
  };
}

/** The comment that the address names, as links from the inbox do (`…/comment-ID`); null when none. */
export function useWantedComment(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => WANTED.exec(location.hash)?.[1] ?? null,
    () => null,
  );
}
