/** What has a number in a dossier's journal. */
export type Numbered = { seq: number };

/** The newest entries of one journal, without gaps, kept in memory so that many who lack them cost one read. */
export type HotEntries<T extends Numbered> = {
  /** The number of the newest entry kept or known to be there; null before anything was read. */
  readonly end: number | null;
  /** Takes what was read after number `after`: behind what is kept, or in its place when that is older. */
  add(after: number, entries: readonly T[]): void;
  /** At most `limit` entries after `after`; null when some of them are not kept any more (or not yet). */
  after(after: number, limit: number): readonly T[] | null;
};

/** Of one journal, in bytes: a few long memos or rounds must not fill the memory that all dossiers share. */
export const MOST_BYTES = 16_000_000;

/**
 * @param most how many entries are kept
 * @param sizeOf what one takes, in bytes; of more than {@link MOST_BYTES} the oldest go sooner
 */
export function hotEntries<T extends Numbered>(
  most: number,
  sizeOf: (entry: T) => number = () => 0,
): HotEntries<T> {
  let kept: T[] = [];
  let size = 0;
  let end: number | null = null;
  return {
    get end() {
      return end;
    },
    add(after, entries) {
      if (end !== null && after < end) return;
      if (after !== end) [kept, size] = [[], 0];
      kept.push(...entries);
      for (const entry of entries) size += sizeOf(entry);
      end = entries.at(-1)?.seq ?? after;
      // Cut now and then, not with every entry.
      let cut = kept.length > most * 1.25 ? kept.length - most : 0;
      for (const entry of kept.slice(0, cut)) size -= sizeOf(entry);
      if (size > MOST_BYTES) {
        for (let next = kept[cut]; next && size > MOST_BYTES / 2; next = kept[++cut]) size -= sizeOf(next);
      }
      if (cut > 0) kept = kept.slice(cut);
    },
    after(after, limit) {
      if (end === null || after > end) return null;
      const from = kept.length - (end - after);
      return from < 0 ? null : kept.slice(from, from + limit);
    },
  };
}
