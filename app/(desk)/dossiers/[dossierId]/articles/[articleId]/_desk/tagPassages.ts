import { uuidv7 } from "uuidv7";
import type { Kind } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import type { TogetherStep } from "@/lib/desk/steps";
import type { FoundPassage } from "@/lib/search/schema";
import { kindWords } from "@/lib/ui/KindBadge";
import { counted } from "../../../../../words";

export type PassageToTag = Pick<
  FoundPassage,
  "articleId" | "revisionId" | "start" | "end" | "exact" | "before" | "after"
>;

/** UTF-16 units kept beside the quote until the server says what stands there. */
const CONTEXT = 32;

/** An annotation of a passage, as it is shown until the server has answered. */
export function annotationOf(
  passage: PassageToTag,
  kind: Kind,
  { dossierId, userId }: { dossierId: string; userId: string },
): Annotation {
  const { before, after, ...place } = passage;
  const at = new Date().toISOString();
  return {
    ...{ id: uuidv7(), dossierId, kind, note: "", attributes: {}, tags: [] },
    articleId: place.articleId,
    revisionId: place.revisionId,
    ...{ start: place.start, end: place.end, exact: place.exact },
    ...{ prefix: before.slice(-CONTEXT), suffix: after.slice(0, CONTEXT) },
    ...{ checkStatus: "unchecked", confidence: null, assignee: null, checker: null, secondChecker: null },
    ...{ version: 1, createdBy: userId, updatedBy: userId, createdAt: at, updatedAt: at, deletedAt: null },
  };
}

/** Tags passages as one kind; undone as one. */
export function taggingStep(annotations: readonly Annotation[], kind: Kind): TogetherStep {
  return {
    does: "together",
    steps: annotations.map((thing) => ({ does: "create", noun: "annotation", thing })),
    says: `${counted(annotations.length, "passage")} tagged as ${kindWords[kind].one.toLowerCase()}`,
  };
}
