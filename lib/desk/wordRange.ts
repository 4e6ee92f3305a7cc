import { trimmedRange } from "@/lib/editor/trimmedRange";
import { graphemeEnd, graphemeStart } from "@/lib/text/graphemes";
import { wordSegmenter } from "./wordSegmenter";

/** UTF-16 offsets in the article's text, end-exclusive. */
export type TextRange = { start: number; end: number };
export type RangeStep = "extendEnd" | "shrinkEnd" | "extendStart" | "shrinkStart";

/** How far around an end words are looked for: longer than any word. */
const REACH = 400;

/**
 * Moves one end of a range by a word, as words are in the article's language. The range keeps at least one word's
 * piece and stays in the text; where nothing can move it is returned as it is.
 */
export function adjustRange(text: string, range: TextRange, step: RangeStep, language: string): TextRange {
  const { start, end } = range;
  switch (step) {
    case "extendEnd":
      return { start, end: wordsFrom(text, end, language)[0]?.end ?? end };
    case "shrinkEnd": {
      const inside = wordsUntil(text, end, language).filter((word) => word.start > start);
      const before = inside.length > 0 && wordsUntil(text, inside.at(-1)?.start ?? end, language).at(-1);
      return before && before.end > start ? { start, end: before.end } : range;
    }
    case "extendStart":
      return { start: wordsUntil(text, start, language).at(-1)?.start ?? start, end };
    case "shrinkStart": {
      const next = wordsFrom(text, wordsFrom(text, start, language)[0]?.end ?? end, language)[0];
      return next && next.start < end ? { start: next.start, end } : range;
    }
  }
}

/**
 * The same by one character that is not white space, as a reader counts characters (graphemes). The range keeps at
 * least one.
 */
export function adjustByCharacter(text: string, range: TextRange, step: RangeStep): TextRange {
  let { start, end } = range;
  const isEnd = step === "extendEnd" || step === "shrinkEnd";
  while (start >= 0 && end <= text.length && start < end) {
    const before = isEnd ? end : start;
    if (step === "extendEnd") end = graphemeEnd(text, end + 1);
    else if (step === "shrinkEnd") end = graphemeStart(text, end - 1);
    else if (step === "extendStart") start = graphemeStart(text, start - 1);
    else start = graphemeEnd(text, start + 1);
    if ((isEnd ? end : start) === before) return range;
    const next = trimmedRange(text, start, end);
    if (next && (next.start !== range.start || next.end !== range.end)) return next;
  }
  return range;
}

/** Words that end behind `offset`, the one around it cut off at it. */
function wordsFrom(text: string, offset: number, language: string): TextRange[] {
  return words(text, offset, Math.min(text.length, offset + REACH), language);
}

function wordsUntil(text: string, offset: number, language: string): TextRange[] {
  return words(text, Math.max(0, offset - REACH), offset, language);
}

function words(text: string, from: number, to: number, language: string): TextRange[] {
  const found: TextRange[] = [];
  for (const { index, segment, isWordLike } of wordSegmenter(language).segment(text.slice(from, to))) {
    if (isWordLike) found.push({ start: from + index, end: from + index + segment.length });
  }
  return found;
}
