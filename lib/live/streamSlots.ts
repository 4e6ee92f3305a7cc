import type { Entry } from "@/lib/journal/entries";
import type { World } from "./client";

type Source = ReturnType<World["open"]>;
type Listener = Parameters<Source["addEventListener"]>;

/** What {@link slottedOpen} needs of the browser. */
type Slots = {
  /** Takes a slot when one is free; null otherwise. The result gives it back. */
  take(): Promise<(() => void) | null>;
  stream(url: string): Source;
  readPage: World["readPage"];
  every(ms: number, work: () => void): () => void;
};

/** How often a dossier without a stream of its own is asked for news, in ms. */
const ASK_MS = 5_000;

/**
 * Opens a stream while there is a slot for one, and asks for pages now and then otherwise: browsers keep six
 * connections to a host at most (HTTP/1.1), for all tabs together, and a stream takes one for good. As soon as a slot
 * is free, the stream goes on from the last entry.
 */
export function slottedOpen({ take, stream, readPage, every }: Slots): World["open"] {
  return (url) => {
    const heard: Listener[] = [];
    const [path = url, query = ""] = url.split("?");
    let last = Number(new URLSearchParams(query).get("after") ?? 0);
    let source: Source | null = null;
    let giveBack: () => void = () => {};
    let stopAsking = () => {};
    let [isClosed, isAsking, hasOpened] = [false, false, false];

    const tell = (type: string, data?: unknown) => {
      const event =
        data === undefined ? new Event(type) : new MessageEvent(type, { data: JSON.stringify(data) });
      for (const [name, listener] of heard) {
        if (name === type) listener(event);
      }
    };
    const tryStream = async (): Promise<boolean> => {
      const slot = await take();
      if (!slot) return false;
      if (isClosed) {
        slot();
        return true;
      }
      giveBack = slot;
      source = stream(`${path}?after=${last}`);
      for (const [name, listener] of heard) source.addEventListener(name, listener);
      return true;
    };
    const ask = async () => {
      if (isAsking || isClosed) return;
      isAsking = true;
      try {
        if (await tryStream()) return stopAsking();
        const page: { items: Entry[] } = await readPage(`${path}?after=${last}`);
        if (isClosed) return;
        if (!hasOpened) tell("open");
        hasOpened = true;
        for (const entry of page.items) {
          last = entry.seq;
          tell("entry", entry);
        }
      } catch {
        if (!isClosed) tell("error");
      } finally {
        isAsking = false;
      }
    };
    stopAsking = every(ASK_MS, () => void ask());
    void ask();

    const facade = {
      addEventListener(...listener: Listener) {
        heard.push(listener);
        source?.addEventListener(...listener);
      },
      close() {
        isClosed = true;
        stopAsking();
        source?.close();
        giveBack();
      },
    };
    // Its listeners are the stream’s own, or hear events made like them.
    return facade as unknown as Source;
  };
}

/** Of six connections, two are left for everything else. */
const SLOTS = 4;

/** Takes one of the slots that all tabs of this browser share; without locks there is always one. */
export async function takeSlot(): Promise<(() => void) | null> {
  if (!("locks" in navigator)) return () => {};
  for (let slot = 1; slot <= SLOTS; slot++) {
    const taken = await new Promise<(() => void) | null>((resolve) => {
      void navigator.locks.request(`stet:stream:${slot}`, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        return new Promise<void>((free) => resolve(() => free()));
      });
    });
    if (taken) return taken;
  }
  return null;
}
