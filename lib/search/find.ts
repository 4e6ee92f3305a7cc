import { graphemeStart } from "@/lib/text/graphemes";
import { type Folded, fold, foldQuotes } from "./fold";
import type { SearchQuery, Term } from "./query";
import { foundWordStart, isWordEdge, wordEnd } from "./words";

/** UTF-16 offsets in the canonical text, end-exclusive. */
export type TextSpan = { start: number; end: number };

/** Where a query was found: whole words, from the first to the last; `words` are those that were asked for. */
export type Passage = TextSpan & { words: readonly TextSpan[] };

/** A block longer than this is searched, and indexed, in parts. */
const LONGEST_BLOCK = 50_000;

/**
 * The stretches of a canonical text within which all of a query must stand: its paragraphs and headings; very long
 * ones in parts, cut at white space.
 */
export function searchBlocks(text: string): TextSpan[] {
  const blocks: TextSpan[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    while (end - start > LONGEST_BLOCK) {
      const space = text.lastIndexOf(" ", start + LONGEST_BLOCK);
      const cut = space > start ? space + 1 : graphemeStart(text, start + LONGEST_BLOCK);
      blocks.push({ start, end: cut });
      start = cut;
    }
    if (end > start) blocks.push({ start, end });
    start = end + 1;
  }
  return blocks;
}

/** A block ready for searching, folded in the ways that were asked for so far. */
type ReadyBlock = { start: number; source: string; word: Folded | null; phrase: Folded | null };

const foldings = { word: fold, phrase: foldQuotes } as const;

/** A text that was made ready once, to be searched many times. */
export type Finder = (query: SearchQuery) => Passage[];

/** Finds passages in a whole text, in order. Folding is done at the first search, and once. */
export function finderOf(text: string): Finder {
  let ready: ReadyBlock[] | null = null;
  return (query) => {
    ready ??= searchBlocks(text).map((block) => readyBlock(text, block));
    return ready.flatMap((block) => passagesIn(block, query));
  };
}

/** Finds passages in one block of a text. */
export function findInBlock(text: string, block: TextSpan, query: SearchQuery): Passage[] {
  return passagesIn(readyBlock(text, block), query);
}

function readyBlock(text: string, { start, end }: TextSpan): ReadyBlock {
  const source = text.slice(start, end);
  return { start, source, word: null, phrase: null };
}

function passagesIn(block: ReadyBlock, { all, none }: SearchQuery): Passage[] {
  const found: Occurrence[] = [];
  for (const [term, wanted] of all.entries()) {
    const spans = spansOf(block, wanted);
    if (spans.length === 0) return [];
    for (const span of spans) found.push({ ...span, term });
  }
  if (none.some((unwanted) => spansOf(block, unwanted).length > 0)) return [];
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return shortestStretches(found, all.length);
}

/** Where a term stands, in offsets of the whole text. */
function spansOf(block: ReadyBlock, term: Term): TextSpan[] {
  const folded = block[term.kind] ?? foldings[term.kind](block.source);
  block[term.kind] = folded;
  const { text } = folded;
  const spans: TextSpan[] = [];
  for (let at = text.indexOf(term.text); at >= 0; at = text.indexOf(term.text, at + 1)) {
    let end = at + term.text.length;
    const isWord = term.kind === "word";
    const start = isWord ? foundWordStart(text, at, end) : isWordEdge(text, at) ? at : null;
    if (start === null) continue;
    if (term.isOpen) end = wordEnd(text, end);
    else if (!isWordEdge(text, end)) continue;
    const source = folded.sourceOf(start, end);
    spans.push({ start: block.start + source.start, end: block.start + source.end });
  }
  return spans;
}

type Occurrence = TextSpan & { term: number };

/** The shortest stretches that have each term, none lying over another, in order. */
function shortestStretches(found: readonly Occurrence[], terms: number): Passage[] {
  if (terms === 1) return found.map(({ start, end }) => ({ start, end, words: [{ start, end }] }));
  const chosen: Passage[] = [];
  const measured = stretchesWithAll(found, terms).map((words) => ({
    start: words[0]?.start ?? 0,
    end: Math.max(...words.map(({ end }) => end)),
    words: words.map(({ start, end }) => ({ start, end })),
  }));
  // A long stretch must not hide two short ones that it lies over.
  measured.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const taken = new Set<number>();
  for (const one of measured) {
    const places = Array.from({ length: one.end - one.start }, (_, i) => one.start + i);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    chosen.push(one);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** The stretches of occurrences that have every term and within which no shorter one has; few share an occurrence. */
function stretchesWithAll(found: readonly Occurrence[], terms: number): Occurrence[][] {
  const stretches: Occurrence[][] = [];
  const counts = new Array<number>(terms).fill(0);
  let missing = terms;
  let first = 0;
  for (const [i, { term }] of found.entries()) {
    if (counts[term] === 0) missing--;
    counts[term] = (counts[term] ?? 0) + 1;
    if (missing > 0) continue;
    for (let one = found[first]; one && (counts[one.term] ?? 0) > 1; one = found[++first]) {
      counts[one.term] = (counts[one.term] ?? 0) - 1;
    }
    if (counts[term] === 1) stretches.push(found.slice(first, i + 1));
  }
  return stretches;
}
