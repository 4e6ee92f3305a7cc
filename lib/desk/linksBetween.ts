import type { Annotation } from "@/lib/annotations/schema";
import type { Link } from "@/lib/links/schema";

/** A link with one end in each of two texts. */
export type LinkBetween = { link: Link; left: Annotation; right: Annotation };
/** Ids of the revisions on both sides. */
type Sides = { left: string; right: string };
/** An end that someone chose, and on which side. */
export type HeldEnd = { side: keyof Sides; id: string };

/**
 * The links between two revisions, in the order of the left text.
 *
 * @param held with one revision on both sides a link's first end is taken left and its second right, unless its other
 * end is the one that was chosen there
 */
export function linksBetween(
  links: Readonly<Record<string, Link>>,
  annotations: Readonly<Record<string, Annotation>>,
  { left, right }: Sides,
  held: HeldEnd | null = null,
): LinkBetween[] {
  const found: LinkBetween[] = [];
  for (const link of Object.values(links)) {
    const from = annotations[link.from];
    const to = annotations[link.to];
    if (!from || !to) continue;
    const isStraight = from.revisionId === left && to.revisionId === right;
    const isTurned = from.revisionId === right && to.revisionId === left;
    const wantsTurned = held?.id === (held?.side === "left" ? link.to : link.from);
    if (isTurned && (!isStraight || wantsTurned)) found.push({ link, left: to, right: from });
    else if (isStraight) found.push({ link, left: from, right: to });
  }
  return found.sort((a, b) => a.left.start - b.left.start || a.right.start - b.right.start);
}
