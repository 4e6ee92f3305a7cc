"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/**
 * An instant (ISO 8601), in UTC as the server writes it, then in the reader's own time zone once the page is theirs,
 * so that both sides first render the same.
 */
export function Moment({ at }: { at: string }) {
  const timeZone = useSyncExternalStore(
    subscribe,
    () => undefined,
    () => "UTC",
  );
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <time dateTime={at} className="whitespace-nowrap" title={at}>
      {format.format(new Date(at))}
    </time>
  );
}
