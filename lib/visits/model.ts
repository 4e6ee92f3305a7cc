import type { Visit } from "./schema";

/** Who was away for longer than this (ms) comes back: what happened meanwhile is new to them. */
export const AWAY_MS = 30 * 60_000;

/**
 * The mark after a dossier was on screen up to entry `seq`. A first visit begins with nothing new; a visit goes on
 * until somebody was away; then what they had seen by then is what "since you were last here" counts from.
 */
export function nextVisit(
  before: Visit | null,
  { seq, seen = false, now }: { seq: number; seen?: boolean; now: Date },
): Visit {
  const at = now.toISOString();
  const newest = Math.max(seq, before?.seq ?? 0);
  if (!before || seen) return { seq: newest, at, since: { seq: newest, at } };
  const wasAway = now.getTime() - Date.parse(before.at) > AWAY_MS;
  return { seq: newest, at, since: wasAway ? { seq: before.seq, at: before.at } : before.since };
}
