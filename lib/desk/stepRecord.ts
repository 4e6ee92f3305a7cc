import { attributesKept } from "@/lib/annotations/model";
import type { Annotation } from "@/lib/annotations/schema";
import type { DossierState } from "@/lib/journal/apply";
import type { Settled } from "@/lib/live/store";
import {
  type AnnotationFields,
  fieldOf,
  isSame,
  type SingleStep,
  type Step,
  type StepNoun,
  type StepThings,
} from "./steps";

/**
 * A step with what follows from it, so that taking it back takes that back too: another kind drops attributes, other
 * words are unchecked again, and a verdict has its checker.
 */
export function completed(step: Step, state: DossierState): Step {
  if (step.does === "together") {
    return { ...step, steps: step.steps.map((one) => completed(one, state) as SingleStep) };
  }
  if (step.does !== "change" || step.noun !== "annotation") return step;
  const thing = state.annotations[step.id];
  if (!thing) return step;
  const after = { ...consequences(step.after, thing), ...step.after };
  const fields = Object.keys(after) as (keyof AnnotationFields)[];
  const also = after.checkStatus === undefined ? [] : (["checker", "secondChecker"] as const);
  const before = Object.fromEntries([...fields, ...also].map((field) => [field, thing[field]]));
  return { ...step, before: { ...before, ...step.before }, after };
}

function consequences(after: AnnotationFields, thing: Annotation): AnnotationFields {
  const attributes = after.kind && !after.attributes ? attributesKept(after.kind, thing.attributes) : null;
  const isMoved = after.exact !== undefined && after.exact !== thing.exact;
  return {
    ...(attributes && !isSame(attributes, thing.attributes) && { attributes }),
    ...(isMoved && thing.checkStatus !== "unchecked" && { checkStatus: "unchecked" as const }),
  };
}

/**
 * A step as the server did it: what it made of the values given, and which version came of it. Of many steps only
 * those that were done; null when none was.
 */
export function confirmed(step: Step, answer: unknown): Step | null {
  if (step.does !== "together") return confirmedOne(step, answer);
  const { outcomes } = answer as { outcomes: readonly Settled<unknown>[] };
  const steps = step.steps.flatMap((one, i) => {
    const outcome = outcomes[i];
    return outcome?.saved ? [confirmedOne(one, outcome.answer)] : [];
  });
  return steps.length > 0 ? { ...step, steps } : null;
}

function confirmedOne(step: SingleStep, answer: unknown): SingleStep {
  const said = answer as StepThings[StepNoun] | undefined;
  if (step.noun === "sentence" || !said) return step;
  if (step.does === "change") {
    const after = Object.keys(step.after).map((field) => [field, fieldOf(said, field)]);
    return { ...step, after: Object.fromEntries(after) };
  }
  // What is deleted has the version after the one it is remembered by.
  const version = step.does === "delete" ? said.version - 1 : said.version;
  return { ...step, thing: { ...said, version, deletedAt: null } } as SingleStep;
}
