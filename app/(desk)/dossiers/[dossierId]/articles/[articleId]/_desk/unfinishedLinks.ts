import type { Annotation } from "@/lib/annotations/schema";
import type { LinkDetails } from "@/lib/desk/linkDraft";

type End = Pick<Annotation, "revisionId" | "start" | "end">;

/** What was said of two passages whose link was not made: closing the dialog by mistake loses none of it. */
const unfinished = new Map<string, LinkDetails>();

const placeOf = ({ revisionId, start, end }: End) => `${revisionId}:${start}-${end}`;
// By place: an end that nobody has tagged yet is another annotation each time.
const keyOf = (from: End, to: End) => `${placeOf(from)} ${placeOf(to)}`;

/** What was said last of a link between two passages, in this tab; undefined when nothing was. */
export function unfinishedLink(from: End, to: End): LinkDetails | undefined {
  return unfinished.get(keyOf(from, to));
}

/** Remembers what is said of a link until it is made, or (null) forgets it. */
export function keepUnfinished(from: End, to: End, details: LinkDetails | null): void {
  if (details) unfinished.set(keyOf(from, to), details);
  else unfinished.delete(keyOf(from, to));
}
