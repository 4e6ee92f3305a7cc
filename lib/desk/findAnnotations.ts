import type { Annotation } from "@/lib/annotations/schema";
import { fold } from "@/lib/search/fold";

type Searchable = Pick<Annotation, "id" | "articleId" | "start" | "exact" | "note">;

/**
 * Annotations whose quote or note has every word of `query`, in the order of articles and text; all of them for an
 * empty query.
 */
export function findAnnotations<T extends Searchable>(annotations: readonly T[], query: string): T[] {
  const words = fold(query).text.split(" ").filter(Boolean);
  const found = words.length === 0 ? [...annotations] : annotations.filter((one) => hasAll(one, words));
  return found.sort((a, b) => a.articleId.localeCompare(b.articleId) || a.start - b.start);
}

function hasAll({ exact, note }: Searchable, words: readonly string[]): boolean {
  const text = fold(`${exact} ${note}`).text;
  return words.every((word) => text.includes(word));
}
