import type { Annotation } from "@/lib/annotations/schema";
import type { SingleStep, ThingStep, TogetherStep } from "@/lib/desk/steps";
import { type ApiError, api } from "@/lib/http/client";
import { subjectKey, thingOf } from "@/lib/live/pending";
import { puttingTogether, removingTogether } from "@/lib/live/pendingTogether";
import type { DossierStore, Settled } from "@/lib/live/store";
import { annotationItem, versionAfter } from "./stepRoutes";

/** Of many steps done as one: how each ended, in their order. */
export type TogetherAnswer = { outcomes: readonly Settled<unknown>[] };

type AnnotationStep = ThingStep<"annotation">;
type Answer = { items: Annotation[] };

/** As many as one request carries. */
const MOST_ITEMS = 500;
/** A refused item is left out and the rest sent again, up to this often; then all of the request counts as refused. */
const MOST_LEFT_OUT = 20;

/**
 * Does many steps as one: annotations made, deleted or brought back go in one request each, the rest one by one.
 * Saved when any of them was; the answer says how each ended.
 */
export function createTogether(
  store: DossierStore,
  userId: string,
  single: (step: SingleStep) => Promise<Settled<unknown>>,
) {
  const grouped = async (steps: readonly AnnotationStep[]): Promise<Settled<unknown>[]> => {
    const outcomes = new Map<AnnotationStep, Settled<unknown>>();
    let rest = steps;
    for (let leftOut = 0; rest.length > 0; leftOut++) {
      const settled = await group(store, userId, rest);
      if (settled.saved) {
        settled.answer.items.forEach((item, i) => {
          const step = rest[i];
          if (step) outcomes.set(step, { saved: true, answer: item });
        });
        break;
      }
      const at = itemOf(settled.refusal);
      const wrong = at === null ? undefined : rest[at];
      if (!wrong || leftOut === MOST_LEFT_OUT) {
        for (const step of rest) outcomes.set(step, settled);
        break;
      }
      outcomes.set(wrong, settled);
      rest = rest.filter((step) => step !== wrong);
    }
    return steps.map((step) => outcomes.get(step)).filter((one) => one !== undefined);
  };

  return async ({ steps }: TogetherStep): Promise<Settled<TogetherAnswer>> => {
    const outcomes: Settled<unknown>[] = [];
    // In their order: what a later step stands on, an earlier one may have made.
    for (const run of runs(steps)) {
      const [first] = run;
      if (run.length > 1 && first && isGrouped(first)) {
        outcomes.push(...(await grouped(run.filter(isGrouped))));
      } else {
        outcomes.push(...(await Promise.all(run.map((step) => single(step)))));
      }
    }
    const refused = outcomes.find((one) => !one.saved);
    if (refused && !refused.saved && outcomes.every((one) => !one.saved)) return refused;
    return { saved: true, answer: { outcomes } };
  };
}

/** Neighbours that go in one request; the others that do the same to the same noun go side by side. */
function runs(steps: readonly SingleStep[]): SingleStep[][] {
  const found: SingleStep[][] = [];
  for (const step of steps) {
    const last = found.at(-1);
    const before = last?.[0];
    const isAlike = before && before.does === step.does && before.noun === step.noun;
    if (last && isAlike && last.length < MOST_ITEMS) last.push(step);
    else found.push([step]);
  }
  return found;
}

function isGrouped(step: SingleStep): step is AnnotationStep {
  return step.noun === "annotation" && step.does !== "change";
}

/** Which item of a request a refusal is about: its field reads "items.3.exact". */
function itemOf({ field }: ApiError): number | null {
  const [, index] = field?.match(/^items\.(\d+)/) ?? [];
  return index === undefined ? null : Number(index);
}

function group(
  store: DossierStore,
  userId: string,
  steps: readonly AnnotationStep[],
): Promise<Settled<Answer>> {
  const [first] = steps;
  if (!first) throw new RangeError("A group of no steps");
  const path = `/api/dossiers/${first.thing.dossierId}/annotations`;
  const things = steps.map(({ thing }) => thing);
  const keyOf = (id: string) => subjectKey({ noun: "annotation", id });
  const common = {
    answerFor: (answer: Answer, key: string) => answer.items.find(({ id }) => keyOf(id) === key),
  };
  const putAnswer = (answer: Answer) => puttingTogether("annotation", answer.items);
  if (first.does === "create") {
    const items = things.map((thing) => ({ ...annotationItem(thing), articleId: thing.articleId }));
    const send = () => api.post<Answer>(path, { items });
    const overlay = puttingTogether("annotation", things);
    return store.attemptTogether({ ...common, overlay, send, answered: putAnswer });
  }
  const { state } = store.getView();
  const isDelete = first.does === "delete";
  const seen = things.map(({ id, version }) => ({
    id,
    version: isDelete ? (thingOf(state, "annotation", id)?.version ?? 0) : version + 1,
  }));
  const send = (previous: ReadonlyMap<string, unknown>) => {
    const items = seen.map(({ id, version }) => ({
      id,
      version: versionAfter(previous.get(keyOf(id)), version),
    }));
    return api.post<Answer>(`${path}/${isDelete ? "delete" : "restore"}`, { items });
  };
  if (isDelete) {
    return store.attemptTogether({ ...common, overlay: removingTogether("annotation", seen), send });
  }
  const back = things.map((thing) => ({
    ...thing,
    ...{ version: thing.version + 2, deletedAt: null, updatedBy: userId },
  }));
  const overlay = puttingTogether("annotation", back);
  return store.attemptTogether({ ...common, overlay, send, answered: putAnswer });
}
