import type { Annotation } from "@/lib/annotations/schema";
import { ApiError } from "@/lib/http/client";
import { apply, type DossierState } from "@/lib/journal/apply";
import type { Entry } from "@/lib/journal/entries";
import { createPost, type Disk, type PostMessage, type SharedPost } from "./post";
import { type KeptChange, packedChange, type QueuedChange, unpackedChange } from "./queuedChange";
import { sendChange } from "./sendChange";
import { createDossierStore, type DossierStore } from "./store";

export const me = "00000000-0000-7000-8000-00000000000a";
export const another = "00000000-0000-7000-8000-00000000000b";
export const dossierId = "00000000-0000-7000-8000-0000000000d0";

export const emptyState = {
  seq: 0,
  ...{ dossier: { id: dossierId }, members: {}, articles: {}, annotations: {}, evidence: {}, cleared: {} },
  ...{ links: {}, filters: {}, comments: {}, reports: {}, rounds: {} },
} as unknown as DossierState;

const at = "2026-01-01T00:00:00.000Z";

/** An annotation that passes for one wherever it is kept or sent. */
export function annotation(id: string, note: string, version = 1, by = me): Annotation {
  return {
    ...{ id, dossierId, articleId: dossierId, revisionId: dossierId, start: 0, end: 1, exact: "a" },
    ...{ prefix: "", suffix: "", kind: "claim", note, attributes: {}, tags: [], checkStatus: "unchecked" },
    ...{ confidence: null, assignee: null, checker: null, secondChecker: null, version },
    ...{ createdBy: by, updatedBy: by, createdAt: at, updatedAt: at, deletedAt: null },
  };
}

/** A server in miniature: versions, refusals, names of changes, a journal. */
export function fakeServer() {
  const things = new Map<string, Annotation>();
  const journal: Entry[] = [];
  const put = (thing: Annotation, verb: string, deed: string, actorId: string) => {
    things.set(thing.id, thing);
    const subject = { type: "annotation", id: thing.id };
    const entry = { seq: journal.length + 1, type: `annotation.${verb}`, subject, actorId, deed };
    journal.push({ ...entry, payload: { annotation: thing } } as unknown as Entry);
    return thing;
  };
  const one = (change: QueuedChange, step: QueuedChange["steps"][number]): (() => Annotation) => {
    if (step.noun !== "annotation") throw new RangeError("Annotations only");
    const { id: deed, userId, stands } = change;
    const id = step.does === "change" ? step.id : step.thing.id;
    const now = things.get(id);
    const seen = stands[`annotation:${id}`] ?? 0;
    const refuse = (status: number, code: string) => new ApiError(status, code, code, undefined, now);
    if (step.does === "create") {
      if (now) throw refuse(409, "duplicate");
      return () => put({ ...step.thing, version: 1 }, "created", deed, userId);
    }
    if (!now) throw refuse(404, "not_found");
    const isGone = now.deletedAt !== null;
    if (now.version !== seen || isGone !== (step.does === "restore")) throw refuse(409, "stale");
    const next = { ...now, version: now.version + 1, updatedBy: userId };
    if (step.does === "change") return () => put({ ...next, ...step.after }, "changed", deed, userId);
    if (step.does === "restore") return () => put({ ...next, deletedAt: null }, "restored", deed, userId);
    return () => put({ ...next, deletedAt: at }, "deleted", deed, userId);
  };
  return {
    journal,
    things,
    state: () => journal.reduce((state, entry) => apply(state, entry).state, emptyState),
    /** Does a change, all of it or nothing, once. */
    take(change: QueuedChange): unknown {
      const before = journal.filter((entry) => entry.deed === change.id && entry.actorId === change.userId);
      const answers =
        before.length > 0
          ? before.map((entry) => (entry.payload as { annotation: Annotation }).annotation)
          : change.steps
              .map((step, i) => {
                try {
                  return one(change, step);
                } catch (error) {
                  if (!(error instanceof ApiError) || change.steps.length === 1) throw error;
                  const { status, code, message, current } = error;
                  throw new ApiError(status, code, message, `items.${i}`, current);
                }
              })
              .map((write) => write());
      return change.steps.length === 1 ? answers[0] : { items: answers };
    },
  };
}

/** What happens to the next request: it may never arrive, or its answer may be lost. */
export type Fate = "done" | "unreachable" | "answer lost";

export type FakeTab = { store: DossierStore; post: SharedPost; isOpen: boolean };

/** A browser with tabs, a disk and a network that do what they are told. Everything takes a moment. */
export function fakeBrowser(server: ReturnType<typeof fakeServer>, fate: () => Fate, diskWorks = () => true) {
  const kept = new Map<string, unknown>();
  const tabs: FakeTab[] = [];
  const waitingToLead: FakeTab[] = [];
  let leader: FakeTab | null = null;

  const moment = async <T>(tab: FakeTab, work: () => T): Promise<T> => {
    await Promise.resolve();
    // Nothing that a closed page waits for ever comes.
    if (!tab.isOpen) return new Promise<never>(() => {});
    return work();
  };
  const diskOf = (tab: FakeTab): Disk => ({
    all: () => moment(tab, () => [...kept.values()].flatMap((one) => unpackedChange(one) ?? [])),
    put: (change: KeptChange) =>
      moment(tab, () => {
        if (!diskWorks()) throw new Error("The disk is full");
        kept.set(change.id, packedChange(change));
      }),
    remove: (id) => moment(tab, () => void kept.delete(id)),
  });
  const tell = (from: FakeTab, message: PostMessage) => {
    for (const tab of tabs) {
      if (tab !== from && tab.isOpen) void moment(tab, () => tab.post.hear(structuredClone(message)));
    }
  };
  const lead = () => {
    leader = waitingToLead.find((tab) => tab.isOpen) ?? null;
    void leader?.post.lead();
  };

  return {
    kept,
    tabs: () => tabs.filter((tab) => tab.isOpen),
    open(): FakeTab {
      const tab = { isOpen: true } as FakeTab;
      tab.store = createDossierStore(server.state(), {
        catchUp: () => moment(tab, () => server.journal.forEach(tab.store.receive)),
      });
      const send = async (change: QueuedChange) => {
        const answered = await sendChange(change, async (now) => {
          const happens = fate();
          await moment(tab, () => {});
          if (happens === "unreachable") throw new ApiError(0, "offline", "No network");
          const answer = server.take(structuredClone(now));
          if (happens === "answer lost") throw new ApiError(0, "offline", "No answer");
          return answer;
        });
        return moment(tab, () => answered);
      };
      const world = {
        disk: diskOf(tab),
        tell: (m: PostMessage) => tell(tab, m),
        send,
        later: () => () => {},
      };
      tab.post = createPost(world, tab.store.mail);
      tabs.push(tab);
      waitingToLead.push(tab);
      tab.store.connect(tab.post);
      void tab.post.load();
      if (!leader) lead();
      return tab;
    },
    /** The tab is closed, or crashes: nothing in it happens any more. */
    close(tab: FakeTab) {
      tab.isOpen = false;
      if (leader === tab) lead();
    },
  };
}

/** Lets everything that has been promised happen. */
export const quiet = () => new Promise((resolve) => setTimeout(resolve, 0));
