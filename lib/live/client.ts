import { ApiError, api } from "@/lib/http/client";
import type { Entry } from "@/lib/journal/entries";
import type { PresenceEvent } from "@/lib/presence/schema";

/** `connecting`: (again) on the way; `offline`: no answer; `closed`: signed out or no longer a member, for good. */
export type LiveStatus = "connecting" | "live" | "offline" | "closed";

type Page = { items: Entry[]; next: number | null };

/** What {@link followDossier} needs of the world; the browser's by default. */
export type World = {
  open(url: string): Source;
  readPage(url: string): Promise<Page>;
  /** Calls back after `milliseconds`, or sooner when the network comes back; the result takes it back. */
  later(milliseconds: number, work: () => void): () => void;
};
/** The part of an EventSource that is used. */
type Source = { addEventListener(type: string, listener: (event: Event) => void): void; close(): void };

type Options = {
  /** The last number that the caller has. */
  after: number;
  /** Gets every later entry, once, in order, without gaps. */
  onEntry(entry: Entry): void;
  onStatus(status: LiveStatus): void;
  /**
   * So much is missing that reading the whole state is less work: reads it and resolves to its number, from which
   * entries go on. Without it every missing entry is read.
   */
  onReload?(): Promise<number>;
  /** Who is in the dossier, and where; journal numbers know nothing of it. */
  onPresence?(event: PresenceEvent): void;
};

const firstDelay = 500;
const longestDelay = 15_000;

/**
 * Follows a dossier's journal from the browser until the function it returns is called. Keeps its own account of the
 * last number seen. Each connection begins by reading one page, which says why when it may not be read (an
 * `EventSource` cannot); the stream then brings the rest, and whatever is missing in it is fetched.
 */
export function followDossier(
  dossierId: string,
  { after, onEntry, onStatus, onReload, onPresence }: Options,
  world: World = browser,
): () => void {
  const events = `/api/dossiers/${dossierId}/events`;
  let last = after;
  /** The highest number heard of. */
  let newest = after;
  let source: Source | undefined;
  let cancelWait = () => {};
  let delay = firstDelay;
  let isFetching = false;
  let status: LiveStatus | undefined;

  const become = (next: LiveStatus) => {
    if (status === next || isStopped) return;
    status = next;
    onStatus(next);
  };
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    source?.close();
    cancelWait();
  };
  const giveUp = () => {
    stop();
    onStatus("closed");
  };
  const accept = (entry: Entry) => {
    newest = Math.max(newest, entry.seq);
    if (entry.seq !== last + 1 || isStopped) return;
    last = entry.seq;
    onEntry(entry);
  };

  async function readPage(): Promise<Page> {
    const page = await world.readPage(`${events}?after=${last}`);
    page.items.forEach(accept);
    return page;
  }

  /** Reads pages until nothing is missing that was heard of. */
  async function catchUp(): Promise<void> {
    for (;;) {
      const { items, next } = await readPage();
      if (isStopped || (next === null && (last >= newest || items.length === 0))) return;
    }
  }

  /** Starts from the state as a whole, then goes on from there. */
  async function reload(read: () => Promise<number>): Promise<void> {
    const reached = await read();
    last = Math.max(last, reached);
    newest = Math.max(newest, last);
    if (last < newest && !isStopped) await catchUp();
  }

  function whileFetching(fetch: () => Promise<unknown>, work = () => {}): void {
    isFetching = true;
    fetch().then(
      () => {
        isFetching = false;
        if (!isStopped) work();
      },
      (error: unknown) => {
        isFetching = false;
        lost(error);
      },
    );
  }

  function connect(): void {
    become("connecting");
    whileFetching(readPage, () => {
      const mine = world.open(`${events}?after=${last}`);
      source = mine;
      const isCurrent = () => source === mine && !isStopped;
      mine.addEventListener("open", () => {
        if (!isCurrent()) return;
        delay = firstDelay;
        become("live");
      });
      mine.addEventListener("entry", (event) => {
        if (!isCurrent()) return;
        accept(JSON.parse((event as MessageEvent<string>).data) as Entry);
        if (newest > last && !isFetching) whileFetching(catchUp);
      });
      mine.addEventListener("reload", (event) => {
        if (!isCurrent()) return;
        const { seq } = JSON.parse((event as MessageEvent<string>).data) as { seq: number };
        newest = Math.max(newest, seq);
        if (newest > last && !isFetching) whileFetching(onReload ? () => reload(onReload) : catchUp);
      });
      mine.addEventListener("presence", (event) => {
        if (isCurrent()) onPresence?.(JSON.parse((event as MessageEvent<string>).data) as PresenceEvent);
      });
      mine.addEventListener("closed", () => {
        if (isCurrent()) giveUp();
      });
      mine.addEventListener("error", () => {
        if (isCurrent()) lost(null);
      });
    });
  }

  /** The connection or a fetch failed: gives up when told to, else tries again, later and later. */
  function lost(error: unknown): void {
    if (isStopped) return;
    source?.close();
    source = undefined;
    if (error instanceof ApiError && [401, 403, 404].includes(error.status)) {
      giveUp();
      return;
    }
    become(error === null ? "connecting" : "offline");
    cancelWait();
    cancelWait = world.later(delay * (0.5 + Math.random() / 2), connect);
    delay = Math.min(delay * 2, longestDelay);
  }

  connect();
  return stop;
}

/** The world as it is. */
export const browser: World = {
  open: (url) => new EventSource(url),
  readPage: (url) => api.get<Page>(url),
  later(milliseconds, work) {
    const cancel = () => {
      clearTimeout(timer);
      window.removeEventListener("online", now);
    };
    const now = () => {
      cancel();
      work();
    };
    const timer = setTimeout(now, milliseconds);
    window.addEventListener("online", now);
    return cancel;
  },
};
