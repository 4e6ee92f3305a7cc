import { api } from "@/lib/http/client";
import type { DossierState } from "@/lib/journal/apply";
import type { Entry } from "@/lib/journal/entries";
import type { PresenceEvent } from "@/lib/presence/schema";
import { browser, followDossier, type LiveStatus } from "./client";
import { noteStatus } from "./connection";
import { outboxDisk } from "./outboxDisk";
import { createPost, type PostMessage } from "./post";
import { sendChange } from "./sendChange";
import type { DossierStore } from "./store";
import { slottedOpen, takeSlot } from "./streamSlots";
import { joinTabs, type TabGroup } from "./tabGroup";

type Message =
  | PostMessage
  | { is: "entry"; entry: Entry }
  /** How things stand with whoever leads: the connection, and the last entry it has. */
  | { is: "standing"; status: LiveStatus; seq: number }
  | { is: "presence"; event: PresenceEvent }
  /** A tab has come, and asks how things stand. */
  | { is: "hello" };

/** How long a tab that was shut out waits before it asks again, in ms. */
const REST_MS = 30_000;

/** The name that the tabs of one person in one dossier share. */
export function groupName(userId: string, dossierId: string): string {
  return `stet:${userId}:${dossierId}`;
}

/** Who is there, as far as this tab has heard. */
type Presence = { receive(event: PresenceEvent): void; everyone(): PresenceEvent };

/** What {@link shareDossier} answers. */
export type Sharing = {
  /** Entries after what the store has are missing. */
  fillGap(): void;
  /** Resolves once every entry written before the call is in the store. */
  catchUp(): Promise<void>;
  stop(): void;
};

/**
 * Lets the tabs of this browser that show a dossier share one stream and one outbox: one of them leads, follows the
 * journal and sends what was done, the others hear of it. When it closes, another takes over.
 */
export function shareDossier(userId: string, store: DossierStore, presence?: Presence): Sharing {
  const dossierId = store.getView().server.dossier.id;
  let isLeading = false;
  let unfollow = () => {};
  const seq = () => store.getView().server.seq;

  const standing = (): Message => ({ is: "standing", status: store.getView().status, seq: seq() });
  /** Signed out, or no member any more: a tab opened since may be let in. */
  const rest = () => {
    isLeading = false;
    post.rest();
    group.rest(REST_MS);
  };
  const follow = () => {
    unfollow();
    const options = {
      after: seq(),
      onEntry(entry: Entry) {
        store.receive(entry);
        group.tell({ is: "entry", entry });
      },
      onStatus(status: LiveStatus) {
        store.setStatus(status);
        noteStatus(status);
        group.tell(standing());
        if (status === "live") post.retry();
        if (status === "closed") rest();
      },
      onReload: reader.reload,
      onPresence(event: PresenceEvent) {
        presence?.receive(event);
        group.tell({ is: "presence", event });
      },
    };
    unfollow = followDossier(dossierId, options, { ...browser, open: openStream });
  };

  const reader = createReader(dossierId, store);
  const hear = (message: Message) => {
    switch (message.is) {
      case "entry":
        return store.receive(message.entry);
      case "hello":
        if (!isLeading) return;
        group.tell(standing());
        if (presence) group.tell({ is: "presence", event: presence.everyone() });
        return post.greet();
      case "presence":
        return presence?.receive(message.event);
      case "standing":
        store.setStatus(message.status);
        noteStatus(message.status);
        if (message.seq > seq()) void reader.catchUp().catch(() => {});
        return;
      default:
        return post.hear(message);
    }
  };

  const post = createPost(
    {
      disk: outboxDisk(userId, dossierId),
      tell: (message) => group.tell(message),
      send: sendChange,
      later,
    },
    store.mail,
  );
  const disconnect = store.connect(post);
  void post.load();
  // A group of one leads before the call returns.
  let group: TabGroup<Message> = { tell() {}, rest() {}, leave() {} };
  group = joinTabs<Message>(groupName(userId, dossierId), {
    hear,
    lead() {
      isLeading = true;
      follow();
      void post.lead();
    },
  });
  group.tell({ is: "hello" });

  let askedAt = -1;
  return {
    catchUp: () => reader.catchUp(),
    fillGap() {
      if (!isLeading) return void reader.catchUp().catch(() => {});
      // Once for each place: the entries behind a gap would otherwise each ask again.
      if (askedAt === seq()) return;
      askedAt = seq();
      follow();
    },
    stop() {
      unfollow();
      disconnect();
      // What is on its way is waited for: its answer is for whoever shows it.
      void post.stop().then(() => group.leave());
    },
  };
}

const openStream = slottedOpen({
  take: takeSlot,
  stream: browser.open,
  readPage: browser.readPage,
  every(ms, work) {
    const timer = setInterval(work, ms);
    return () => clearInterval(timer);
  },
});

type Page = { items: Entry[]; next: number | null };

/** Reads entries as pages; one reading at a time, and once more for who asks meanwhile. */
function createReader(dossierId: string, store: DossierStore) {
  let reading: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const path = `/api/dossiers/${dossierId}`;
  const reload = async () => {
    store.replace(await api.get<DossierState>(`${path}/state`));
    return store.getView().server.seq;
  };
  /** A page; where that is not all, the state as a whole is less work. */
  const read = async () => {
    const page = await api.get<Page>(`${path}/events?after=${store.getView().server.seq}`);
    page.items.forEach(store.receive);
    if (page.next !== null) await reload();
  };
  const start = () => {
    reading = read().finally(() => {
      reading = null;
    });
    return reading;
  };
  return {
    reload,
    catchUp(): Promise<void> {
      if (!reading) return start();
      // What is being read may have been written before the call, or not.
      next ??= reading
        .catch(() => {})
        .then(() => {
          next = null;
          return start();
        });
      return next;
    },
  };
}

/** Calls back after `ms`, or as soon as there is a network again. */
function later(ms: number, work: () => void): () => void {
  const cancel = () => {
    clearTimeout(timer);
    window.removeEventListener("online", now);
  };
  const now = () => {
    cancel();
    work();
  };
  const timer = setTimeout(now, ms);
  window.addEventListener("online", now);
  return cancel;
}
