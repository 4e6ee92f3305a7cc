import type { Step } from "@/lib/desk/steps";
import type { DossierStore, Performing } from "@/lib/live/store";
import { performTogether } from "./performTogether";

/** Does steps: shows them at once, keeps and sends them, and answers when the server has. */
export type Performer = (step: Step) => Performing;

/** Makes the one place through which the desk changes anything. */
export function createPerformer(store: DossierStore, userId: string): Performer {
  return (step) =>
    step.does === "together"
      ? performTogether(step, (steps) => store.perform(steps, userId))
      : store.perform([step], userId);
}
