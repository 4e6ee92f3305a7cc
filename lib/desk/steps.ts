import type { Annotation } from "@/lib/annotations/schema";
import type { ClearedSentence } from "@/lib/articles/schema";
import type { Comment } from "@/lib/comments/schema";
import type { Evidence } from "@/lib/evidence/schema";
import type { Link } from "@/lib/links/schema";

export type AnnotationFields = Partial<
  Pick<
    Annotation,
    | "kind"
    | "note"
    | "attributes"
    | "checkStatus"
    | "start"
    | "end"
    | "exact"
    | "tags"
    | "assignee"
    | "confidence"
    | "checker"
    | "secondChecker"
  >
>;
export type LinkFields = Partial<
  Pick<
    Link,
    | "relation"
    | "subtype"
    | "sameEvent"
    | "strength"
    | "severity"
    | "rationale"
    | "status"
    | "statusReason"
    | "owner"
  >
>;
export type EvidenceFields = Partial<
  Pick<Evidence, "stance" | "url" | "title" | "locator" | "tier" | "note" | "retrievedAt">
>;
/** `resolved` stands for when and by whom: the server says those. */
export type CommentFields = { body?: string; resolved?: boolean };

/** What a step can make, change and delete, and what of it a change may set. */
export type StepThings = { annotation: Annotation; link: Link; evidence: Evidence; comment: Comment };
export type StepFields = {
  annotation: AnnotationFields;
  link: LinkFields;
  evidence: EvidenceFields;
  comment: CommentFields;
};
export type StepNoun = keyof StepThings;

export type ThingStep<N extends StepNoun = StepNoun> = {
  [K in N]: { does: "create" | "restore" | "delete"; noun: K; thing: StepThings[K] };
}[N];
export type ChangeStep<N extends StepNoun = StepNoun> = {
  [K in N]: { does: "change"; noun: K; id: string; before: StepFields[K]; after: StepFields[K] };
}[N];
type Place = Pick<ClearedSentence, "articleId" | "revisionId" | "start" | "end">;
export type SentenceStep = { does: "clear" | "reopen"; noun: "sentence"; place: Place };
export type SingleStep = ThingStep | ChangeStep | SentenceStep;

/** Many at once, undone at once; `says` is what it did, in words: "12 passages tagged". */
export type TogetherStep = { does: "together"; steps: readonly SingleStep[]; says: string };

/** Something a person did, with all that is needed to take it back or do it again. */
export type Step = SingleStep | TogetherStep;

/** The step that takes this one back. */
export function inverse(step: SingleStep): SingleStep;
export function inverse(step: Step): Step;
export function inverse(step: Step): Step {
  switch (step.does) {
    case "together":
      return { ...step, steps: step.steps.map((one) => inverse(one)).toReversed() };
    case "create":
    case "restore":
      return { ...step, does: "delete" };
    case "delete":
      return { ...step, does: "restore" };
    case "change":
      return { ...step, before: step.after, after: step.before } as ChangeStep;
    case "clear":
      return { ...step, does: "reopen" };
    case "reopen":
      return { ...step, does: "clear" };
  }
}

/** The step as it is done a second time: what was created once is brought back, its id is taken. */
export function again(step: SingleStep): SingleStep;
export function again(step: Step): Step;
export function again(step: Step): Step {
  if (step.does === "together") return { ...step, steps: step.steps.map((one) => again(one)) };
  return step.does === "create" ? { ...step, does: "restore" } : step;
}

/** The fields of `thing` that `change` would set, as they are now. */
export function fieldsBefore<T extends object, F extends Partial<T>>(thing: T, change: F): F {
  return Object.fromEntries(Object.keys(change).map((field) => [field, thing[field as keyof T]])) as F;
}

/** One field of a thing as a step names it. */
export function fieldOf(thing: StepThings[StepNoun], field: string): unknown {
  if (field === "resolved" && "resolvedAt" in thing) return thing.resolvedAt !== null;
  return (thing as Record<string, unknown>)[field];
}

/** Whether two values of a field say the same; order of keys does not matter. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) =>
    isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}

const deeds = {
  create: "created",
  restore: "brought back",
  delete: "deleted",
  change: "changed",
  clear: "marked as nothing to check",
  reopen: "opened again",
} as const;

/** A step in words: "annotation deleted". */
export function stepInWords(step: Step): string {
  return step.does === "together" ? step.says : `${step.noun} ${deeds[step.does]}`;
}
