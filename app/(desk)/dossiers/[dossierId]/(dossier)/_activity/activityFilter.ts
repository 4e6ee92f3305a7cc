import { type ActivityKind, activityKinds } from "@/lib/activity/schema";

/** What the feed is narrowed to, as its address says it. */
export type ActivityFilter = {
  person: string | null;
  article: string | null;
  kind: ActivityKind | null;
  /** Begin at this entry instead of the newest. */
  at: number | null;
};

export const kindWords: Record<ActivityKind, string> = {
  annotations: "Annotations",
  evidence: "Evidence",
  links: "Links",
  comments: "Comments",
  articles: "Articles",
  reports: "Reports and review",
  people: "People and settings",
};

export function readFilter(params: Pick<URLSearchParams, "get">): ActivityFilter {
  const at = Number(params.get("at"));
  return {
    person: params.get("person"),
    article: params.get("article"),
    kind: activityKinds.find((kind) => kind === params.get("kind")) ?? null,
    at: Number.isInteger(at) && at > 0 ? at : null,
  };
}

/** The address of the feed with a filter, from the dossier's page on. */
export function filterAddress({ person, article, kind, at }: ActivityFilter): string {
  const params = new URLSearchParams({ tab: "activity" });
  if (person) params.set("person", person);
  if (article) params.set("article", article);
  if (kind) params.set("kind", kind);
  if (at) params.set("at", String(at));
  return `?${params}`;
}
