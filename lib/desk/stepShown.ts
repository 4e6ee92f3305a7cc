import { type DossierState, sentenceKey } from "@/lib/journal/apply";
import { patching, putting, removing, thingOf } from "@/lib/live/pending";
import { fieldOf, type SingleStep, type StepThings } from "./steps";

/** What a state says once a step is done, as far as the browser knows. Pure. */
export function shownAfter(step: SingleStep, state: DossierState, me: string): DossierState {
  if (step.noun === "sentence") {
    const key = sentenceKey(step.place);
    const { [key]: _before, ...others } = state.cleared;
    const cleared = { ...step.place, clearedBy: me, clearedAt: "" };
    return { ...state, cleared: step.does === "clear" ? { ...others, [key]: cleared } : others };
  }
  if (step.does === "change") {
    const thing = thingOf(state, step.noun, step.id);
    if (!thing) return state;
    const fields = { ...plainFields(step.after, thing), ...("updatedBy" in thing && { updatedBy: me }) };
    return patching(step.noun, step.id, thing.version, fields).show(state);
  }
  const { noun, thing } = step;
  return step.does === "delete"
    ? removing(noun, thing.id, thing.version).show(state)
    : putting(noun, thing).show(state);
}

/** The fields of a change as the thing has them. */
function plainFields(after: object, thing: StepThings[keyof StepThings]): object {
  if (!("resolved" in after)) return after;
  const { resolved, ...rest } = after;
  if (fieldOf(thing, "resolved") === resolved) return rest;
  return { ...rest, resolvedAt: resolved ? new Date(0).toISOString() : null };
}
