"use client";

import { useMemo } from "react";
import { toast } from "sonner";
import { uuidv7 } from "uuidv7";
import { completed, confirmed } from "@/lib/desk/stepRecord";
import { inverse, type Step, stepInWords } from "@/lib/desk/steps";
import { type Hindrance, pushed, type Replay, replay, revised, standing } from "@/lib/desk/undoStack";
import { keepUndo, type UndoKeeper } from "@/lib/live/keptUndo";
import type { DossierStore, Performing, Settled } from "@/lib/live/store";
import { announce } from "./Announcer";
import { createPerformer, type Performer } from "./performer";

/** A step being done: it settles when the server has answered, its id is known at once. */
export type Doing = Performing & { deedId: string };

export type History = {
  /** Does something new, to be undone later. A refused step says why and is not remembered. */
  perform(step: Step): Doing;
  undo(): void;
  /** Undoes this deed and no other: where something was done after it, that is said instead. */
  undoDeed(id: string): void;
  redo(): void;
};

/** One history for each dossier in this tab: undo goes on working when another article is opened. */
const histories = new WeakMap<DossierStore, { userId: string; history: History }>();

/** What a person did in this dossier, with undo and redo. */
export function useHistory(store: DossierStore, userId: string): History {
  return useMemo(() => {
    const known = histories.get(store);
    if (known?.userId === userId) return known.history;
    const keeper = keepUndo(userId, store.getView().state.dossier.id);
    const history = createHistory(store, userId, keeper, createPerformer(store, userId));
    histories.set(store, { userId, history });
    return history;
  }, [store, userId]);
}

/** The same words always take the same place on the screen. */
const TOAST = "history";

function createHistory(
  store: DossierStore,
  userId: string,
  keeper: UndoKeeper,
  performStep: Performer,
): History {
  /** Deeds of this page that the server has not answered yet. */
  const underWay = new Set<string>();
  let queue: Promise<unknown> = Promise.resolve();
  /** The stack changes in the order in which people do things, whatever the disk does. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = queue.then(work);
    queue = mine.catch(() => {});
    return mine;
  };

  const settle = (id: string, record: (step: Step) => Step | null) =>
    inTurn(() =>
      keeper.update((stack) =>
        revised(stack, id, (deed) => {
          const step = record(deed.step);
          return step && { ...deed, step, isSaved: true };
        }),
      ),
    );

  const say = (which: "undo" | "redo", words: string, hindrances: readonly Hindrance[]) => {
    const said = `${which === "undo" ? "Undone" : "Done again"}: ${words}`;
    const other = which === "undo" ? "redo" : "undo";
    const label = which === "undo" ? "Redo" : "Undo";
    announce(hindrances.length > 0 ? `${said}. ${left(hindrances)}` : said);
    toast(said, {
      id: TOAST,
      description: hindrances.length > 0 ? left(hindrances) : undefined,
      action: { label, onClick: () => void run(other) },
    });
  };
  const sayNot = (which: "undo" | "redo", reason: string) => {
    announce(`Could not ${which}. ${reason}`);
    toast.error(`Could not ${which}. ${reason}`, { id: TOAST, description: "Nothing was overwritten." });
  };

  /** @param only the deed that is meant; without it, whichever is next */
  const run = async (which: "undo" | "redo", only?: string) => {
    let place: ReturnType<typeof standing> = "last";
    const about = { me: userId, isUnderWay: (id: string) => underWay.has(id) };
    const { deed, step, hindrances } = await inTurn(async () => {
      let found: Replay | undefined;
      await keeper.update((stack) => {
        if (only !== undefined) place = standing(stack, only);
        if (place !== "last") {
          found = { after: stack, deed: null, step: null, hindrances: [] };
          return stack;
        }
        found = replay(stack, which, { ...about, state: store.getView().state });
        return found.after;
      });
      if (!found) throw new Error("The stack was not read");
      // Shown before the next in the queue looks at the state.
      if (found.deed && found.step) underWay.add(found.deed.id);
      return { ...found, settling: found.step && start(which, found.deed?.id ?? "", found.step) };
    });
    if (place !== "last") {
      sayNot(
        which,
        place === "covered" ? "Something else was done since: undo that first." : "It is undone already.",
      );
    } else if (!deed) {
      announce(`Nothing to ${which}`);
      toast(`Nothing to ${which}`, { id: TOAST });
    } else if (!step) {
      sayNot(which, hindrances.length === 1 ? (hindrances[0]?.reason ?? "") : left(hindrances));
    } else {
      say(which, stepInWords(step), hindrances);
    }
  };

  const start = (which: "undo" | "redo", id: string, step: Step) => {
    const settling = performStep(step).then(async (settled) => {
      underWay.delete(id);
      const done = settled.saved ? confirmed(step, settled.answer) : null;
      await settle(id, () => done && (which === "undo" ? inverse(done) : done));
      if (settled.saved) return sayRefused(step, settled.answer);
      if (!settled.held) sayNot(which, settled.refusal.message);
    });
    return { settling };
  };

  const perform = (id: string, given: Step): Performing => {
    const step = completed(given, store.getView().state);
    underWay.add(id);
    const doing = performStep(step);
    void inTurn(() => keeper.update((stack) => pushed(stack, { id, step, isSaved: false })));
    const settled = doing.then((ended) => {
      underWay.delete(id);
      void settle(id, () => (ended.saved ? confirmed(step, ended.answer) : null));
      if (ended.saved) sayRefused(step, ended.answer);
      return ended;
    });
    return Object.assign(settled, { kept: doing.kept, waits: doing.waits });
  };

  return {
    perform(given) {
      const deedId = uuidv7();
      return Object.assign(perform(deedId, given), { deedId });
    },
    undo: () => void run("undo"),
    undoDeed: (id) => void run("undo", id),
    redo: () => void run("redo"),
  };
}

/** Of many steps done as one, those the server refused. */
function sayRefused(step: Step, answer: unknown): void {
  if (step.does !== "together") return;
  const { outcomes } = answer as { outcomes: readonly Settled<unknown>[] };
  const refused = step.steps.flatMap((one, i) => {
    const outcome = outcomes[i];
    return outcome && !outcome.saved ? [{ step: one, reason: outcome.refusal.message }] : [];
  });
  if (refused.length === 0) return;
  toast.error(left(refused), { description: "Everything else was done." });
  announce(left(refused));
}

/** Which parts could not be done, and why: the first few by name. */
function left(hindrances: readonly Hindrance[]): string {
  const named = hindrances.slice(0, 3).map(({ step, reason }) => {
    const words = "thing" in step && "exact" in step.thing ? `“${step.thing.exact.slice(0, 40)}”: ` : "";
    return words + reason;
  });
  const more = hindrances.length > 3 ? [`And ${hindrances.length - 3} more.`] : [];
  const count =
    hindrances.length === 1 ? "1 part was not done." : `${hindrances.length} parts were not done.`;
  return [count, ...named, ...more].join(" ");
}
