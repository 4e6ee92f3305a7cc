import { type CheckStatus, checkStatuses, type Kind, kindSchema, kinds } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import type { ReturnedStanding } from "@/lib/reviews/returned";

/** Which annotations are shown. Everything, unless something is said. */
export type AnnotationFilter = {
  hiddenKinds: readonly Kind[];
  /** Any of these; empty: all. */
  statuses: readonly CheckStatus[];
  /** A person's id, `me`, or `nobody`; null: anyone or no one. */
  assignee: string | null;
  tag: string | null;
  evidence: "with" | "without" | null;
  /** With a comment that nobody has resolved. */
  openComments: boolean;
  /** Returned by a reviewer: and still to be fixed, or fixed and to be seen again. */
  review: "to_fix" | "fixed" | null;
};

export const showEverything: AnnotationFilter = {
  hiddenKinds: [],
  statuses: [],
  assignee: null,
  tag: null,
  evidence: null,
  openComments: false,
  review: null,
};

/** What a filter must know beside the annotation itself. */
export type FilterFacts = {
  me: string;
  withEvidence: ReadonlySet<string>;
  withOpenComments: ReadonlySet<string>;
  /** By id, what became of those that a reviewer returned. */
  returned: ReadonlyMap<string, ReturnedStanding>;
};

type Filterable = Pick<Annotation, "id" | "kind" | "checkStatus" | "assignee" | "tags">;

/** How many things a filter asks, the kinds counted as one. */
export function questionsOf(filter: AnnotationFilter): number {
  const { hiddenKinds, statuses, assignee, tag, evidence, openComments, review } = filter;
  return [hiddenKinds.length > 0, statuses.length > 0, assignee, tag, evidence, openComments, review].filter(
    Boolean,
  ).length;
}

export function isShown(annotation: Filterable, filter: AnnotationFilter, facts: FilterFacts): boolean {
  const { hiddenKinds, statuses, assignee, tag, evidence, openComments, review } = filter;
  if (hiddenKinds.includes(annotation.kind)) return false;
  if (statuses.length > 0 && !statuses.includes(annotation.checkStatus)) return false;
  if (assignee !== null && annotation.assignee !== personOf(assignee, facts.me)) return false;
  if (tag !== null && !annotation.tags.includes(tag)) return false;
  if (evidence !== null && facts.withEvidence.has(annotation.id) !== (evidence === "with")) return false;
  if (review !== null && !isReviewed(facts.returned.get(annotation.id), review)) return false;
  return !openComments || facts.withOpenComments.has(annotation.id);
}

function isReviewed(standing: ReturnedStanding | undefined, wanted: "to_fix" | "fixed"): boolean {
  return standing !== undefined && (standing === "fixed") === (wanted === "fixed");
}

function personOf(assignee: string, me: string): string | null {
  if (assignee === "nobody") return null;
  return assignee === "me" ? me : assignee;
}

/** The parameters a filter takes in an address; one that shows everything takes none. */
const names = ["kinds", "check", "assignee", "tag", "evidence", "comments", "review"] as const;

/** Writes a filter into the parameters of an address, beside whatever else they say. */
export function withFilter(query: URLSearchParams, filter: AnnotationFilter): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of names) next.delete(name);
  const { hiddenKinds, statuses, assignee, tag, evidence, openComments, review } = filter;
  if (hiddenKinds.length > 0)
    next.set("kinds", kinds.filter((kind) => !hiddenKinds.includes(kind)).join("."));
  if (statuses.length > 0) next.set("check", statuses.join("."));
  if (assignee !== null) next.set("assignee", assignee);
  if (tag !== null) next.set("tag", tag);
  if (evidence !== null) next.set("evidence", evidence);
  if (openComments) next.set("comments", "open");
  if (review !== null) next.set("review", review);
  return next;
}

/** Reads a filter from an address; what it does not understand it does not ask for. */
export function filterIn(query: Pick<URLSearchParams, "get">): AnnotationFilter {
  const listed = query.get("kinds");
  const shown =
    listed === null ? kinds : listed.split(".").filter((kind) => kindSchema.safeParse(kind).success);
  const statuses = (query.get("check") ?? "").split(".");
  const evidence = query.get("evidence");
  const review = query.get("review");
  return {
    hiddenKinds: kinds.filter((kind) => !shown.includes(kind)),
    statuses: checkStatuses.filter((status) => statuses.includes(status)),
    assignee: query.get("assignee") || null,
    tag: query.get("tag") || null,
    evidence: evidence === "with" || evidence === "without" ? evidence : null,
    openComments: query.get("comments") === "open",
    review: review === "to_fix" || review === "fixed" ? review : null,
  };
}
