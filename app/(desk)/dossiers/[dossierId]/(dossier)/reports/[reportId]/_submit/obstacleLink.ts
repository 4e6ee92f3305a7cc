import type { Readiness } from "@/lib/reviews/readinessSchema";
import { placeLink } from "../../../../_search/passagePlace";
import { passageLink } from "../../../passageLink";

export type ShownObstacle = Readiness["groups"][number]["items"][number];

/** The way to what stands in the way: the sentence, the annotation's card, the link's, the comment on either. */
export function obstacleLink(
  { articleId, annotationId, linkId, commentId, range }: ShownObstacle,
  { dossierId, id: reportId }: { dossierId: string; id: string },
): string {
  const then = commentId ? `/comment-${commentId}` : "";
  if (articleId && range) return placeLink({ dossierId, articleId, ...range });
  if (articleId && annotationId) return passageLink({ dossierId, articleId, id: annotationId }) + then;
  if (linkId) return `/dossiers/${dossierId}/links#link-${linkId}${then}`;
  return `/dossiers/${dossierId}/reports/${reportId}#comments${then}`;
}
