import type { Entry } from "@/lib/journal/entries";

/** Entries beyond a gap that are kept until it is filled; more are fetched again. */
const MOST_KEPT = 1_000;

/** Puts entries that come in any order, any number of times, into theirs. */
export function createEntryLine() {
  const ahead = new Map<number, Entry>();
  return {
    /** The entries that now follow on number `seq` without a gap. */
    *take(entry: Entry, seq: number): Generator<Entry> {
      ahead.set(entry.seq, entry);
      let last = seq;
      for (let next = ahead.get(last + 1); next; next = ahead.get(last + 1)) {
        last = next.seq;
        yield next;
      }
      for (const known of ahead.keys()) if (known <= last || ahead.size > MOST_KEPT) ahead.delete(known);
    },
  };
}
