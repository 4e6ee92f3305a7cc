import type { DossierState } from "@/lib/journal/apply";
import type { Entry } from "@/lib/journal/entries";
import { answeredOverlay, overlayOf, versionsAfter } from "./changeTable";
import type { Overlay } from "./pending";
import { type KeptChange, type KeptRefusal, keysOf, type QueuedChange } from "./queuedChange";
import { errorOf, type Performing, type SavePhase, type Settled } from "./settled";

/** A change that is on its way, or refused and not decided on. */
export type Waiting = { change: QueuedChange; refusal: KeptRefusal | null };

type Item = {
  change: QueuedChange;
  overlay: Overlay;
  keys: readonly string[];
  refusal: KeptRefusal | null;
  isAnswered: boolean;
  /** Its entry has arrived: nothing is laid over the state any more, only the answer is waited for. */
  hasArrived: boolean;
  /** The state may hold it already, without its entry ever arriving here. */
  isUnsure: boolean;
  /** Whoever made it on this page. */
  maker: Maker | null;
};

type Maker = {
  settle(settled: Settled<unknown>): void;
  keep(): void;
  wait(): void;
  isKept: boolean;
  /** It could not be sent at once. */
  hasWaited: boolean;
};

type Owner = {
  changed(): void;
  release(id: string): void;
  settleUnsure(id: string): void;
};

export type WaitingList = ReturnType<typeof createWaitingList>;

/** The changes of one dossier that this page shows over the server's state, and those who wait for their answers. */
export function createWaitingList({ changed, release, settleUnsure }: Owner) {
  let items: readonly Item[] = [];
  let [isReachable, isLoaded, isKept] = [true, false, true];
  /** The same list until something in it changes: much looks at it, and entries come many a second. */
  let told: readonly Waiting[] = [];
  const isTold = ({ change, refusal }: Item, i: number) =>
    told[i]?.change === change && told[i]?.refusal === refusal;
  /** Done with: what is read late from the disk, or told late by another tab, must not come back. */
  const done = new Set<string>();

  const itemOf = (change: QueuedChange, given: Partial<Item>): Item => ({
    ...{ change, overlay: overlayOf(change), keys: keysOf(change), refusal: null, maker: null },
    ...{ isAnswered: false, hasArrived: false, isUnsure: false, ...given },
  });
  const add = (item: Item) => {
    items = [...items, item].sort((a, b) => (a.change.id < b.change.id ? -1 : 1));
  };
  const find = (id: string) => items.find((one) => one.change.id === id);
  const drop = (id: string) => {
    done.add(id);
    items = items.filter((one) => one.change.id !== id);
  };
  /** An answer moves the ground under the changes behind it. */
  const rebase = (versions: Record<string, number>, after: string) => {
    for (const item of items) {
      if (item.isAnswered || item.change.id <= after) continue;
      const moved = rebasedOn(item.change, versions);
      if (moved === item.change) continue;
      item.change = moved;
      item.overlay = overlayOf(moved);
    }
  };
  const tellWaits = ({ maker }: Item) => {
    if (isReachable || !maker) return;
    maker.hasWaited = true;
    if (maker.isKept) maker.wait();
  };

  const mail = {
    /** A change of another tab, or of an earlier page (`isOld`: it may have been sent already). */
    queued(change: KeptChange, isOld: boolean) {
      if (done.has(change.id) || find(change.id)) return;
      const { refusal, ...plain } = change;
      add(itemOf(plain, { refusal: refusal ?? null, isUnsure: isOld }));
      changed();
    },
    answered(id: string, answer: unknown) {
      const item = find(id);
      if (!item || item.isAnswered) return;
      item.isAnswered = true;
      item.refusal = null;
      item.overlay = answeredOverlay(item.change, answer);
      rebase(versionsAfter(item.change, answer), id);
      item.maker?.keep();
      item.maker?.settle({ saved: true, answer });
      if (item.isUnsure && !item.hasArrived) settleUnsure(id);
      changed();
    },
    refused(id: string, refusal: KeptRefusal) {
      const item = find(id);
      if (!item || item.isAnswered) return;
      const { maker } = item;
      if (maker && !maker.hasWaited) {
        drop(id);
        release(id);
        maker.settle({ saved: false, refusal: errorOf(refusal) });
      } else {
        item.refusal = refusal;
        item.maker = null;
        maker?.settle({ saved: false, refusal: errorOf(refusal), held: true });
      }
      changed();
    },
    /** It was taken off elsewhere. */
    gone(id: string) {
      const item = find(id);
      drop(id);
      item?.maker?.settle(discarded);
      if (item) changed();
    },
    kept(id: string) {
      const item = find(id);
      if (!item?.maker) return;
      item.maker.isKept = true;
      item.maker.keep();
      tellWaits(item);
    },
    reachable(is: boolean) {
      if (is === isReachable) return;
      isReachable = is;
      items.forEach(tellWaits);
      changed();
    },
    /** The browser keeps nothing, or no more. */
    unkept() {
      isKept = false;
      changed();
    },
    loaded() {
      isLoaded = true;
      changed();
    },
  };

  return {
    mail,
    made(change: QueuedChange): Performing {
      let maker: Maker = { settle() {}, keep() {}, wait() {}, isKept: false, hasWaited: false };
      const kept = new Promise<void>((resolve) => {
        maker = { ...maker, keep: resolve };
      });
      const waits = new Promise<void>((resolve) => {
        maker = { ...maker, wait: resolve };
      });
      const settled = new Promise<Settled<unknown>>((resolve) => {
        maker = { ...maker, settle: resolve };
      });
      const item = itemOf(change, { maker });
      add(item);
      tellWaits(item);
      changed();
      return Object.assign(settled, { kept, waits });
    },
    discarded(id: string) {
      mail.gone(id);
    },
    arrived(entry: Entry, server: DossierState) {
      if (entry.deed === undefined) return;
      const item = find(entry.deed);
      if (!item) return;
      item.hasArrived ||= item.keys.length === 1 || item.overlay.reflectedIn(server);
    },
    /** The state was read anew: what is waiting may be in it. */
    unsure() {
      for (const item of items) item.isUnsure = true;
    },
    /** Ends what is answered and there. */
    settle(server: DossierState) {
      for (const item of items) {
        if (item.isAnswered && (item.hasArrived || item.overlay.reflectedIn(server))) drop(item.change.id);
      }
    },
    /** What a page shows of it. */
    shown(server: DossierState) {
      const phases: Record<string, SavePhase> = {};
      const phase: SavePhase = isReachable ? "saving" : "unsaved";
      let state = server;
      for (const { overlay, keys, refusal, isAnswered, hasArrived } of items) {
        if (refusal) continue;
        if (!hasArrived) state = overlay.show(state);
        if (!isAnswered) for (const key of keys) phases[key] = phase;
      }
      const now = items.filter((one) => !one.isAnswered);
      const isSame = now.length === told.length && now.every(isTold);
      if (!isSame) told = now.map(({ change, refusal }) => ({ change, refusal }));
      return { state, phases, waiting: told, isReachable, isLoaded, isKept };
    },
  };
}

const discarded: Settled<unknown> = {
  saved: false,
  refusal: errorOf({ status: 0, code: "discarded", message: "It was discarded." }),
  held: true,
};

/** The change on the versions that earlier changes of the same things have come to; itself when it stands there already. */
export function rebasedOn(change: QueuedChange, versions: Readonly<Record<string, number>>): QueuedChange {
  const moved = keysOf(change).filter((key) => (versions[key] ?? 0) > (change.stands[key] ?? 0));
  if (moved.length === 0) return change;
  const stands = { ...change.stands, ...Object.fromEntries(moved.map((key) => [key, versions[key] ?? 0])) };
  return { ...change, stands };
}
