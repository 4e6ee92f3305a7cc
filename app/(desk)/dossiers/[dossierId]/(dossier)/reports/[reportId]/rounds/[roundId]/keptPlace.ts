"use client";

import { z } from "zod";

const placesSchema = z.record(z.string(), z.string());
/** Rounds whose place is remembered: the ones opened last. */
const MOST_ROUNDS = 30;

const nameOf = (userId: string) => `stet.review.${userId}`;

/** The item at which this person stopped in a round, by `itemKey`; null when they were not there in this browser. */
export function keptPlace(userId: string, roundId: string): string | null {
  return places(userId)[roundId] ?? null;
}

/** See {@link keptPlace}. A browser that keeps nothing is no reason to fail. */
export function keepPlace(userId: string, roundId: string, key: string): void {
  const { [roundId]: _before, ...others } = places(userId);
  const kept = [...Object.entries(others), [roundId, key]].slice(-MOST_ROUNDS);
  try {
    localStorage.setItem(nameOf(userId), JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // One begins at the first item then.
  }
}

function places(userId: string): Record<string, string> {
  try {
    return placesSchema.safeParse(JSON.parse(localStorage.getItem(nameOf(userId)) ?? "{}")).data ?? {};
  } catch {
    return {};
  }
}
