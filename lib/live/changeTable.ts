import { attributesKept } from "@/lib/annotations/model";
import type { Annotation } from "@/lib/annotations/schema";
import { followers, isAsLeft, isAsMade } from "@/lib/desk/stepConflict";
import { annotationItem, routesOf } from "@/lib/desk/stepRoutes";
import type { ChangeStep, SentenceStep, SingleStep, StepThings, ThingStep } from "@/lib/desk/steps";
import { type DossierState, sentenceKey } from "@/lib/journal/apply";
import { clearing, type Overlay, patching, putting, removing, type Thing, thingOf } from "./pending";
import { puttingTogether, removingTogether } from "./pendingTogether";
import { keysOf, type QueuedChange } from "./queuedChange";

/** What is sent for a change. */
export type ChangeRequest = {
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  query?: Record<string, string | number>;
  body?: object;
};

type AnyThing = StepThings[keyof StepThings];

/** What a step shows, sends and tolerates, given the change it stands in. Pure. */
type Row<S extends SingleStep> = {
  request(step: S, change: QueuedChange): ChangeRequest;
  overlay(step: S, change: QueuedChange): Overlay;
  /** Whether the write may be sent again on what stands there now: it would overwrite nothing of another's. */
  mayStill(step: S, now: AnyThing, change: QueuedChange): boolean;
};

const sentence: Row<SentenceStep> = {
  request({ does, place: { articleId, start, end } }) {
    const path = `/api/articles/${articleId}/cleared`;
    return does === "clear"
      ? { method: "PUT", path, body: { start, end } }
      : { method: "DELETE", path, query: { start, end } };
  },
  overlay({ does, place }, { userId, at }) {
    return clearing(place, does === "clear" ? { ...place, clearedBy: userId, clearedAt: at } : null);
  },
  mayStill: () => false,
};

const create: Row<ThingStep> = {
  request: ({ noun, thing }) => ({ method: "POST", ...routesOf(noun).create(thing) }),
  overlay: ({ noun, thing }) => putting(noun, thing),
  mayStill: () => false,
};

const change: Row<ChangeStep> = {
  request({ noun, id, after }, { userId, stands }) {
    const { one, patch } = routesOf(noun);
    return { method: "PATCH", path: one(id), body: { ...patch(after, userId), version: version(stands) } };
  },
  overlay({ noun, id, after }, { userId, stands }) {
    const shown = routesOf(noun).shown(after, userId);
    const overlay = patching(noun, id, version(stands), shown);
    if (noun !== "annotation" || !after.kind || after.attributes) return overlay;
    // Another kind drops the attributes it does not know.
    const { kind } = after;
    const show = (state: DossierState) => {
      const thing = thingOf(state, "annotation", id);
      const attributes = thing ? attributesKept(kind, thing.attributes) : {};
      return patching("annotation", id, version(stands), { ...shown, attributes }).show(state);
    };
    return { ...overlay, show };
  },
  mayStill({ before, after }, now) {
    const isKnown = Object.keys(after).every((field) => field in before || followers.includes(field));
    return now.deletedAt === null && isKnown && isAsLeft(now, before);
  },
};

const remove: Row<ThingStep> = {
  request: ({ noun, thing }, { stands }) => ({
    ...{ method: "DELETE", path: routesOf(noun).one(thing.id), query: { version: version(stands) } },
  }),
  overlay: ({ noun, thing }, { stands }) => removing(noun, thing.id, version(stands)),
  mayStill: () => false,
};

const restore: Row<ThingStep> = {
  request: ({ noun, thing }, { stands }) => ({
    ...{
      method: "POST",
      path: `${routesOf(noun).one(thing.id)}/restore`,
      body: { version: version(stands) },
    },
  }),
  overlay: ({ noun, thing }, { userId, stands }) => putting(noun, back(thing, userId, version(stands))),
  // Deleted by this person, as it was: whatever version that has by now.
  mayStill: ({ noun, thing }, now, { userId }) =>
    now.deletedAt !== null &&
    (!("updatedBy" in now) || now.updatedBy === userId) &&
    isAsMade(noun, now, thing),
};

const rows = { create, change, delete: remove, restore, clear: sentence, reopen: sentence } as const;

function rowOf(step: SingleStep): Row<SingleStep> {
  return rows[step.does] as unknown as Row<SingleStep>;
}

/** What is sent for a change, on the versions it stands on. */
export function requestOf(change: QueuedChange): ChangeRequest {
  const [first] = change.steps;
  if (!first) throw new RangeError("A change of nothing");
  return change.steps.length === 1 ? rowOf(first).request(first, change) : groupRequest(change);
}

/** What a change shows, laid over whatever the server's state is. */
export function overlayOf(change: QueuedChange): Overlay {
  const [first] = change.steps;
  if (!first) throw new RangeError("A change of nothing");
  if (change.steps.length === 1) return rowOf(first).overlay(first, change);
  const things = thingsOf(change);
  if (first.does === "create") return puttingTogether("annotation", things);
  const [keys, { stands, userId }] = [keysOf(change), change];
  const seen = things.map(({ id }, i) => ({ id, version: stands[keys[i] ?? ""] ?? 0 }));
  if (first.does === "delete") return removingTogether("annotation", seen);
  return puttingTogether(
    "annotation",
    things.map((thing, i) => back(thing, userId, seen[i]?.version ?? 0)),
  );
}

/** What the answer shows until its journal entry arrives. */
export function answeredOverlay(change: QueuedChange, answer: unknown): Overlay {
  const [first] = change.steps;
  if (!first || first.noun === "sentence" || first.does === "delete") return overlayOf(change);
  if (change.steps.length > 1)
    return puttingTogether("annotation", (answer as { items: Annotation[] }).items);
  return putting(first.noun, answer as Thing<typeof first.noun> & { id: string });
}

/** What of an answer is about each step, in their order; undefined for one of many that was left out. */
export function answersOf(change: QueuedChange, answer: unknown): unknown[] {
  if (change.steps.length === 1) return [answer];
  const items = new Map((answer as { items: { id: string }[] }).items.map((item) => [item.id, item]));
  return thingsOf(change).map(({ id }) => items.get(id));
}

/** By {@link keysOf}: the version each thing has come to by this answer. */
export function versionsAfter(change: QueuedChange, answer: unknown): Record<string, number> {
  const answers = answersOf(change, answer);
  const versions = keysOf(change).flatMap((key, i): [string, number][] => {
    const after = (answers[i] as { version?: number } | null | undefined)?.version;
    return after === undefined ? [] : [[key, after]];
  });
  return Object.fromEntries(versions);
}

/** The change as it would stand on what is stored `now`; null when it would overwrite something of another's. */
export function rebased(change: QueuedChange, now: unknown): QueuedChange | null {
  const [step, ...others] = change.steps;
  const thing = now as AnyThing | undefined;
  if (!step || others.length > 0 || !thing?.version) return null;
  const [key = ""] = keysOf(change);
  if (change.stands[key] === thing.version || !rowOf(step).mayStill(step, thing, change)) return null;
  return { ...change, stands: { ...change.stands, [key]: thing.version } };
}

/** The versions a change stands on when it is made on what is shown. */
export function standsOn(steps: readonly SingleStep[], state: DossierState): Record<string, number> {
  const keys = keysOf({ steps });
  const versions = steps.map((step) => {
    if (step.noun === "sentence") return sentenceKey(step.place) in state.cleared ? 1 : 0;
    if (step.does === "restore") return step.thing.version + 1;
    return thingOf(state, step.noun, step.does === "change" ? step.id : step.thing.id)?.version ?? 0;
  });
  return Object.fromEntries(keys.map((key, i) => [key, versions[i] ?? 0]));
}

function groupRequest(change: QueuedChange): ChangeRequest {
  const things = thingsOf(change);
  const path = `/api/dossiers/${change.dossierId}/annotations`;
  const does = change.steps[0]?.does;
  if (does === "create") {
    const items = things.map((thing) => ({ ...annotationItem(thing), articleId: thing.articleId }));
    return { method: "POST", path, body: { items } };
  }
  const keys = keysOf(change);
  const items = things.map(({ id }, i) => ({ id, version: change.stands[keys[i] ?? ""] ?? 0 }));
  return { method: "POST", path: `${path}/${does}`, body: { items } };
}

function thingsOf({ steps }: QueuedChange): Annotation[] {
  return steps.map((step) => {
    if (step.noun !== "annotation" || step.does === "change")
      throw new RangeError("Only annotations go together");
    return step.thing;
  });
}

/** A thing brought back by a write that saw `version`. */
function back<T extends AnyThing>(thing: T, userId: string, version: number): T {
  return {
    ...thing,
    ...("updatedBy" in thing && { updatedBy: userId }),
    version: version + 1,
    deletedAt: null,
  };
}

/** Of a change of one thing: the version it stands on. */
function version(stands: QueuedChange["stands"]): number {
  return Object.values(stands)[0] ?? 0;
}
