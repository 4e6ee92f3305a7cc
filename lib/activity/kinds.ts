import type { ActivityKind } from "./schema";

const kindOfNoun: Record<string, ActivityKind> = {
  annotation: "annotations",
  sentence: "annotations",
  evidence: "evidence",
  link: "links",
  filter: "links",
  comment: "comments",
  article: "articles",
  report: "reports",
  memo: "reports",
  round: "reports",
  dossier: "people",
  member: "people",
  webhook: "people",
  signOff: "reports",
  correction: "reports",
};

/** Of the types of journal entries those that a kind of activity is made of. */
export function typesOfKind(kind: ActivityKind, types: readonly string[]): string[] {
  return types.filter((type) => kindOfNoun[type.slice(0, type.indexOf("."))] === kind);
}
