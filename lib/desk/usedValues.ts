import type { Annotation } from "@/lib/annotations/schema";

/** What a dossier already says in one attribute, the most used first. O(n): ask when a field is entered. */
export function usedValues(annotations: Iterable<Annotation>, attribute: string, most = 50): string[] {
  return mostUsed(annotations, most, ({ attributes }) => {
    const value = attributes[attribute];
    return typeof value === "string" ? [value] : [];
  });
}

/** The tags a dossier uses, the most used first. O(n). */
export function usedTags(annotations: Iterable<Annotation>, most = 200): string[] {
  return mostUsed(annotations, most, ({ tags }) => tags);
}

function mostUsed(
  annotations: Iterable<Annotation>,
  most: number,
  valuesOf: (annotation: Annotation) => readonly string[],
): string[] {
  const counts = new Map<string, number>();
  for (const annotation of annotations) {
    for (const value of valuesOf(annotation)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || a.localeCompare(b))
    .slice(0, most)
    .map(([value]) => value);
}
