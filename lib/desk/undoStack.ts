import { again, inverse, type Step } from "./steps";

/** What a person did here, in order; `undone` holds what `redo` would do again, last first. */
export type UndoStack = { done: readonly Step[]; undone: readonly Step[] };

export const emptyStack: UndoStack = { done: [], undone: [] };
const MOST_STEPS = 200;

/** Remembers a new step: what had been undone before it can no longer be redone. */
export function pushed(stack: UndoStack, step: Step): UndoStack {
  return { done: [...stack.done, step].slice(-MOST_STEPS), undone: [] };
}

/** The step that undoes the last one, and the stack once it has been done; null with nothing to undo. */
export function undo(stack: UndoStack): { step: Step; after: UndoStack } | null {
  const last = stack.done.at(-1);
  if (!last) return null;
  return { step: inverse(last), after: { done: stack.done.slice(0, -1), undone: [...stack.undone, last] } };
}

/** The step that does the last undone one again; null with nothing to redo. */
export function redo(stack: UndoStack): { step: Step; after: UndoStack } | null {
  const last = stack.undone.at(-1);
  if (!last) return null;
  const step = again(last);
  return { step, after: { done: [...stack.done, step], undone: stack.undone.slice(0, -1) } };
}

/** The stack without a step that can no longer be undone or redone. */
export function forgotten(stack: UndoStack, which: "undo" | "redo"): UndoStack {
  return which === "undo"
    ? { ...stack, done: stack.done.slice(0, -1) }
    : { ...stack, undone: stack.undone.slice(0, -1) };
}
