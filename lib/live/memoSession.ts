import * as Y from "yjs";
import { ApiError } from "@/lib/http/client";
import type { MemoPlace, MemoState } from "@/lib/memo/schema";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";
import type { MemoShelf } from "./memoShelf";

/**
 * `saved`: everything typed here is in the database. `saving`: on its way. `waiting`: the server cannot be reached;
 * it is kept in this browser and sent by itself. `refused`: the server said no.
 */
export type MemoPhase = "opening" | "saved" | "saving" | "waiting" | "refused";

export type MemoView = {
  phase: MemoPhase;
  /** Why it was refused. */
  refusal: ApiError | null;
  /** Whether all that is not saved outlives this page. */
  isKept: boolean;
};

/** What a session needs of the world. `later` calls back once; what it answers takes that back. */
export type MemoWorld = {
  shelf: MemoShelf;
  read(): Promise<MemoState>;
  send(update: string): Promise<MemoPlace>;
  later(milliseconds: number, work: () => void): () => void;
};

export type MemoSession = {
  readonly doc: Y.Doc;
  getView(): MemoView;
  /** Whether the document holds what the server had when it was opened. */
  isOpen(): boolean;
  subscribe(listener: () => void): () => void;
  open(): void;
  /** An update that the journal tells of. */
  hear(update: string): void;
  /** Entries may have been missed: the document is read again. */
  reread(): void;
  /** Sends what is waiting, now. */
  flush(): void;
  /** Forgets what was refused, here and on the shelf. */
  drop(): Promise<void>;
  close(): void;
};

type Unsent = { update: Uint8Array; key: Promise<number | null> };

/** What is typed in so many milliseconds goes as one. */
const PAUSE_MS = 300;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/** Answers that say nothing about the words themselves: they are kept and sent again. */
const isPassing = ({ status }: ApiError) => status === 0 || status >= 500 || [401, 408, 429].includes(status);

/** One memo open in one tab: what is typed goes to the server, what others type comes in, nothing is lost between. */
export function createMemoSession({ shelf, read, send, later }: MemoWorld): MemoSession {
  const doc = new Y.Doc();
  const listeners = new Set<() => void>();
  let view: MemoView = { phase: "opening", refusal: null, isKept: true };
  let unsent: readonly Unsent[] = [];
  let isOpen = false;
  let isSending = false;
  let isClosed = false;
  let isWhole = false;
  let delay = FIRST_DELAY_MS;
  let cancel = () => {};

  const show = (change: Partial<MemoView>) => {
    view = { ...view, ...change };
    for (const listener of [...listeners]) listener();
  };
  const soon = (milliseconds: number, work: () => void) => {
    cancel();
    cancel = later(milliseconds, work);
  };
  const tryLater = (work: () => void) => {
    soon(delay * (0.5 + Math.random() / 2), work);
    delay = Math.min(delay * 2, LONGEST_DELAY_MS);
  };

  const keep = (update: Uint8Array): Unsent => {
    const key = shelf.add(update);
    void key.then((kept) => kept === null && show({ isKept: false }));
    return { update, key };
  };
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_SERVER || origin === FROM_SHELF || isClosed) return;
    unsent = [...unsent, keep(update)];
    // Whoever goes on writing may have mended what was refused, as by cutting a memo that was too long.
    show({ phase: view.phase === "waiting" ? "waiting" : "saving", refusal: null });
    if (view.phase === "saving" && !isSending) soon(PAUSE_MS, flush);
  });

  /** What this person typed in a page that is gone, or in another tab that could not send it. */
  const adopt = async () => {
    const mine = new Set(await Promise.all(unsent.map(({ key }) => key)));
    const others = (await shelf.read()).filter(({ key }) => !mine.has(key));
    for (const { update } of others) Y.applyUpdate(doc, update, FROM_SHELF);
    unsent = [...others.map(({ key, update }) => ({ update, key: Promise.resolve(key) })), ...unsent];
  };

  const load = async () => {
    const { state } = await read();
    const update = fromBase64(state);
    if (update) Y.applyUpdate(doc, update, FROM_SERVER);
  };
  const open = () => {
    load()
      .then(adopt)
      .then(
        () => {
          if (isClosed) return;
          isOpen = true;
          delay = FIRST_DELAY_MS;
          show({ phase: unsent.length > 0 ? "saving" : "saved" });
          flush();
        },
        (error: unknown) => {
          if (isClosed) return;
          if (error instanceof ApiError && !isPassing(error)) show({ phase: "refused", refusal: error });
          else tryLater(open);
        },
      );
  };

  const sent = (batch: readonly Unsent[]) => {
    unsent = unsent.filter((one) => !batch.includes(one));
    void Promise.all(batch.map(({ key }) => key)).then((keys) =>
      shelf.remove(keys.filter((key) => key !== null)),
    );
    delay = FIRST_DELAY_MS;
    isWhole = false;
    show(unsent.length > 0 ? { phase: "saving" } : { phase: "saved", isKept: true });
    if (unsent.length > 0) soon(PAUSE_MS, flush);
  };
  const failed = (error: unknown) => {
    if (!(error instanceof ApiError) || isPassing(error)) {
      show({ phase: "waiting" });
      tryLater(() => void adopt().then(flush));
    } else if (error.code === "incomplete" && !isWhole) {
      // Something that it builds on never arrived: the whole document holds it.
      isWhole = true;
      flush();
    } else {
      show({ phase: "refused", refusal: error });
    }
  };
  const flush = () => {
    if (!isOpen || isSending || isClosed || unsent.length === 0 || view.phase === "refused") return;
    cancel();
    isSending = true;
    const batch = unsent;
    const update = isWhole ? Y.encodeStateAsUpdate(doc) : Y.mergeUpdates(batch.map((one) => one.update));
    send(toBase64(update)).then(
      () => {
        isSending = false;
        sent(batch);
      },
      (error: unknown) => {
        isSending = false;
        failed(error);
      },
    );
  };

  return {
    doc,
    getView: () => view,
    isOpen: () => isOpen,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    hear(text) {
      const update = fromBase64(text);
      if (update) Y.applyUpdate(doc, update, FROM_SERVER);
    },
    reread: () => void load().catch(() => {}),
    flush,
    async drop() {
      const keys = await Promise.all(unsent.map(({ key }) => key));
      unsent = [];
      await shelf.remove(keys.filter((key) => key !== null));
    },
    close() {
      // What is under way is answered still, so that the shelf is emptied; nothing new begins.
      flush();
      isClosed = true;
      cancel();
    },
  };
}

const FROM_SERVER = "server";
const FROM_SHELF = "shelf";
