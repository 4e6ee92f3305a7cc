import { uuidv7 } from "uuidv7";
import { describePassage } from "@/lib/anchoring/describe";
import type { Kind } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import type { TextRange } from "@/lib/desk/wordRange";

type Given = {
  dossierId: string;
  articleId: string;
  userId: string;
  revision: { id: string; text: string };
  kind: Kind;
};

/** An annotation of a range as it is shown until the server has answered. UTF-16 offsets, on grapheme boundaries. */
export function newAnnotation({ start, end }: TextRange, given: Given): Annotation {
  const { dossierId, articleId, userId, revision, kind } = given;
  const { exact, prefix, suffix } = describePassage(revision.text, start, end).quote;
  const at = new Date().toISOString();
  return {
    ...{ id: uuidv7(), dossierId, articleId, revisionId: revision.id },
    ...{ start, end, exact, prefix, suffix, kind, note: "", attributes: {}, tags: [] },
    ...{ checkStatus: "unchecked", confidence: null, assignee: null, checker: null, secondChecker: null },
    ...{ version: 1, createdBy: userId, updatedBy: userId, createdAt: at, updatedAt: at, deletedAt: null },
  };
}
