import type { KeptDraft } from "@/lib/desk/keptDraft";
import { isSame } from "@/lib/desk/steps";
import type { QueuedChange } from "./queuedChange";

/** Whether a change carries what was typed in a draft: deciding on one decides on the other. */
export function carriesDraft(
  { steps }: QueuedChange,
  { about, value }: Pick<KeptDraft, "about" | "value">,
): boolean {
  const { annotationId, field } = about;
  return steps.some((step) => {
    if (step.does !== "change" || step.noun !== "annotation" || step.id !== annotationId || !field)
      return false;
    return isSame((step.after as Record<string, unknown>)[field], value);
  });
}
