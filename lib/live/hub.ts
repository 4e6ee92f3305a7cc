import { log } from "@/lib/http/log";
import type { Entry } from "@/lib/journal/entries";

/** Who follows a dossier. `take` gets entries in order and without gaps, from the one after `cursor` on. */
export type Reader = {
  /** The last number taken; the reader moves it, and may take less than it is given. */
  cursor: number;
  /** Whether it can take entries now. When it can again, it calls `nudge`. */
  ready(): boolean;
  take(entries: readonly Entry[]): void;
};

export type Following = { nudge(): void; leave(): void };

export type Hub = {
  /** Begins with what is in the journal after the reader's cursor and goes on with what comes. */
  follow(dossierId: string, reader: Reader): Following;
  /** A dossier's journal has reached `seq`. */
  notify(dossierId: string, seq: number): void;
  /** Notifications may have been missed: every dossier is read again. */
  reread(): void;
};

type Topic = {
  dossierId: string;
  readers: Set<Reader>;
  /** Readers that may lack entries. */
  behind: Set<Reader>;
  /** Raised with every piece of news, so that a read knows whether it has seen all of it. */
  news: number;
  reading: boolean;
};

export type ReadEntries = (dossierId: string, after: number, limit: number) => Promise<Entry[]>;

const pageSize = 200;
const retryAfter = 1_000;

/**
 * Reads each dossier's new entries once for all who follow it. Reads of one dossier take turns, so entries come in
 * order; every reader has its own place, so whoever joins late, reads slowly or missed a notification catches up
 * from there. Nothing is queued here: a reader that is not ready is read for later.
 */
export function createHub(read: ReadEntries): Hub {
  const topics = new Map<string, Topic>();

  async function pump(topic: Topic): Promise<void> {
    if (topic.reading) return;
    topic.reading = true;
    try {
      for (let reader = nextOf(topic); reader; reader = nextOf(topic)) await readFor(topic, reader.cursor);
    } catch (error) {
      log.error({ err: error, dossierId: topic.dossierId }, "cannot read the journal for its stream");
      setTimeout(() => pump(topic), retryAfter).unref();
    } finally {
      topic.reading = false;
    }
  }

  async function readFor(topic: Topic, after: number): Promise<void> {
    const { news } = topic;
    const entries = await read(topic.dossierId, after, pageSize);
    const last = entries.at(-1)?.seq ?? after;
    for (const reader of [...topic.readers]) {
      if (reader.cursor !== after) continue;
      if (entries.length > 0 && reader.ready()) reader.take(entries);
      const sawAll = entries.length < pageSize && news === topic.news;
      if (sawAll && reader.cursor >= last) topic.behind.delete(reader);
    }
  }

  function follow(dossierId: string, reader: Reader): Following {
    const topic = topics.get(dossierId) ?? openTopic(dossierId);
    topics.set(dossierId, topic);
    topic.readers.add(reader);
    topic.behind.add(reader);
    void pump(topic);
    return {
      nudge: () => void pump(topic),
      leave: () => {
        topic.readers.delete(reader);
        topic.behind.delete(reader);
        if (topic.readers.size === 0 && topics.get(dossierId) === topic) topics.delete(dossierId);
      },
    };
  }

  function tell(topic: Topic, readers: Iterable<Reader>): void {
    topic.news += 1;
    for (const reader of readers) topic.behind.add(reader);
    void pump(topic);
  }

  return {
    follow,
    notify(dossierId, seq) {
      const topic = topics.get(dossierId);
      if (topic) {
        tell(
          topic,
          [...topic.readers].filter((reader) => reader.cursor < seq),
        );
      }
    },
    reread() {
      for (const topic of topics.values()) tell(topic, topic.readers);
    },
  };
}

function openTopic(dossierId: string): Topic {
  return { dossierId, readers: new Set(), behind: new Set(), news: 0, reading: false };
}

/** Whom to read for next: the one furthest on, so that those who are live do not wait for those who catch up. */
function nextOf({ behind }: Topic): Reader | undefined {
  let furthest: Reader | undefined;
  for (const reader of behind) {
    if (reader.ready() && (!furthest || reader.cursor > furthest.cursor)) furthest = reader;
  }
  return furthest;
}
