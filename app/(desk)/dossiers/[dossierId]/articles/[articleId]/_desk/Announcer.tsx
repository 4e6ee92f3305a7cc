"use client";

import { useSyncExternalStore } from "react";

let said = "";
const listeners = new Set<() => void>();

/** Says something to screen readers, after what they are saying now. The same words twice are said twice. */
export function announce(words: string): void {
  // A no-break space makes a repeated message a change.
  said = words === said ? `${words}\u00a0` : words;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where {@link announce} is heard; one on a page. */
export function Announcer() {
  const words = useSyncExternalStore(
    subscribe,
    () => said,
    () => "",
  );
  return (
    <p aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}
