"use client";

import { useMemo } from "react";
import { toast } from "sonner";
import { conflictOf } from "@/lib/desk/stepConflict";
import { type Step, stepInWords } from "@/lib/desk/steps";
import { emptyStack, forgotten, pushed, redo, type UndoStack, undo } from "@/lib/desk/undoStack";
import type { DossierStore, Settled } from "@/lib/live/store";
import { announce } from "./Announcer";
import { createPerformer } from "./performer";

export type History = {
  /** Does something new, to be undone later. A refused step says why and is not remembered. */
  perform(step: Step): Promise<Settled<unknown>>;
  undo(): void;
  redo(): void;
};

/** One history for each dossier in this tab: undo goes on working when another article is opened. */
const histories = new WeakMap<DossierStore, History>();

/** What a person did in this dossier, with undo and redo. */
export function useHistory(store: DossierStore, userId: string): History {
  return useMemo(() => {
    const known = histories.get(store);
    if (known) return known;
    const made = createHistory(store, userId);
    histories.set(store, made);
    return made;
  }, [store, userId]);
}

function createHistory(store: DossierStore, userId: string): History {
  const performStep = createPerformer(store, userId);
  let stack: UndoStack = emptyStack;

  const replay = (which: "undo" | "redo") => {
    const next = which === "undo" ? undo(stack) : redo(stack);
    if (!next) {
      announce(`Nothing to ${which}`);
      return;
    }
    const { state } = store.getView();
    const conflict = next.step.does === "together" ? null : conflictOf(next.step, state, userId);
    if (conflict) {
      stack = forgotten(stack, which);
      toast.error(`Could not ${which}. ${conflict}`, { description: "Nothing was overwritten." });
      return;
    }
    stack = next.after;
    const words = stepInWords(next.step);
    announce(`${which === "undo" ? "Undone" : "Done again"}: ${words}`);
    void performStep(next.step).then((settled) => {
      if (settled.saved) return;
      stack = emptyStack;
      toast.error(`Could not ${which}. ${settled.refusal.message}`, {
        description: "Nothing was overwritten.",
      });
    });
  };

  return {
    async perform(step) {
      stack = pushed(stack, step);
      const settled = await performStep(step);
      if (!settled.saved) stack = { ...stack, done: stack.done.filter((one) => one !== step) };
      return settled;
    },
    undo: () => replay("undo"),
    redo: () => replay("redo"),
  };
}
