import { isGraphemeBoundary } from "@/lib/text/graphemes";
import { endsSentence } from "@/lib/text/sentenceBreak";

/** UTF-16 offsets in the text, end-exclusive. */
export type SentenceRange = { start: number; end: number };

const LONG_SENTENCE = 4_000;
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of a canonical text, in order.
 *
 * `Intl.Segmenter` (Unicode UAX #29) proposes, our abbreviation and quotation rules decide. A sentence never
 * crosses `\n`, has no white space at its ends, keeps its closing quote, and lies on grapheme boundaries; every
 * character that is not white space belongs to exactly one. When in doubt two sentences stay one.
 *
 * @param language BCP 47 tag; rules exist for en, ar, fr, de and es, others get the general ones.
 */
export function sentences(text: string, language: string): SentenceRange[] {
  const found: SentenceRange[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    for (const range of sentencesOfBlock(text.slice(start, end), language)) {
      found.push({ start: start + range.start, end: start + range.end });
    }
    start = end + 1;
  }
  return found;
}

function sentencesOfBlock(block: string, language: string): SentenceRange[] {
  const ranges: SentenceRange[] = [];
  const lastWord = lastWordOffset(block);
  let start = 0;
  let scanned = 0;
  let wordSeen = false;
  const close = (end: number) => {
    const range = trimmed(block, start, end);
    if (range) ranges.push(range);
    start = end;
    wordSeen = false;
  };
  for (const { index } of segmenterFor(language).segment(block)) {
    if (index <= start) continue;
    const cut = pastClosingQuote(block, start, index, language);
    if (cut >= block.length || !isGraphemeBoundary(block, cut)) continue;
    // A piece without a word in it (a quote mark, a dash, an emoji) belongs to its neighbour.
    // Only what is new is looked at, so that a block of nothing but "! ! ! …" stays linear.
    wordSeen ||= hasWord(block.slice(Math.max(scanned, start), cut));
    scanned = cut;
    if (!wordSeen || cut > lastWord) continue;
    if (endsSentence(block, start, cut, language)) close(cut);
  }
  close(block.length);
  return ranges;
}

/**
 * Where a proposed break really lies: ICU breaks before a closing quote that follows a space, as in « Fini. » or
 * after ". . ." and a straight quote.
 */
function pastClosingQuote(block: string, start: number, index: number, language: string): number {
  const quote = block.charAt(index);
  const following = block.charAt(index + 1);
  const opensHere = language.startsWith("de") ? "" : "»";
  const isClosing =
    (quote !== "" && `${opensHere}”`.includes(quote)) ||
    (quote === '"' && /^\s?$/.test(following) && hasOpenQuote(block, start, index));
  return isClosing ? index + (/^["»”]\s*/.exec(block.slice(index, index + 16))?.[0].length ?? 0) : index;
}

/** Whether a straight quote is open at `index`. Beyond the length of any real sentence it is not asked. */
function hasOpenQuote(block: string, start: number, index: number): boolean {
  if (index - start > LONG_SENTENCE) return false;
  return (block.slice(start, index).split('"').length - 1) % 2 === 1;
}

/** Offset of the last letter or digit (of its last code unit), -1 when there is none. */
function lastWordOffset(block: string): number {
  for (let i = block.length - 1; i >= 0; i--) {
    const isLowHalf = (block.charCodeAt(i) & 0xfc00) === 0xdc00;
    if (hasWord(isLowHalf ? block.slice(i - 1, i + 1) : block.charAt(i))) return i;
  }
  return -1;
}

function hasWord(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece);
}

/** Cuts white space off both ends, unless it carries a combining mark. Null when nothing is left. */
function trimmed(block: string, from: number, to: number): SentenceRange | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(block.charAt(start))) start++;
  while (end > start && /\s/.test(block.charAt(end - 1))) end--;
  if (start === end) return null;
  while (!isGraphemeBoundary(block, start)) start--;
  while (!isGraphemeBoundary(block, end)) end++;
  return { start, end };
}

function segmenterFor(language: string): Intl.Segmenter {
  const key = language.toLowerCase();
  const known = segmenters.get(key);
  if (known) return known;
  const segmenter = makeSegmenter(key);
  // Tags come from outside: a bounded number is remembered.
  if (segmenters.size < 32) segmenters.set(key, segmenter);
  return segmenter;
}

function makeSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    // RangeError: not a language tag at all. The root rules still find sentences.
    return new Intl.Segmenter("und", { granularity: "sentence" });
  }
}
