import { fold } from "@/lib/search/fold";

/** An "@" being typed: where it stands and what follows it so far. */
export type MentionAt = { start: number; query: string };

const LONGEST = 40;

/**
 * The mention that the caret stands in, null when it stands in none: an @ that does not follow a letter (as in an
 * address) and has at most a few words behind it, on the same line.
 *
 * @param caret UTF-16 offset in `text`
 */
export function mentionAt(text: string, caret: number): MentionAt | null {
  const line = text.slice(Math.max(0, caret - LONGEST), caret);
  const found = /(?:^|[^\p{L}\p{N}_@])@((?:[^\s@]+ ?){0,3})$/u.exec(line);
  if (!found) return null;
  const query = found[1] ?? "";
  return { start: caret - query.length - 1, query };
}

/** The people whose name or address begins like what was typed, at any of its words; best first, at most 8. */
export function peopleLike<P extends { label: string; email: string }>(
  people: readonly P[],
  query: string,
): P[] {
  const wanted = fold(query).text.trim();
  return people
    .map((person) => ({ person, rank: rankOf(fold(person.label).text, fold(person.email).text, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || a.person.label.localeCompare(b.person.label))
    .slice(0, 8)
    .map(({ person }) => person);
}

function rankOf(label: string, email: string, wanted: string): number {
  if (label.startsWith(wanted)) return 0;
  if (label.includes(` ${wanted}`)) return 1;
  return email.startsWith(wanted) ? 2 : 3;
}
