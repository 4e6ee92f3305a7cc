"use client";

import { useSyncExternalStore } from "react";
import { Moment } from "./Moment";
import { ago } from "./timeAgo";

const MINUTE_MS = 60_000;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** One clock for every {@link Ago} on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of [...listeners]) one();
  }, MINUTE_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** An instant as the time since; as a date when that is long, and until the page is the reader's. */
export function Ago({ at }: { at: string }) {
  const clock = useSyncExternalStore(
    subscribe,
    () => Math.max(now, Date.parse(at)),
    () => null,
  );
  const words = clock === null ? null : ago(at, clock);
  if (words === null) return <Moment at={at} />;
  return (
    <time dateTime={at} title={new Date(at).toLocaleString("en-GB")} className="whitespace-nowrap">
      {words}
    </time>
  );
}
