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

/** Sorted ranges, with the furthest end in each subtree of the implicit balanced tree over them. */
type Sorted<T> = { items: readonly T[]; maxEnd: Float64Array };

/**
 * Indexes ranges: O(n log n) once (O(n) when they come sorted by start), O(log n + found) per question.
 *
 * A binary tree is implied by the sorted array (the middle is the root), so there are no node objects; each
 * place also knows the furthest end below it, which tells what can be skipped (Cormen et al., "Interval trees").
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
    const found: T[] = [];
    collect(sorted, 0, sorted.items.length, start, end, found);
    const kept = gone.size > 0 ? found.filter((item) => !gone.has(item)) : found;
    if (recent.length === 0) return kept;
    return kept.concat(recent.filter((item) => item.start < end && item.end > start)).sort(byStart);
  };
  return {
    at: (offset) => overlapping(offset, offset + 1),
    overlapping,
    changedTo(next) {
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
  const sorted = items.toSorted(byStart);
  const maxEnd = new Float64Array(sorted.length);
  const fill = (low: number, high: number): number => {
    if (low >= high) return -1;
    const middle = (low + high) >> 1;
    const furthest = Math.max(sorted[middle]?.end ?? -1, fill(low, middle), fill(middle + 1, high));
    maxEnd[middle] = furthest;
    return furthest;
  };
  fill(0, sorted.length);
  return { items: sorted, maxEnd };
}

function collect<T extends OffsetRange>(
  sorted: Sorted<T>,
  low: number,
  high: number,
  start: number,
  end: number,
  found: T[],
): void {
  if (low >= high) return;
  const middle = (low + high) >> 1;
  if ((sorted.maxEnd[middle] ?? -1) <= start) return;
  collect(sorted, low, middle, start, end, found);
  const item = sorted.items[middle];
  if (!item || item.start >= end) return;
  if (item.end > start) found.push(item);
  collect(sorted, middle + 1, high, start, end, found);
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
