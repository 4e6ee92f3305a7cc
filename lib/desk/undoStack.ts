import { type DossierState, sentenceKey } from "@/lib/journal/apply";
import { conflictOf } from "./stepConflict";
import { shownAfter } from "./stepShown";
import { again, inverse, type SingleStep, type Step } from "./steps";

/** One thing a person did. `isSaved`: the server has said yes to it. */
export type Deed = { id: string; step: Step; isSaved: boolean };

/** What a person did here, in order; `undone` holds what `redo` would do again, last first. */
export type UndoStack = { done: readonly Deed[]; undone: readonly Deed[] };

export const emptyStack: UndoStack = { done: [], undone: [] };
const MOST_DEEDS = 200;
/** Steps inside of all deeds: a stack must stay quick to read and write. */
const MOST_STEPS = 2_000;

/** Remembers a new deed: what had been undone before it can no longer be redone. */
export function pushed(stack: UndoStack, deed: Deed): UndoStack {
  const done = [...stack.done, deed].slice(-MOST_DEEDS);
  let weight = done.reduce((sum, one) => sum + weightOf(one.step), 0);
  while (weight > MOST_STEPS && done.length > 1) weight -= weightOf(done.shift()?.step);
  return { done, undone: [] };
}

function weightOf(step: Step | undefined): number {
  return step?.does === "together" ? step.steps.length : 1;
}

/** The stack with one deed as `change` makes it; null takes it out. A deed that is not there changes nothing. */
export function revised(stack: UndoStack, id: string, change: (deed: Deed) => Deed | null): UndoStack {
  const each = (deeds: readonly Deed[]) =>
    deeds.flatMap((deed) => (deed.id === id ? (change(deed) ?? []) : [deed]));
  return { done: each(stack.done), undone: each(stack.undone) };
}

/** Whether a deed is the one that undo would take back now, has others after it, or is not (or no longer) done. */
export function standing({ done }: UndoStack, id: string): "last" | "covered" | "gone" {
  if (done.at(-1)?.id === id) return "last";
  return done.some((deed) => deed.id === id) ? "covered" : "gone";
}

/** Something that could not be taken back or done again, and why. */
export type Hindrance = { step: SingleStep; reason: string };

export type Replay = {
  after: UndoStack;
  /** What was undone or redone; null when there is nothing left. */
  deed: Deed | null;
  /** What to do now; null when nothing of the deed can be done. */
  step: Step | null;
  hindrances: readonly Hindrance[];
};

/**
 * What undoing (or redoing) does on this state: the steps that overwrite nobody's work, and why the others would. A
 * deed of which nothing can be done is forgotten.
 *
 * @param isUnderWay whether a deed that is not saved is being saved now; others were lost with the page they were
 *   done on, and are passed over when they did not arrive
 */
export function replay(
  stack: UndoStack,
  which: "undo" | "redo",
  { state, me, isUnderWay }: { state: DossierState; me: string; isUnderWay(id: string): boolean },
): Replay {
  const [from, to] = which === "undo" ? (["done", "undone"] as const) : (["undone", "done"] as const);
  let deeds = stack[from];
  for (;;) {
    const deed = deeds.at(-1);
    const rest = { ...stack, [from]: deeds.slice(0, -1) };
    if (!deed) return { after: rest, deed: null, step: null, hindrances: [] };
    const { step, hindrances } = possible(
      which === "undo" ? inverse(deed.step) : again(deed.step),
      state,
      me,
    );
    const isLost = !deed.isSaved && !isUnderWay(deed.id);
    if (!step && isLost) {
      deeds = rest[from];
      continue;
    }
    if (!step) return { after: rest, deed, step, hindrances };
    const kept = { ...deed, step: which === "undo" ? inverse(step) : step };
    return { after: { ...rest, [to]: [...stack[to], kept] }, deed: kept, step, hindrances };
  }
}

function subjectOf(step: SingleStep): string {
  if (step.noun === "sentence") return sentenceKey(step.place);
  return step.does === "change" ? step.id : step.thing.id;
}

/** What of a step can be done, each part on what the parts before it leave. */
function possible(step: Step, state: DossierState, me: string) {
  const steps = step.does === "together" ? step.steps : [step];
  const hindrances: Hindrance[] = [];
  const doable: SingleStep[] = [];
  /** What cannot be done to a thing stands in the way of what comes after it there. */
  const blocked = new Map<string, string>();
  let now = state;
  for (const one of steps) {
    const subject = subjectOf(one);
    const reason = blocked.get(subject) ?? conflictOf(one, now, me);
    if (reason) {
      blocked.set(subject, reason);
      hindrances.push({ step: one, reason });
      continue;
    }
    doable.push(one);
    now = shownAfter(one, now, me);
  }
  const [only] = doable;
  if (!only) return { step: null, hindrances };
  return { step: step.does === "together" ? { ...step, steps: doable } : only, hindrances };
}
