"use client";

import { useSyncExternalStore } from "react";

/** A piece of the article, said in its own language. */
type Passage = { text: string; language: string };
type Said = { words: string; passage?: Passage };

const silence: Said = { words: "" };
let said = silence;
const listeners = new Set<() => void>();

/**
 * Says something to screen readers, after what they are saying now. The same words twice are said twice.
 *
 * @param passage said before the words
 */
export function announce(words: string, passage?: Passage): void {
  const isRepeated = words === said.words && passage?.text === said.passage?.text;
  // A no-break space makes a repeated message a change.
  said = { words: isRepeated ? `${words}\u00a0` : words, passage };
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where {@link announce} is heard; one on a page. */
export function Announcer() {
  const { words, passage } = useSyncExternalStore(
    subscribe,
    () => said,
    () => silence,
  );
  return (
    <p aria-live="polite" aria-atomic="true" className="sr-only">
      {passage && <bdi lang={passage.language}>{passage.text}</bdi>}
      {passage && words ? " " : ""}
      {words}
    </p>
  );
}
