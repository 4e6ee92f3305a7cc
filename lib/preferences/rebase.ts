import type { Preferences, StoredPreferences } from "./schema";

/**
 * Whether a change made on `seen` may go on top of `current`, which another tab stored meanwhile: only if that tab
 * left alone what this change is about.
 */
export function mayGoOnTop(
  change: Partial<Preferences>,
  seen: Preferences,
  current: StoredPreferences,
): boolean {
  const fields = Object.keys(change) as (keyof Preferences)[];
  return fields.every((field) => JSON.stringify(seen[field]) === JSON.stringify(current[field]));
}
