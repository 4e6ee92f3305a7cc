import { uuidv7 } from "uuidv7";
import { ApiError } from "@/lib/http/client";
import { versionsAfter } from "./changeTable";
import { type KeptChange, type KeptRefusal, keysOf, type QueuedChange } from "./queuedChange";
import { type Delivered, meaningOf, refusalOf } from "./sendChange";
import type { Post } from "./store";
import { rebasedOn, type WaitingList } from "./waitingList";

/** Where changes are kept through the closing of a page. Each call may fail. */
export type Disk = {
  all(): Promise<KeptChange[]>;
  put(change: KeptChange): Promise<void>;
  remove(id: string): Promise<void>;
};

/** What the tabs of one person in one dossier tell each other about changes. */
export type PostMessage =
  | { is: "queued"; change: KeptChange }
  | { is: "answered"; id: string; answer: unknown }
  | { is: "refused"; id: string; refusal: KeptRefusal }
  | { is: "gone"; id: string }
  /** Whoever sends shall try now. */
  | { is: "again" }
  /** Another tab sends from now on: it knows what is on the disk, and nothing else. */
  | { is: "leads" }
  | { is: "reachable"; value: boolean };

type World = {
  disk: Disk;
  /** To the other tabs. */
  tell(message: PostMessage): void;
  send(change: QueuedChange): Promise<Delivered>;
  /** Calls back after `ms`, or sooner when the network comes back; the result takes it back. */
  later(ms: number, work: () => void): () => void;
};

/** Nobody to show anything to: changes of a dossier that no page is open on. */
export const unheard: WaitingList["mail"] = {
  ...{
    queued() {},
    answered() {},
    refused() {},
    gone() {},
    kept() {},
    reachable() {},
    unkept() {},
    loaded() {},
  },
};

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 15_000;
/** A change that breaks the server this often must not hold up what waits behind it. */
const MOST_BREAKS = 4;
/** Sentences are independent of each other: so many are sent side by side. */
const SIDE_BY_SIDE = 6;

export type SharedPost = Post & {
  hear(message: PostMessage): void;
  /** Reads what earlier pages left. */
  load(): Promise<void>;
  /** This tab sends, from now on. */
  lead(): Promise<void>;
  /** Another tab may send from now on. */
  rest(): void;
  /** Tells a tab that has come how things stand. */
  greet(): void;
  /** Resolves when everything is sent, or cannot be for now. */
  drained(): Promise<void>;
  /** Sends nothing any more; resolves when nothing is on its way. */
  stop(): Promise<void>;
};

/**
 * Keeps the changes of one person in one dossier and sends them, in the order they were made, each until the server
 * has said yes or no. There is one in every tab; one of them leads, and sends for all. A change is on the disk before
 * it is sent and until it is answered; sent twice, it is done once (its id is its name).
 */
export function createPost({ disk, tell, send, later }: World, mail: WaitingList["mail"]): SharedPost {
  const queue = new Map<string, KeptChange>();
  /** Done with: must not come back from the disk, or from a tab that heard late. */
  const done = new Set<string>();
  const storing = new Set<string>();
  /** Made here, and the disk would not have it. */
  const unstored = new Set<string>();
  /** Their makers may be gone, or no longer wait. */
  const late = new Set<string>();
  const breaks = new Map<string, number>();
  let [isLeading, isStopped, isReachable] = [false, false, true];
  let isPumping = false;
  let pumped: Promise<void> = Promise.resolve();
  let delay = FIRST_DELAY_MS;
  let cancelRetry = () => {};

  const keep = async (change: KeptChange) => {
    try {
      await disk.put(change);
      unstored.delete(change.id);
      // It was taken off while it was being written.
      if (!queue.has(change.id)) await disk.remove(change.id);
      return true;
    } catch {
      mail.unkept();
      return false;
    }
  };
  const forget = (id: string) => {
    queue.delete(id);
    done.add(id);
    unstored.delete(id);
    void disk.remove(id).catch(() => {});
  };
  const reachable = (is: boolean) => {
    if (is !== isReachable && isLeading) tell({ is: "reachable", value: is });
    isReachable = is;
    mail.reachable(is);
  };
  const inOrder = () => [...queue.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

  const rebaseBehind = (change: QueuedChange, answer: unknown) => {
    const versions = versionsAfter(change, answer);
    for (const other of queue.values()) {
      if (other.id <= change.id) continue;
      const { refusal } = other;
      const moved: KeptChange = { ...rebasedOn(other, versions), ...(refusal && { refusal }) };
      if (moved.stands === other.stands) continue;
      queue.set(other.id, moved);
      if (isLeading) void keep(moved);
    }
  };

  const refuse = (change: KeptChange, refusal: KeptRefusal) => {
    const kept = { ...change, refusal };
    queue.set(change.id, kept);
    void keep(kept);
    tell({ is: "refused", id: change.id, refusal });
    mail.refused(change.id, refusal);
  };
  /** What was made on top of a change that does not stand falls with it. */
  const refuseWith = (change: KeptChange, refusal: KeptRefusal) => {
    const keys = new Set(keysOf(change));
    refuse(change, refusal);
    for (const other of inOrder()) {
      if (other.refusal || other.id <= change.id || other.steps.length > 1) continue;
      if (keysOf(other).some((key) => keys.has(key))) refuse(other, refusal);
    }
  };

  const deliver = async (change: KeptChange): Promise<boolean> => {
    try {
      const { answer, leftOut } = await send(change);
      if (!queue.has(change.id)) return true;
      // Its maker hears of what was left out; when they wait no longer, it is shown until they decide.
      if (late.has(change.id)) {
        for (const { step, refusal } of leftOut) adopt({ ...change, id: uuidv7(), steps: [step], refusal });
      }
      tell({ is: "answered", id: change.id, answer });
      queue.delete(change.id);
      rebaseBehind(change, answer);
      forget(change.id);
      mail.answered(change.id, answer);
      return true;
    } catch (error) {
      if (!queue.has(change.id)) return true;
      const times = (breaks.get(change.id) ?? 0) + 1;
      const meaning = meaningOf(error);
      if (meaning === "broken") breaks.set(change.id, times);
      if (meaning === "later" || (meaning === "broken" && times < MOST_BREAKS)) return false;
      const broken = new ApiError(500, "internal", "Stet could not do this. Try it again later.");
      refuseWith(change, refusalOf(error instanceof ApiError ? error : broken));
      return true;
    }
  };
  const adopt = (change: KeptChange) => {
    queue.set(change.id, change);
    void keep(change);
    tell({ is: "queued", change });
    mail.queued(change, false);
  };

  /** What may be sent side by side now: changes of different sentences, else one. */
  const nextBatch = (): KeptChange[] => {
    const batch: KeptChange[] = [];
    const keys = new Set<string>();
    for (const change of inOrder()) {
      if (change.refusal) continue;
      const [step] = change.steps;
      const [key = ""] = keysOf(change);
      if (storing.has(change.id) || keys.has(key) || batch.length === SIDE_BY_SIDE) break;
      if (step?.noun !== "sentence") return batch.length > 0 ? batch : [change];
      keys.add(key);
      batch.push(change);
    }
    return batch;
  };

  const sendAll = async (): Promise<void> => {
    for (let batch = nextBatch(); batch.length > 0 && !isStopped; batch = nextBatch()) {
      const sent = await Promise.all(batch.map(deliver));
      if (!sent.every(Boolean)) {
        for (const id of queue.keys()) late.add(id);
        reachable(false);
        cancelRetry = later(delay * (0.5 + Math.random() / 2), pump);
        delay = Math.min(delay * 2, LONGEST_DELAY_MS);
        break;
      }
      delay = FIRST_DELAY_MS;
      reachable(true);
    }
    // In the same breath as the last look at the queue: whatever comes later starts anew.
    isPumping = false;
  };
  const pump = () => {
    if (!isLeading || isStopped || isPumping) return;
    cancelRetry();
    isPumping = true;
    pumped = sendAll();
  };

  const load = async () => {
    try {
      for (const change of await disk.all()) {
        if (done.has(change.id) || queue.has(change.id)) continue;
        queue.set(change.id, change);
        late.add(change.id);
        mail.queued(change, true);
      }
    } catch {
      mail.unkept();
    }
    mail.loaded();
  };

  return {
    load,
    post(change) {
      queue.set(change.id, change);
      storing.add(change.id);
      void keep(change).then((isKept) => {
        storing.delete(change.id);
        if (!queue.has(change.id)) return;
        if (isKept) mail.kept(change.id);
        else unstored.add(change.id);
        tell({ is: "queued", change });
        pump();
      });
    },
    release(id) {
      tell({ is: "gone", id });
      forget(id);
    },
    retry() {
      delay = FIRST_DELAY_MS;
      tell({ is: "again" });
      pump();
    },
    async lead() {
      isLeading = true;
      await load();
      tell({ is: "leads" });
      tell({ is: "reachable", value: isReachable });
      pump();
    },
    rest() {
      isLeading = false;
      cancelRetry();
    },
    greet: () => tell({ is: "reachable", value: isReachable }),
    drained: () => pumped,
    async stop() {
      isStopped = true;
      cancelRetry();
      await pumped;
    },
    hear(message) {
      switch (message.is) {
        case "queued": {
          const { change } = message;
          if (done.has(change.id) || queue.has(change.id)) return;
          queue.set(change.id, change);
          mail.queued(change, false);
          return pump();
        }
        case "answered": {
          const change = queue.get(message.id);
          done.add(message.id);
          unstored.delete(message.id);
          queue.delete(message.id);
          if (change) rebaseBehind(change, message.answer);
          return mail.answered(message.id, message.answer);
        }
        case "refused": {
          const change = queue.get(message.id);
          if (change) queue.set(message.id, { ...change, refusal: message.refusal });
          return mail.refused(message.id, message.refusal);
        }
        case "gone":
          done.add(message.id);
          unstored.delete(message.id);
          queue.delete(message.id);
          return mail.gone(message.id);
        case "again":
          delay = FIRST_DELAY_MS;
          return pump();
        case "leads":
          for (const id of unstored) {
            const change = queue.get(id);
            if (change) tell({ is: "queued", change });
          }
          return;
        case "reachable":
          isReachable = message.value;
          return mail.reachable(message.value);
      }
    },
  };
}
