import type { Annotation } from "@/lib/annotations/schema";

type Place = Pick<Annotation, "revisionId" | "kind" | "start" | "end">;

/** The other annotation that tags the same words as the same kind; null when there is none. */
export function twinOf(
  annotations: Readonly<Record<string, Annotation>>,
  place: Place & { id?: string },
): Annotation | null {
  // Not `Object.values`: a list of ten thousand is not made for one look at each.
  for (const id in annotations) {
    const one = annotations[id];
    if (!one) continue;
    const isSamePlace = one.start === place.start && one.end === place.end && one.kind === place.kind;
    if (isSamePlace && one.revisionId === place.revisionId && one.id !== place.id) return one;
  }
  return null;
}
