import { ApiError } from "@/lib/http/client";
import { apply, type DossierState } from "@/lib/journal/apply";
import type { Entry } from "@/lib/journal/entries";
import type { LiveStatus } from "./client";
import { type Overlay, subjectKey } from "./pending";

/** `unsaved`: the server could not be reached; the change is kept here and can be tried again. */
export type SavePhase = "saving" | "unsaved";

/** What a page may show. A new object whenever anything in it changes, the same one otherwise. */
export type DossierView = {
  /** As the server last said. */
  server: DossierState;
  /** The server's state with the changes made here laid over it: what to show. */
  state: DossierState;
  status: LiveStatus;
  /** By {@link subjectKey}: what is on its way or waiting. */
  phases: Readonly<Record<string, SavePhase>>;
};

export type Attempt<T> = {
  overlay: Overlay;
  /** Sends the change; after an earlier change of the same thing, with the version that one came to. */
  send(previous: unknown): Promise<T>;
  /** What the answer shows until its journal entry arrives; by default what `overlay` shows. */
  answered?(answer: T): Overlay;
};

/** A change of many things that the server takes or refuses as one. */
export type GroupAttempt<T> = {
  /** Names every thing it is about: `subject` and `others`. */
  overlay: Overlay;
  /** `previous`: by {@link subjectKey}, what an earlier change of a thing came to. */
  send(previous: ReadonlyMap<string, unknown>): Promise<T>;
  /** What of the answer is about the thing with this {@link subjectKey}. */
  answerFor(answer: T, key: string): unknown;
  answered?(answer: T): Overlay;
};

/** How an attempt ended: it resolves only when the server has said yes or no, however often it was tried. */
export type Settled<T> = { saved: true; answer: T } | { saved: false; refusal: ApiError };

export type DossierStore = {
  getView(): DossierView;
  subscribe(listener: () => void): () => void;
  /** Hears each journal entry as it is applied, and the server's state just before it. */
  watchEntries(listener: (entry: Entry, before: DossierState) => void): () => void;
  /** Takes an entry of the stream, in any order, any number of times. */
  receive(entry: Entry): void;
  setStatus(status: LiveStatus): void;
  /** Starts again from a state read whole. One that is no newer than what the store has changes nothing. */
  replace(state: DossierState): void;
  /** Shows a change at once and sends it; a refused one disappears again. */
  attempt<T>(attempt: Attempt<T>): Promise<Settled<T>>;
  /** The same for many things at once: one request, shown, taken and refused as a whole. */
  attemptTogether<T>(attempt: GroupAttempt<T>): Promise<Settled<T>>;
  /** Tries again whatever could not be sent. */
  retry(): void;
};

type Pending = {
  keys: readonly string[];
  overlay: Overlay;
  phase: SavePhase | "answered";
  /** Its entry has arrived: nothing is laid over the state any more, only the answer is waited for. */
  settled: boolean;
  run(): void;
};

/** Entries beyond a gap that are kept until it is filled; more are fetched again. */
const MOST_KEPT = 1_000;

/** Answers that say nothing about the change itself: it is kept, and worth another try. */
const passing: readonly number[] = [401, 429];

function isRefusal(error: unknown): error is ApiError {
  return (
    error instanceof ApiError && error.status >= 400 && error.status < 500 && !passing.includes(error.status)
  );
}

/**
 * The browser's copy of one dossier. Journal entries and optimistic changes go in, one state to show comes out;
 * it knows no network and no framework.
 *
 * @param onGap entries after number `after` are missing
 */
export function createDossierStore(
  initial: DossierState,
  { onGap }: { onGap?: (after: number) => void } = {},
): DossierStore {
  const listeners = new Set<() => void>();
  const watchers = new Set<(entry: Entry, before: DossierState) => void>();
  const ahead = new Map<number, Entry>();
  let pending: readonly Pending[] = [];
  let view: DossierView = { server: initial, state: initial, status: "connecting", phases: {} };

  const show = (change: Partial<Pick<DossierView, "server" | "status">> = {}) => {
    const server = change.server ?? view.server;
    const phases: Record<string, SavePhase> = {};
    let state = server;
    for (const { keys, overlay, phase, settled } of pending) {
      if (!settled) state = overlay.show(state);
      if (phase === "answered") continue;
      for (const key of keys) if (phases[key] !== "unsaved") phases[key] = phase;
    }
    view = { server, state, status: change.status ?? view.status, phases };
    for (const listener of [...listeners]) listener();
  };
  const drop = (gone: Pending) => {
    pending = pending.filter((one) => one !== gone);
  };
  const settle = (isSettled: (overlay: Overlay) => boolean) => {
    for (const one of pending) one.settled ||= isSettled(one.overlay);
    pending = pending.filter((one) => !(one.settled && one.phase === "answered"));
  };

  const receive = (entry: Entry) => {
    let server = view.server;
    ahead.set(entry.seq, entry);
    for (let next = ahead.get(server.seq + 1); next; next = ahead.get(server.seq + 1)) {
      const before = server;
      server = apply(server, next).state;
      const arrived = next;
      const reached = server;
      settle((overlay) => overlay.settledBy(arrived, reached));
      for (const watcher of [...watchers]) watcher(arrived, before);
    }
    for (const seq of ahead.keys()) if (seq <= server.seq || ahead.size > MOST_KEPT) ahead.delete(seq);
    if (server !== view.server) show({ server });
    else if (entry.seq > server.seq) onGap?.(server.seq);
  };

  /** Changes of one thing go one after the other; the last of each thing's. */
  const tails = new Map<string, Promise<Settled<unknown>>>();

  type Work<T> = { overlay: Overlay; send(): Promise<T>; answered: ((answer: T) => Overlay) | undefined };

  /** Sends once what it stands on is settled: `ready` answers the refusal when that does not stand. */
  const begin = <T>(
    { overlay, send, answered }: Work<T>,
    ready: () => Promise<{ saved: false; refusal: ApiError } | null>,
  ): Promise<Settled<T>> => {
    const keys = [overlay.subject, ...(overlay.others ?? [])].map(subjectKey);
    return new Promise((resolve) => {
      const mine: Pending = { keys, overlay, phase: "saving", settled: false, run: () => void run() };
      const run = async () => {
        const refused = await ready();
        if (refused) {
          drop(mine);
          resolve(refused);
          return show();
        }
        try {
          const answer = await send();
          if (answered) mine.overlay = answered(answer);
          mine.phase = "answered";
          settle((its) => its === mine.overlay && its.reflectedIn(view.server));
          resolve({ saved: true, answer });
        } catch (error) {
          if (isRefusal(error)) {
            drop(mine);
            resolve({ saved: false, refusal: error });
          } else {
            mine.phase = "unsaved";
          }
        }
        show();
      };
      pending = [...pending, mine];
      show();
      mine.run();
    });
  };

  const follow = (key: string, done: Promise<Settled<unknown>>) => {
    tails.set(key, done);
    void done.then(() => {
      if (tails.get(key) === done) tails.delete(key);
    });
  };

  const attempt = <T>({ overlay, send, answered }: Attempt<T>): Promise<Settled<T>> => {
    const key = subjectKey(overlay.subject);
    const before = tails.get(key);
    let previous: unknown;
    const done = begin({ overlay, send: () => send(previous), answered }, async () => {
      const settled = await before;
      // It was made on top of a change that does not stand.
      if (settled && !settled.saved) return settled;
      previous = settled?.answer;
      return null;
    });
    follow(key, done);
    return done;
  };

  const attemptTogether = <T>({
    overlay,
    send,
    answerFor,
    answered,
  }: GroupAttempt<T>): Promise<Settled<T>> => {
    const keys = [overlay.subject, ...(overlay.others ?? [])].map(subjectKey);
    const before = keys.map((key) => [key, tails.get(key)] as const);
    const previous = new Map<string, unknown>();
    const done = begin({ overlay, send: () => send(previous), answered }, async () => {
      // A thing whose earlier change was refused goes along: the server says whether that matters.
      for (const [key, tail] of before) {
        const settled = await tail;
        if (settled?.saved) previous.set(key, settled.answer);
      }
      return null;
    });
    for (const key of keys) {
      const mine = done.then((settled): Settled<unknown> => {
        return settled.saved ? { saved: true, answer: answerFor(settled.answer, key) } : settled;
      });
      follow(key, mine);
    }
    return done;
  };

  const retry = () => {
    const waiting = pending.filter((one) => one.phase === "unsaved");
    for (const one of waiting) one.phase = "saving";
    if (waiting.length > 0) show();
    for (const one of waiting) one.run();
  };

  return {
    getView: () => view,
    subscribe: (listener) => joined(listeners, listener),
    watchEntries: (listener) => joined(watchers, listener),
    receive,
    attempt,
    attemptTogether,
    retry,
    setStatus(status) {
      if (status === view.status) return;
      show({ status });
      if (status === "live") retry();
    },
    replace(state) {
      if (state.seq <= view.server.seq) return;
      settle((overlay) => overlay.reflectedIn(state));
      show({ server: state });
    },
  };
}

function joined<T>(set: Set<T>, one: T): () => void {
  set.add(one);
  return () => {
    set.delete(one);
  };
}
