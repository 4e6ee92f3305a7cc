import { log } from "@/lib/http/log";
import { type HotEntries, hotEntries, type Numbered } from "./hotEntries";

/** Who follows a dossier. `take` gets entries in order and without gaps, from the one after `cursor` on. */
export type Reader<T> = {
  /** The last number taken; the reader moves it, and may take less than it is given. */
  cursor: number;
  /** Whether it can take entries now. When it can again, it calls `nudge`. */
  ready(): boolean;
  /** Readers at the same place get the same list: what is made of it can be kept with it. */
  take(entries: readonly T[]): void;
  /** Too much is missing: reading the whole state is less work. Entries go on after `seq`, to which `cursor` is set. */
  skipTo(seq: number): void;
};

export type Following = { nudge(): void; leave(): void };

export type Hub<T> = {
  /**
   * Begins with what is in the journal after the reader's cursor and goes on with what comes.
   *
   * @param head the journal's number, read after the reader got its own: a cursor beyond it is not believed
   */
  follow(dossierId: string, reader: Reader<T>, head: number): Following;
  /** A dossier's journal has reached `seq`. */
  notify(dossierId: string, seq: number): void;
  /** Notifications may have been missed: every dossier is read again. */
  reread(): void;
};

type Topic<T extends Numbered> = {
  dossierId: string;
  readers: Set<Reader<T>>;
  /** Readers that may lack entries. */
  behind: Set<Reader<T>>;
  hot: HotEntries<T>;
  /** The highest number heard of. */
  newest: number;
  /** Whether `hot` ends where the journal did when last heard of. */
  isCurrent: boolean;
  /** Raised with every piece of news, so that a read knows whether it has seen all of it. */
  news: number;
  reading: boolean;
  /** When the news was last looked at, and the timer for looking again. */
  lookedAt: number;
  soon: NodeJS.Timeout | undefined;
};

export type ReadEntries<T> = (dossierId: string, after: number, limit: number) => Promise<T[]>;

/**
 * `keptHot`: how many entries are kept in memory for each dossier that is followed. Who is further behind is told to
 * read the state, which then costs less than the entries and their work in the browser: five pages of them.
 * `coalesce`: news that comes within so many milliseconds is read at once. `sizeOf`: what an entry takes, in bytes.
 */
type Settings<T> = { keptHot?: number; coalesce?: number; sizeOf?: (entry: T) => number };

export const KEPT_HOT = 1_000;
const coalesceMs = 4;
const pageSize = 200;
const retryAfter = 1_000;

/**
 * Reads each dossier's new entries once for all who follow it. Reads of one dossier take turns, so entries come in
 * order; every reader has its own place, so whoever joins late, reads slowly or missed a notification catches up
 * from there: out of memory as far as that goes, else page by page. Nothing is queued for anyone.
 */
export function createHub<T extends Numbered>(
  read: ReadEntries<T>,
  { keptHot = KEPT_HOT, coalesce = coalesceMs, sizeOf }: Settings<T> = {},
): Hub<T> {
  const topics = new Map<string, Topic<T>>();

  async function pump(topic: Topic<T>): Promise<void> {
    if (topic.reading) return;
    topic.reading = true;
    topic.lookedAt = performance.now();
    try {
      serveHot(topic, keptHot);
      for (let reader = nextOf(topic); reader; reader = nextOf(topic)) {
        await readFor(topic, reader.cursor);
        serveHot(topic, keptHot);
      }
    } catch (error) {
      log.error({ err: error, dossierId: topic.dossierId }, "cannot read the journal for its stream");
      setTimeout(() => pump(topic), retryAfter).unref();
    } finally {
      topic.reading = false;
    }
  }

  async function readFor(topic: Topic<T>, after: number): Promise<void> {
    const { news } = topic;
    const entries = await read(topic.dossierId, after, pageSize);
    const last = entries.at(-1)?.seq ?? after;
    const sawAll = entries.length < pageSize && news === topic.news;
    topic.newest = Math.max(topic.newest, last);
    topic.hot.add(after, entries);
    if (sawAll && topic.hot.end === last) topic.isCurrent = true;
    if (topic.hot.after(after, 1) !== null) return;
    // Far behind what is kept: the page is for those who stand here.
    for (const reader of [...topic.behind]) {
      if (reader.cursor === after && entries.length > 0 && reader.ready()) reader.take(entries);
    }
  }

  /** News that comes in quick succession is looked at together; a first one at once. */
  function soon(topic: Topic<T>): void {
    if (topic.soon) return;
    const wait = topic.lookedAt + coalesce - performance.now();
    if (wait <= 0) return void pump(topic);
    topic.soon = setTimeout(() => {
      topic.soon = undefined;
      void pump(topic);
    }, wait);
  }

  function follow(dossierId: string, reader: Reader<T>, head: number): Following {
    reader.cursor = Math.min(reader.cursor, head);
    const topic = topics.get(dossierId) ?? openTopic(dossierId, hotEntries(keptHot, sizeOf));
    topics.set(dossierId, topic);
    topic.newest = Math.max(topic.newest, head);
    topic.readers.add(reader);
    topic.behind.add(reader);
    void pump(topic);
    return {
      nudge: () => void (topic.behind.has(reader) && pump(topic)),
      leave: () => {
        topic.readers.delete(reader);
        topic.behind.delete(reader);
        if (topic.readers.size === 0 && topics.get(dossierId) === topic) topics.delete(dossierId);
      },
    };
  }

  function tell(topic: Topic<T>, readers: Iterable<Reader<T>>): void {
    topic.news += 1;
    topic.isCurrent = false;
    for (const reader of readers) topic.behind.add(reader);
    soon(topic);
  }

  return {
    follow,
    notify(dossierId, seq) {
      const topic = topics.get(dossierId);
      if (!topic || seq <= (topic.isCurrent ? (topic.hot.end ?? -1) : -1)) return;
      topic.newest = Math.max(topic.newest, seq);
      tell(topic, topic.readers);
    },
    reread() {
      for (const topic of topics.values()) tell(topic, topic.readers);
    },
  };
}

function openTopic<T extends Numbered>(dossierId: string, hot: HotEntries<T>): Topic<T> {
  return {
    dossierId,
    readers: new Set(),
    behind: new Set(),
    hot,
    newest: 0,
    isCurrent: false,
    news: 0,
    reading: false,
    lookedAt: Number.NEGATIVE_INFINITY,
    soon: undefined,
  };
}

/** Gives those who are behind what is in memory, and lets go of those who then lack nothing. */
function serveHot<T extends Numbered>(topic: Topic<T>, keptHot: number): void {
  const pages = new Map<number, readonly T[]>();
  for (const reader of [...topic.behind]) {
    while (reader.ready()) {
      if (topic.newest - reader.cursor > keptHot) reader.skipTo(topic.newest);
      const { cursor } = reader;
      const page = pages.get(cursor) ?? topic.hot.after(cursor, pageSize);
      if (!page || page.length === 0) break;
      pages.set(cursor, page);
      reader.take(page);
      if (reader.cursor === cursor) break;
    }
    if (topic.isCurrent && reader.cursor >= (topic.hot.end ?? 0)) topic.behind.delete(reader);
  }
}

/** Whom to read for next: the one furthest on, so that those who are live do not wait for those who catch up. */
function nextOf<T extends Numbered>({ behind }: Topic<T>): Reader<T> | undefined {
  let furthest: Reader<T> | undefined;
  for (const reader of behind) {
    if (reader.ready() && (!furthest || reader.cursor > furthest.cursor)) furthest = reader;
  }
  return furthest;
}
