import { fold } from "@/lib/search/fold";

/**
 * The things whose words match what is typed, best first: each typed word must begin a word or stand inside one; words
 * that begin one rank higher, and so does a name that begins with what is typed. All, in their order, for nothing typed.
 */
export function bestMatches<T>(items: readonly T[], query: string, wordsOf: (item: T) => string): T[] {
  const typed = fold(query).text.trim();
  if (typed === "") return [...items];
  const words = typed.split(" ");
  const ranked = items.flatMap((item) => {
    const name = fold(wordsOf(item)).text;
    const score = words.reduce((sum, word) => sum + scoreOf(name, word), name.startsWith(typed) ? 2 : 0);
    return Number.isFinite(score) ? [{ item, score }] : [];
  });
  return ranked.sort((a, b) => b.score - a.score).map(({ item }) => item);
}

function scoreOf(name: string, word: string): number {
  const at = name.indexOf(word);
  if (at < 0) return Number.NEGATIVE_INFINITY;
  return at === 0 || name.includes(` ${word}`) ? 1 : 0;
}
