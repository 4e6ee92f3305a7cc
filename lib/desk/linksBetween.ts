import type { Annotation } from "@/lib/annotations/schema";
import type { Link } from "@/lib/links/schema";

/** A link with one end in each of two texts. */
export type LinkBetween = { link: Link; left: Annotation; right: Annotation };
type Sides = { left: string; right: string };

/**
 * The links between two revisions, in the order of the left text. Of one revision on both sides a link's first end
 * is taken left and its second right.
 */
export function linksBetween(
  links: Readonly<Record<string, Link>>,
  annotations: Readonly<Record<string, Annotation>>,
  { left, right }: Sides,
): LinkBetween[] {
  const found: LinkBetween[] = [];
  for (const link of Object.values(links)) {
    const from = annotations[link.from];
    const to = annotations[link.to];
    if (!from || !to) continue;
    if (from.revisionId === left && to.revisionId === right) found.push({ link, left: from, right: to });
    else if (from.revisionId === right && to.revisionId === left) found.push({ link, left: to, right: from });
  }
  return found.sort((a, b) => a.left.start - b.left.start || a.right.start - b.right.start);
}
