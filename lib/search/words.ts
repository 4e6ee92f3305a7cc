/** Scripts that are written without spaces: each of their characters is looked up by itself. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const IN_WORD = /[\p{L}\p{N}\p{M}]/u;
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
const TOKEN = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
/** Postgres leaves longer words (2 kB) out of an index; nobody tells them apart by more than this. */
const LONGEST_TOKEN = 100;

/** "And", "in", "like", "for" and the article, which Arabic writes as part of the word: وقال, بالعفو, للعفو. */
const JOINED = /^(?:[وف]?[بك]?ال|[وف]?لل|[وف])$/;
const LONGEST_JOINED = 4;
/** What is left of a word must still be one. */
const LEAST_LEFT = 2;

/** The words of a folded text, as they are looked up. */
export function tokensOf(folded: string): string[] {
  return (folded.match(TOKEN) ?? []).map((token) => token.slice(0, LONGEST_TOKEN).toWellFormed());
}

/** The words under which a folded text is found: its own, and Arabic ones without what is joined to them. Each once. */
export function lookedUpWords(folded: string): string[] {
  const words = new Set<string>();
  for (const token of tokensOf(folded)) {
    words.add(token);
    for (let cut = 1; cut <= LONGEST_JOINED && token.length - cut >= LEAST_LEFT; cut++) {
      if (JOINED.test(token.slice(0, cut))) words.add(token.slice(cut));
    }
  }
  return [...words];
}

/** Whether the character at an offset (of either of its UTF-16 units) is part of a word. */
export function isInWord(text: string, offset: number): boolean {
  return IN_WORD.test(characterAt(text, offset));
}

/** Whether a word may be cut between the unit before the offset and the one at it. */
export function isWordEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = characterAt(text, offset - 1);
  const after = characterAt(text, offset);
  if (!IN_WORD.test(before) || !IN_WORD.test(after)) return true;
  return IS_UNSPACED.test(before) || IS_UNSPACED.test(after);
}

/** The end of the word that the offset is in or at the end of. */
export function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (!isWordEdge(text, end)) end++;
  return end;
}

/**
 * Where the word begins in which something was found at `offset` of a folded text: there, or before what Arabic
 * joins to a word; null when it was found inside a word.
 *
 * @param end where what was found ends
 */
export function foundWordStart(text: string, offset: number, end: number): number | null {
  if (isWordEdge(text, offset)) return offset;
  if (end - offset < LEAST_LEFT) return null;
  for (let start = offset - 1; start >= offset - LONGEST_JOINED && start >= 0; start--) {
    if (isWordEdge(text, start)) return JOINED.test(text.slice(start, offset)) ? start : null;
  }
  return null;
}

function characterAt(text: string, offset: number): string {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdfff) return text.charAt(offset);
  const isSecond = unit >= 0xdc00;
  return isSecond ? text.slice(offset - 1, offset + 1) : text.slice(offset, offset + 2);
}
