import { fold, foldQuotes } from "./fold";
import { isInWord, tokensOf } from "./words";

/** Something to find in a text. */
export type Term = {
  /** A word is found by its beginning, whatever its case and accents; a phrase as it was typed. */
  kind: "word" | "phrase";
  /** As it stands in the folded text (a phrase: in the text with its quotes folded). */
  text: string;
  /** Whether the last word may go on: always of a word; of a phrase whose closing quote is not typed yet. */
  isOpen: boolean;
  /** Words that any text with this term has; the last may go on when the term is open. */
  tokens: readonly string[];
};

/** A paragraph is found when it has all of `all` and none of `none`. */
export type SearchQuery = { all: readonly Term[]; none: readonly Term[] };

export type ParsedQuery = { query: SearchQuery; problem: null } | { query: null; problem: string };

export const MAX_QUERY_LENGTH = 200;
const MAX_TERMS = 12;

/** For people, under the box they search with. */
export const queryHint =
  "Words are found by their beginnings, in any case and with or without accents. “Quotes” find exactly what stands in them; -word leaves paragraphs out.";

const PIECE = /(?<!\S)(-?)["“”„‟«»]([^"“”„‟«»]*)(["“”„‟«»]?)|[^\s"“”„‟«»]+/gu;

/** Reads what a person typed. Never throws; what cannot be searched for is told in a sentence. */
export function parseQuery(typed: string): ParsedQuery {
  const refuse = (problem: string): ParsedQuery => ({ query: null, problem });
  if (typed.length > MAX_QUERY_LENGTH) {
    return refuse(`Search for fewer words: at most ${MAX_QUERY_LENGTH} characters.`);
  }
  const all = new Map<string, Term>();
  const none = new Map<string, Term>();
  for (const [piece, minus, phrase, closing] of typed.normalize("NFC").matchAll(PIECE)) {
    const isPhrase = phrase !== undefined;
    const isExcluded = isPhrase ? minus === "-" : /^-[^-]/u.test(piece);
    const term = isPhrase ? phraseTerm(phrase, closing !== "") : wordTerm(piece);
    if (term) (isExcluded ? none : all).set(`${term.kind} ${term.text}`, term);
  }
  if (all.size + none.size > MAX_TERMS)
    return refuse(`Search for fewer words: at most ${MAX_TERMS} at once.`);
  if (all.size > 0) return { query: { all: [...all.values()], none: [...none.values()] }, problem: null };
  if (none.size > 0) return refuse("Say also what to look for, not only what to leave out.");
  return refuse("Write a word or a number to look for.");
}

/** Punctuation around a word is left off: words are often pasted with it. */
function wordTerm(piece: string): Term | null {
  const { text } = fold(piece);
  let start = 0;
  let end = text.length;
  while (start < end && !isInWord(text, start)) start++;
  while (end > start && !isInWord(text, end - 1)) end--;
  const word = text.slice(start, end);
  return word === "" ? null : { kind: "word", text: word, isOpen: true, tokens: tokensOf(word) };
}

function phraseTerm(phrase: string, isClosed: boolean): Term | null {
  const text = foldQuotes(phrase).text.trim();
  const tokens = tokensOf(fold(text).text);
  return tokens.length === 0 ? null : { kind: "phrase", text, isOpen: !isClosed, tokens };
}

/**
 * The same question for Postgres' full text: finds every block that has the query, and some that have only its
 * words. Words are letters, marks and digits by now, so nothing typed is read as an operator.
 */
export function textSearchQuery({ all, none }: SearchQuery): string {
  const wanted = all.flatMap(({ tokens, isOpen, kind }) =>
    tokens.map((token, i) => lexeme(token, kind === "word" || (isOpen && i === tokens.length - 1))),
  );
  // Only where having the word is the same as having the term.
  const unwanted = none
    .filter(({ kind, tokens, text }) => kind === "word" && tokens.length === 1 && tokens[0] === text)
    .map(({ text }) => `!${lexeme(text, true)}`);
  return [...new Set([...wanted, ...unwanted])].join(" & ");
}

function lexeme(word: string, mayGoOn: boolean): string {
  return `'${word}'${mayGoOn ? ":*" : ""}`;
}
