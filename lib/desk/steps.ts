import type { Annotation } from "@/lib/annotations/schema";
import type { ClearedSentence } from "@/lib/articles/schema";
import { type DossierState, sentenceKey } from "@/lib/journal/apply";
import type { Link } from "@/lib/links/schema";

export type AnnotationFields = Partial<
  Pick<Annotation, "kind" | "note" | "attributes" | "checkStatus" | "start" | "end" | "exact">
>;
export type LinkFields = Partial<
  Pick<Link, "relation" | "subtype" | "sameEvent" | "strength" | "severity" | "rationale">
>;
type Place = Pick<ClearedSentence, "articleId" | "revisionId" | "start" | "end">;

/** Something a person did, with all that is needed to take it back or do it again. */
export type Step =
  | { does: "create" | "restore" | "delete"; noun: "annotation"; thing: Annotation }
  | { does: "create" | "restore" | "delete"; noun: "link"; thing: Link }
  | { does: "change"; noun: "annotation"; id: string; before: AnnotationFields; after: AnnotationFields }
  | { does: "change"; noun: "link"; id: string; before: LinkFields; after: LinkFields }
  | { does: "clear" | "reopen"; noun: "sentence"; place: Place };

/** The step that takes this one back. */
export function inverse(step: Step): Step {
  switch (step.does) {
    case "create":
    case "restore":
      return { ...step, does: "delete" };
    case "delete":
      return { ...step, does: "restore" };
    case "change":
      return { ...step, before: step.after, after: step.before } as Step;
    case "clear":
      return { ...step, does: "reopen" };
    case "reopen":
      return { ...step, does: "clear" };
  }
}

/**
 * Why a step cannot be done on this state without overwriting what someone else did since; null when it can.
 * `me` may take back only what still stands as they left it. The server has the last word, by version.
 */
export function conflictOf(step: Step, state: DossierState, me: string): string | null {
  if (step.noun === "sentence") {
    const isCleared = sentenceKey(step.place) in state.cleared;
    if (isCleared === (step.does === "clear")) return "Someone else has already done this.";
    return null;
  }
  const noun = step.noun === "annotation" ? "annotation" : "link";
  const things: Readonly<Record<string, Annotation | Link>> =
    step.noun === "annotation" ? state.annotations : state.links;
  if (step.does === "restore" || step.does === "create") {
    return things[step.thing.id] ? `Someone else has already brought this ${noun} back.` : null;
  }
  const now = things[step.does === "change" ? step.id : step.thing.id];
  if (!now) return `Someone else has deleted this ${noun}.`;
  if (step.does !== "change") {
    return now.updatedBy === me ? null : `Someone else has changed this ${noun} since.`;
  }
  const isAsLeft = Object.entries(step.before).every(([field, value]) =>
    isSame((now as Record<string, unknown>)[field], value),
  );
  return isAsLeft ? null : `Someone else has changed this ${noun} since.`;
}

/** The fields of `thing` that `change` would set, as they are now. */
export function fieldsBefore<T extends object, F extends Partial<T>>(thing: T, change: F): F {
  return Object.fromEntries(Object.keys(change).map((field) => [field, thing[field as keyof T]])) as F;
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
  return `${step.noun} ${deeds[step.does]}`;
}
