import { trimmedRange } from "@/lib/editor/trimmedRange";
import type { Snap } from "@/lib/preferences/schema";
import { snapToGraphemes } from "@/lib/text/graphemes";
import { sentences } from "@/lib/text/sentences";
import type { TextRange } from "./wordRange";
import { wordSegmenter } from "./wordSegmenter";

/** How far around an end a word is looked for: longer than any word. */
const REACH = 200;

/**
 * A finished selection as the person likes it: without white space at its ends, on graphemes, and each end moved
 * outwards to the end of the word or sentence it is in. Never inwards, never into another paragraph (`\n`).
 * UTF-16 offsets; null when nothing but white space was selected.
 */
export function snapRange(text: string, range: TextRange, snap: Snap, language: string): TextRange | null {
  const trimmed = trimmedRange(text, range.start, range.end);
  if (!trimmed || snap === "none") return trimmed;
  const unitAt = snap === "word" ? wordAt : sentenceHolding;
  const { start, end } = trimmed;
  const first = unitAt(text, start, language);
  const last = unitAt(text, end - 1, language);
  return snapToGraphemes(text, Math.min(start, first?.start ?? start), Math.max(end, last?.end ?? end));
}

/**
 * The range between an end that stands and one that was dragged to `moving`: only the dragged one snaps. It may have
 * been dragged past the other. null when nothing but white space lies between them.
 */
export function rangeDraggedTo(
  text: string,
  ends: { fixed: number; moving: number },
  snap: Snap,
  language: string,
): TextRange | null {
  const { fixed, moving } = ends;
  const between = { start: Math.min(fixed, moving), end: Math.max(fixed, moving) };
  const snapped = snapRange(text, between, snap, language);
  if (!snapped) return null;
  const kept = moving > fixed ? { start: fixed, end: snapped.end } : { start: snapped.start, end: fixed };
  return trimmedRange(text, kept.start, kept.end);
}

/** The word that holds the character at `offset`; null between words (a space, a quotation mark). */
function wordAt(text: string, offset: number, language: string): TextRange | null {
  const [from, to] = neighbourhood(text, offset);
  const found = wordSegmenter(language)
    .segment(text.slice(from, to))
    .containing(offset - from);
  if (!found?.isWordLike) return null;
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

/** The stretch of a paragraph in which a word is looked for, cut where no word can be: at white space, if there is. */
function neighbourhood(text: string, offset: number): [number, number] {
  let from = offset;
  while (from > 0 && offset - from < REACH && !/\s/.test(text.charAt(from - 1))) from--;
  let to = offset;
  while (to < text.length && to - offset < REACH && !/\s/.test(text.charAt(to))) to++;
  const { start, end } = snapToGraphemes(text, from, to);
  return [start, end];
}

function sentenceHolding(text: string, offset: number, language: string): TextRange | null {
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  const block = text.slice(from, newline < 0 ? text.length : newline);
  const at = offset - from;
  const found = sentences(block, language).find(({ start, end }) => start <= at && at < end);
  return found ? { start: from + found.start, end: from + found.end } : null;
}
