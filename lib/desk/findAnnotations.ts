import type { Annotation } from "@/lib/annotations/schema";

/** Text as it is compared in a search: without case, accents and Arabic vowel signs, with one space for many. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}|\u0640/gu, "")
    .replace(/\s+/g, " ")
    .toLowerCase();
}

type Searchable = Pick<Annotation, "id" | "articleId" | "start" | "exact" | "note">;

/**
 * Annotations whose quote or note has every word of `query`, in the order of articles and text; all of them for an
 * empty query.
 */
export function findAnnotations<T extends Searchable>(annotations: readonly T[], query: string): T[] {
  const words = folded(query).split(" ").filter(Boolean);
  const found = words.length === 0 ? [...annotations] : annotations.filter((one) => hasAll(one, words));
  return found.sort((a, b) => a.articleId.localeCompare(b.articleId) || a.start - b.start);
}

function hasAll({ exact, note }: Searchable, words: readonly string[]): boolean {
  const text = folded(`${exact} ${note}`);
  return words.every((word) => text.includes(word));
}
