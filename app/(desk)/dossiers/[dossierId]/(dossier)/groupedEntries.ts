import type { Entry } from "@/lib/journal/entries";

/** One line of the activity: an entry, and how many like it stand behind it. */
export type EntryGroup = { entry: Entry; count: number };

/** Longer apart than this, in milliseconds, one person's writing is two sittings. */
const SITTING_MS = 30 * 60_000;

/**
 * Entries as a reader wants them, in the same order: what one person typed into one memo in one sitting is one line,
 * told by its newest entry.
 */
export function groupedEntries(entries: readonly Entry[]): EntryGroup[] {
  const groups: EntryGroup[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && isSameSitting(last.entry, entry)) {
      const newest = entry.seq > last.entry.seq ? entry : last.entry;
      groups[groups.length - 1] = { entry: newest, count: last.count + 1 };
    } else groups.push({ entry, count: 1 });
  }
  return groups;
}

function isSameSitting(a: Entry, b: Entry): boolean {
  if (a.type !== "memo.edited" || b.type !== "memo.edited" || a.actorId !== b.actorId) return false;
  if (a.payload.reportId !== b.payload.reportId) return false;
  return Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= SITTING_MS;
}
