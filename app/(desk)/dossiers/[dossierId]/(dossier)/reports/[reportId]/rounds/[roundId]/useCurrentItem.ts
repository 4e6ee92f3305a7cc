"use client";

import { useCallback, useEffect, useState } from "react";
import { itemKey } from "@/lib/reviews/itemHash";
import { keepPlace, keptPlace } from "./keptPlace";

/** Browsers take only so many changes of the address in a row: it follows when one rests. Milliseconds. */
const REST_MS = 400;
const NAMED = /^#(annotation|link)-([0-9a-f-]{36})/;

/** The item one is on. `isWalked`: somebody went there, so that it takes the focus. */
export type Current = { key: string; isWalked: boolean };

/**
 * The item one is on: the one the address names, else where this person stopped in this browser, else `first`. The
 * address and the browser's memory follow.
 */
export function useCurrentItem(
  roundId: string,
  userId: string,
  first: string,
  isThere: (key: string) => boolean,
): [Current, (key: string, isWalked?: boolean) => void] {
  const [current, setCurrent] = useState<Current>({ key: first, isWalked: false });
  // The server knows neither the fragment nor the browser's memory.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one begins is asked once
  useEffect(() => {
    const arrive = (wanted: string | null) => {
      if (wanted && isThere(wanted)) setCurrent({ key: wanted, isWalked: false });
    };
    arrive(named() ?? keptPlace(userId, roundId));
    const hear = () => arrive(named());
    window.addEventListener("hashchange", hear);
    return () => window.removeEventListener("hashchange", hear);
  }, [roundId, userId]);
  const go = useCallback((key: string, isWalked = true) => setCurrent({ key, isWalked }), []);

  const { key, isWalked } = current;
  useEffect(() => {
    if (!isWalked) return;
    const keep = () => keepPlace(userId, roundId, key);
    const timer = setTimeout(() => {
      keep();
      const { pathname, search } = window.location;
      window.history.replaceState(null, "", `${pathname}${search}#${key.replace(":", "-")}`);
    }, REST_MS);
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [key, isWalked, roundId, userId]);
  return [current, go];
}

function named(): string | null {
  const [, type, id] = NAMED.exec(window.location.hash) ?? [];
  return (type === "annotation" || type === "link") && id ? itemKey({ type, id }) : null;
}
