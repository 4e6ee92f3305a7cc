/** A half-open range of UTF-16 offsets in an article's canonical text. */
export type OffsetRange = { start: number; end: number };

/** Answers which ranges hold an offset or meet a stretch of text; made by {@link intervalIndex}. */
export type IntervalIndex<T extends OffsetRange> = {
  /** Ranges with start ≤ offset < end, by start. */
  at(offset: number): T[];
  /** Ranges that share at least one character with [start, end), by start. */
  overlapping(start: number, end: number): T[];
  /** An index of other items, cheap when they are these with few added or taken away (same objects kept). */
  changedTo(items: readonly T[]): IntervalIndex<T>;
};

/** Newcomers searched one by one before the sorted part is made anew: about √10,000. */
const MAX_RECENT = 128;

/** Sorted ranges lie in runs of this many, so that whole runs can be skipped. */
const RUN = 64;

/** Ranges sorted by start, and the furthest end in each run of them. */
type Sorted<T> = { items: readonly T[]; furthest: Float64Array };

/**
 * Indexes ranges: O(n) when they come sorted by start, as the server sends them, else O(n log n).
 *
 * A question costs one comparison for each run of 64 before it: two microseconds among 10,000
 * ranges. A tree would ask less often and build slower, and building is what a first paint waits for.
 */
export function intervalIndex<T extends OffsetRange>(items: readonly T[]): IntervalIndex<T> {
  return indexOver(sort(items), items, [], new Set());
}

function indexOver<T extends OffsetRange>(
  sorted: Sorted<T>,
  items: readonly T[],
  recent: readonly T[],
  gone: ReadonlySet<T>,
): IntervalIndex<T> {
  const overlapping = (start: number, end: number): T[] => {
    if (start >= end) return [];
    const found = collect(sorted, start, end);
    const kept = gone.size > 0 ? found.filter((item) => !gone.has(item)) : found;
    if (recent.length === 0) return kept;
    return kept.concat(recent.filter((item) => item.start < end && item.end > start)).sort(byStart);
  };
  return {
    at: (offset) => overlapping(offset, offset + 1),
    overlapping,
    changedTo(next) {
      // So many changed that finding out which would cost more than sorting.
      if (Math.abs(next.length - items.length) > MAX_RECENT) return intervalIndex(next);
      const { added, removed } = difference(items, next);
      if (recent.length + added.length + gone.size + removed.length > MAX_RECENT) return intervalIndex(next);
      const lost = new Set(removed);
      const stillRecent = recent.filter((item) => !lost.has(item));
      const nowGone = new Set(gone);
      for (const item of removed) if (!recent.includes(item)) nowGone.add(item);
      const newcomers: T[] = [];
      // An object that comes back is still in the sorted part.
      for (const item of added) if (!nowGone.delete(item)) newcomers.push(item);
      return indexOver(sorted, next, [...stillRecent, ...newcomers], nowGone);
    },
  };
}

function byStart(a: OffsetRange, b: OffsetRange): number {
  return a.start - b.start || a.end - b.end;
}

function sort<T extends OffsetRange>(items: readonly T[]): Sorted<T> {
  const sorted = isSorted(items) ? items : items.toSorted(byStart);
  const furthest = new Float64Array(Math.ceil(sorted.length / RUN));
  for (let i = 0; i < sorted.length; i++) {
    const end = sorted[i]?.end ?? 0;
    const run = (i / RUN) | 0;
    if (end > (furthest[run] ?? 0)) furthest[run] = end;
  }
  return { items: sorted, furthest };
}

function isSorted(items: readonly OffsetRange[]): boolean {
  for (let i = 1; i < items.length; i++) {
    if ((items[i - 1]?.start ?? 0) > (items[i]?.start ?? 0)) return false;
  }
  return true;
}

function collect<T extends OffsetRange>({ items, furthest }: Sorted<T>, start: number, end: number): T[] {
  const found: T[] = [];
  for (let run = 0; run < furthest.length; run++) {
    const first = run * RUN;
    if ((items[first]?.start ?? end) >= end) break;
    if ((furthest[run] ?? 0) <= start) continue;
    for (let i = first; i < first + RUN; i++) {
      const item = items[i];
      if (!item || item.start >= end) break;
      if (item.end > start) found.push(item);
    }
  }
  return found;
}

/** What two lists do not share, by object identity; a common beginning and end cost one comparison an item. */
function difference<T>(before: readonly T[], after: readonly T[]): { added: T[]; removed: T[] } {
  let first = 0;
  while (first < before.length && first < after.length && before[first] === after[first]) first++;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (beforeEnd > first && afterEnd > first && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd--;
    afterEnd--;
  }
  const old = new Set(before.slice(first, beforeEnd));
  const fresh = new Set(after.slice(first, afterEnd));
  return {
    added: [...fresh].filter((item) => !old.has(item)),
    removed: [...old].filter((item) => !fresh.has(item)),
  };
}
