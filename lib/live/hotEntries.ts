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

/** @param most how many entries are kept */
export function hotEntries<T extends Numbered>(most: number): HotEntries<T> {
  let kept: T[] = [];
  let end: number | null = null;
  return {
    get end() {
      return end;
    },
    add(after, entries) {
      if (end !== null && after < end) return;
      if (after !== end) kept = [];
      kept.push(...entries);
      end = entries.at(-1)?.seq ?? after;
      // Cut now and then, not with every entry.
      if (kept.length > most * 1.25) kept = kept.slice(-most);
    },
    after(after, limit) {
      if (end === null || after > end) return null;
      const from = kept.length - (end - after);
      return from < 0 ? null : kept.slice(from, from + limit);
    },
  };
}
