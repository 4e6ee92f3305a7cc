import type { OpenPointKind } from "@/lib/reports/snapshot";

type Words = { one: string; many: string; hint: string };

/** What stands in the way, in words, and what to do about it. */
export const obstacleWords: Record<OpenPointKind, Words> = {
  open_sentences: {
    one: "open sentence",
    many: "open sentences",
    hint: "Neither annotated nor cleared: tag it, or say that there is nothing to check.",
  },
  unchecked: {
    one: "annotation not checked",
    many: "annotations not checked",
    hint: "Still “unchecked” or “checking”: give it a verdict.",
  },
  undecided_contradiction: {
    one: "contradiction without a decision",
    many: "contradictions without a decision",
    hint: "Still open: confirm, explain or dismiss it.",
  },
  missing_locator: {
    one: "piece of evidence without a locator",
    many: "pieces of evidence without a locator",
    hint: "A reader cannot find the place: add the page, paragraph or time.",
  },
  open_comment: {
    one: "unresolved comment",
    many: "unresolved comments",
    hint: "Answer it or resolve it.",
  },
  returned: {
    one: "returned item not fixed",
    many: "returned items not fixed",
    hint: "A reviewer returned it and it is as it was.",
  },
};
