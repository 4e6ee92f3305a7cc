import type { Annotation } from "@/lib/annotations/schema";

type ById = Readonly<Record<string, Annotation>>;

/** The annotations of one revision in the order of the text, and what they were made from. */
export type AnnotationOrder = { of: ById; revisionId: string; items: readonly Annotation[] };

/** Changes searched for their places one by one before sorting anew costs less. */
const MOST_CHANGES = 64;

/** By start, end and id. */
export function byPlace(a: Annotation, b: Annotation): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The annotations of a revision in the order of the text. Made from an earlier order where there is one: then a
 * change costs one look at each annotation and no sorting, and where none changed the list stays the same object.
 */
export function annotationOrder(
  previous: AnnotationOrder | null,
  annotations: ById,
  revisionId: string,
): AnnotationOrder {
  if (previous?.of === annotations && previous.revisionId === revisionId) return previous;
  const known = previous?.revisionId === revisionId ? previous : null;
  const items = known ? carried(known, annotations) : null;
  return { of: annotations, revisionId, items: items ?? sorted(annotations, revisionId) };
}

function sorted(annotations: ById, revisionId: string): Annotation[] {
  const own: Annotation[] = [];
  for (const id in annotations) {
    const one = annotations[id];
    if (one?.revisionId === revisionId) own.push(one);
  }
  return own.sort(byPlace);
}

/** Null when so much changed that it is better sorted anew. */
function carried({ of, items, revisionId }: AnnotationOrder, next: ById): readonly Annotation[] | null {
  const arrived: Annotation[] = [];
  for (const id in next) {
    const one = next[id];
    if (one && one !== of[id] && one.revisionId === revisionId) arrived.push(one);
    if (arrived.length > MOST_CHANGES) return null;
  }
  const kept = items.filter((one) => next[one.id] === one);
  if (arrived.length === 0) return kept.length === items.length ? items : kept;
  for (const one of arrived.sort(byPlace)) kept.splice(placeOf(kept, one), 0, one);
  return kept;
}

function placeOf(items: readonly Annotation[], wanted: Annotation): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && byPlace(item, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
