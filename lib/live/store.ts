import { uuidv7 } from "uuidv7";
import type { SingleStep } from "@/lib/desk/steps";
import { ApiError } from "@/lib/http/client";
import { apply, type DossierState } from "@/lib/journal/apply";
import type { Entry } from "@/lib/journal/entries";
import { standsOn } from "./changeTable";
import type { LiveStatus } from "./client";
import { createEntryLine } from "./entryLine";
import type { QueuedChange } from "./queuedChange";
import type { Performing, SavePhase } from "./settled";
import { createWaitingList, type Waiting, type WaitingList } from "./waitingList";

export type { Performing, SavePhase, Settled } from "./settled";

/** What a page may show. A new object whenever anything in it changes, the same one otherwise. */
export type DossierView = {
  /** As the server last said. */
  server: DossierState;
  /** The server's state with the changes made here laid over it: what to show. */
  state: DossierState;
  status: LiveStatus;
  /** By subjectKey of pending.ts: what is on its way or waiting. */
  phases: Readonly<Record<string, SavePhase>>;
  /** What the server has not said yes to, in the order it was made; refused changes too, until someone decides. */
  waiting: readonly Waiting[];
  /** Whether the server answered when it was last asked to take a change. */
  isReachable: boolean;
  /** Whether what earlier pages left has been read. */
  isLoaded: boolean;
  /** Whether the browser keeps what waits through the closing of the page. */
  isKept: boolean;
};

/** Who keeps changes and sends them: see post.ts. */
export type Post = {
  post(change: QueuedChange): void;
  /** Takes a change off: it was discarded, or its maker has dealt with the refusal. */
  release(id: string): void;
  retry(): void;
};

export type DossierStore = {
  getView(): DossierView;
  subscribe(listener: () => void): () => void;
  /** Hears each journal entry as it is applied, and the server's state just before it. */
  watchEntries(listener: (entry: Entry, before: DossierState) => void): () => void;
  /** Hears that the state was read whole: what came between was heard by nobody as entries. */
  watchReloads(listener: () => void): () => void;
  /** Takes an entry of the stream, in any order, any number of times. */
  receive(entry: Entry): void;
  setStatus(status: LiveStatus): void;
  /** Starts again from a state read whole. One that is no newer than what the store has changes nothing. */
  replace(state: DossierState): void;
  /**
   * Shows a change at once and has it sent. One step; or many that make, delete or bring back annotations, taken or
   * refused as one.
   */
  perform(steps: readonly SingleStep[], userId: string): Performing;
  /** Takes a waiting or refused change off, for good. */
  discard(id: string): void;
  /** Tries again whatever could not be sent. */
  retry(): void;
  /** What the post tells. */
  mail: WaitingList["mail"];
  /** Whoever sends, from now on; until then changes wait. Answers how to stop. */
  connect(post: Post): () => void;
};

/** More changes than anyone makes without a network; a browser's room is not endless. */
export const MOST_WAITING = 2_000;

type Options = {
  /** Entries after number `after` are missing. */
  onGap?: (after: number) => void;
  /** Reads what the journal has by now: resolves once every entry written before the call has been received. */
  catchUp?: () => Promise<void>;
};

/**
 * The browser's copy of one dossier. Journal entries and optimistic changes go in, one state to show comes out;
 * it knows no network and no framework.
 */
export function createDossierStore(
  initial: DossierState,
  { onGap, catchUp = () => Promise.resolve() }: Options = {},
): DossierStore {
  const listeners = new Set<() => void>();
  const watchers = new Set<(entry: Entry, before: DossierState) => void>();
  const reloadWatchers = new Set<() => void>();
  const line = createEntryLine();
  let post: Post | null = null;
  const first = { phases: {}, waiting: [], isReachable: true, isLoaded: false, isKept: true };
  let view: DossierView = { server: initial, state: initial, status: "connecting", ...first };

  const show = (change: Partial<Pick<DossierView, "server" | "status">> = {}) => {
    const server = change.server ?? view.server;
    list.settle(server);
    view = { ...view, ...change, server, ...list.shown(server) };
    for (const listener of [...listeners]) listener();
  };
  const release = (id: string) => {
    post?.release(id);
  };
  const list = createWaitingList({
    changed: () => show(),
    release,
    // What it came to may be in the state already, under later changes: once everything is read, it is.
    settleUnsure: (id) =>
      void catchUp()
        .catch(() => {})
        .then(() => list.mail.gone(id)),
  });

  const receive = (entry: Entry) => {
    let { server } = view;
    for (const next of line.take(entry, server.seq)) {
      const before = server;
      server = apply(server, next).state;
      list.arrived(next, server);
      for (const watcher of [...watchers]) watcher(next, before);
    }
    if (server !== view.server) show({ server });
    else if (entry.seq > server.seq) onGap?.(server.seq);
  };

  return {
    getView: () => view,
    subscribe: (listener) => joined(listeners, listener),
    watchEntries: (listener) => joined(watchers, listener),
    watchReloads: (listener) => joined(reloadWatchers, listener),
    receive,
    mail: list.mail,
    perform(steps, userId) {
      if (view.waiting.length >= MOST_WAITING) return fullUp();
      const change: QueuedChange = {
        ...{ id: uuidv7(), dossierId: view.state.dossier.id, userId, at: new Date().toISOString() },
        ...{ steps, stands: standsOn(steps, view.state) },
      };
      const performing = list.made(change);
      post?.post(change);
      return performing;
    },
    discard(id) {
      release(id);
      list.discarded(id);
    },
    retry: () => post?.retry(),
    connect(given) {
      post = given;
      // What was made, or not answered, while nobody sent. Sent twice it is done once.
      for (const { change, refusal } of view.waiting) if (!refusal) given.post(change);
      return () => {
        if (post === given) post = null;
      };
    },
    setStatus(status) {
      if (status !== view.status) show({ status });
    },
    replace(state) {
      if (state.seq <= view.server.seq) return;
      list.unsure();
      show({ server: state });
      for (const watcher of [...reloadWatchers]) watcher();
    },
  };
}

function fullUp(): Performing {
  const message = `${MOST_WAITING.toLocaleString("en")} changes are waiting to be sent already. Nothing more is kept until they are.`;
  const refusal = new ApiError(0, "too_many_waiting", message);
  const never = new Promise<void>(() => {});
  return Object.assign(Promise.resolve({ saved: false as const, refusal }), { kept: never, waits: never });
}

function joined<T>(set: Set<T>, one: T): () => void {
  set.add(one);
  return () => {
    set.delete(one);
  };
}
