import { attributesKept } from "@/lib/annotations/model";
import type { ClearedSentence } from "@/lib/articles/schema";
import { followers, isAsLeft, isAsMade } from "@/lib/desk/stepConflict";
import type { ChangeStep, SentenceStep, SingleStep, Step, StepThings, ThingStep } from "@/lib/desk/steps";
import { ApiError, api } from "@/lib/http/client";
import {
  clearing,
  patching,
  putting,
  removing,
  type Thing,
  thingOf,
  type VersionedNoun,
} from "@/lib/live/pending";
import type { DossierStore, Settled } from "@/lib/live/store";
import { createTogether } from "./performTogether";
import { routesOf, versionAfter } from "./stepRoutes";

type Versioned = { version: number; deletedAt: string | null };
type AnyThing = StepThings[keyof StepThings];

/** Does steps: shows them at once, sends them, and answers when the server has. */
export type Performer = (step: Step) => Promise<Settled<unknown>>;

/** How often a write that met a newer version is sent again when what it changes is still as it was. */
const MOST_TRIES = 4;

/** Makes the one place through which the desk changes anything. */
export function createPerformer(store: DossierStore, userId: string): Performer {
  const shownVersion = (noun: VersionedNoun, id: string) =>
    thingOf(store.getView().state, noun, id)?.version ?? 0;

  const sentence = ({ does, place }: SentenceStep) => {
    const { articleId, start, end } = place;
    const path = `/api/articles/${articleId}/cleared`;
    const cleared = { ...place, clearedBy: userId, clearedAt: new Date().toISOString() };
    if (does === "clear") {
      const send = () => api.put<ClearedSentence>(path, { start, end });
      return store.attempt({ overlay: clearing(place, cleared), send });
    }
    const send = () => api.delete<ClearedSentence>(path, { query: { start, end } });
    return store.attempt({ overlay: clearing(place, null), send });
  };

  const change = (step: ChangeStep) => {
    const { noun, id, before, after } = step;
    const shown = thingOf(store.getView().state, noun, id);
    const version = shown?.version ?? 0;
    const routes = routesOf(noun);
    const path = routes.one(id);
    const body = routes.patch(after, userId);
    const isKnown = Object.keys(after).every((field) => field in before || followers.includes(field));
    const send = (previous: unknown) =>
      writing(
        versionAfter(previous, version),
        (seen) => api.patch<AnyThing>(path, { ...body, version: seen }),
        (now) => now.deletedAt === null && isKnown && isAsLeft(now, before),
      );
    const kept =
      step.noun === "annotation" && step.after.kind && shown && !step.after.attributes
        ? { attributes: attributesKept(step.after.kind, (shown as StepThings["annotation"]).attributes) }
        : {};
    const overlay = patching(noun, id, version, { ...kept, ...routes.shown(after, userId) });
    return store.attempt({ overlay, send, answered: (answer: AnyThing) => putting(noun, answer) });
  };

  const create = (step: ThingStep) => {
    const { noun, thing } = step;
    const { path, body } = routesOf(noun).create(thing);
    const answered = (answer: Thing<typeof noun>) => putting(noun, answer);
    return store.attempt({
      overlay: putting(noun, thing),
      send: () => api.post<AnyThing>(path, body),
      answered,
    });
  };

  const remove = ({ noun, thing }: ThingStep) => {
    const version = shownVersion(noun, thing.id);
    const path = routesOf(noun).one(thing.id);
    const send = (previous: unknown) => {
      const query = { version: versionAfter(previous, version) };
      return api.delete<AnyThing>(path, { query });
    };
    return store.attempt({ overlay: removing(noun, thing.id, version), send });
  };

  const restore = ({ noun, thing }: ThingStep) => {
    const path = `${routesOf(noun).one(thing.id)}/restore`;
    // Deleted by this person, as it was: whatever version that has by now.
    const isMine = (now: AnyThing) =>
      now.deletedAt !== null &&
      (!("updatedBy" in now) || now.updatedBy === userId) &&
      isAsMade(noun, now, thing);
    const send = (previous: unknown) =>
      writing(
        versionAfter(previous, thing.version + 1),
        (seen) => api.post<AnyThing>(path, { version: seen }),
        isMine,
      );
    const who = "updatedBy" in thing ? { updatedBy: userId } : {};
    const back = { ...thing, ...who, version: thing.version + 2, deletedAt: null };
    return store.attempt({ overlay: putting(noun, back), send, answered: (answer) => putting(noun, answer) });
  };

  const single = (step: SingleStep): Promise<Settled<unknown>> => {
    if (step.noun === "sentence") return sentence(step);
    if (step.does === "change") return change(step);
    return step.does === "create" ? create(step) : step.does === "delete" ? remove(step) : restore(step);
  };
  const together = createTogether(store, userId, single);
  return (step) => (step.does === "together" ? together(step) : single(step));
}

/** Writes; one that met a newer version is sent again with that one, while `mayStill` says so of what is there now. */
async function writing(
  version: number,
  send: (version: number) => Promise<AnyThing>,
  mayStill: (now: AnyThing) => boolean,
): Promise<AnyThing> {
  let seen = version;
  for (let tries = 1; ; tries++) {
    try {
      return await send(seen);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "stale" || tries === MOST_TRIES) throw error;
      const now = error.current as (AnyThing & Versioned) | undefined;
      if (!now || now.version === seen || !mayStill(now)) throw error;
      seen = now.version;
    }
  }
}
