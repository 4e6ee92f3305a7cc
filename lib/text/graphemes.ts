const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Characters that never join a neighbour from the same list into one grapheme (Unicode UAX #29): between two of
 * them there is always a boundary, so a window cut there segments exactly as the whole text would.
 * No combining marks, joiners, prepended signs, jamo, conjunct-forming consonants, flags or carriage return.
 */
const SELF_CONTAINED =
  /^[\n -~\u00a0-\u00ac\u00af-\u02ff\u0370-\u0373\u0376\u0377\u037b-\u037f\u0391-\u03a1\u03a3-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u2000-\u200a\u2010-\u2027\u202f-\u203b\u3000-\u3020\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]$/;

/** Whether a grapheme boundary (UAX #29) lies at the UTF-16 `offset`; the ends of the text are boundaries. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false;
  return graphemeStart(text, offset) === offset;
}

/**
 * Widens a range to grapheme boundaries: `start` moves back, `end` forward, neither further than its grapheme.
 * Offsets are UTF-16, end-exclusive. Reads only the neighbourhood of each end, so it costs the same on a long text.
 */
export function snapToGraphemes(text: string, start: number, end: number): { start: number; end: number } {
  return { start: graphemeStart(text, start), end: graphemeEnd(text, end) };
}

/** The boundary at or before the UTF-16 `offset`. */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  if (isSafeCut(text, offset)) return offset;
  return graphemeAround(text, offset).start;
}

/** The boundary at or after the UTF-16 `offset`. */
export function graphemeEnd(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  if (isSafeCut(text, offset)) return offset;
  const { start, end } = graphemeAround(text, offset);
  return start === offset ? offset : end;
}

/** The grapheme that holds the code unit at `offset`, found in a window between two certain boundaries. */
function graphemeAround(text: string, offset: number): { start: number; end: number } {
  let from = offset;
  while (from > 0 && !isSafeCut(text, from)) from--;
  let to = offset + 1;
  while (to < text.length && !isSafeCut(text, to)) to++;
  const found = segmenter.segment(text.slice(from, to)).containing(offset - from);
  if (!found) return { start: offset, end: offset };
  const start = from + found.index;
  return { start, end: start + found.segment.length };
}

function isSafeCut(text: string, offset: number): boolean {
  const before = text.charAt(offset - 1);
  const after = text.charAt(offset);
  if (SELF_CONTAINED.test(before) && SELF_CONTAINED.test(after)) return true;
  // The start of a word, in any script. Thai and Lao "am" are letters that attach to what stands before.
  return (before === " " || before === "\n") && /[\p{L}\p{N}]/u.test(after) && !/[\u0e33\u0eb3]/.test(after);
}
