/** Converts many offsets over one text; made by {@link codePointIndex}. */
export type CodePointIndex = {
  /** Length of the text in code points. */
  length: number;
  /** UTF-16 offset → code point offset. Throws RangeError outside the text or inside a surrogate pair. */
  toCodePoint(utf16: number): number;
  /** Code point offset → UTF-16 offset. Throws RangeError outside the text. */
  toUtf16(codePoint: number): number;
};

/**
 * Prepares a text for converting many offsets, in O(text) once and O(log astral characters) per offset.
 *
 * Only characters outside the Basic Multilingual Plane make the two counts differ, so only their places are
 * kept: news text has few or none, and the index of a plain text is empty.
 */
export function codePointIndex(text: string): CodePointIndex {
  const astral = astralOffsets(text);
  const length = text.length - astral.length;
  return {
    length,
    toCodePoint(utf16) {
      requireWithin(utf16, text.length);
      const before = countBefore(astral.length, (k) => (astral[k] ?? 0) < utf16);
      if (before > 0 && astral[before - 1] === utf16 - 1) {
        throw new RangeError(`Offset ${utf16} is inside a surrogate pair`);
      }
      return utf16 - before;
    },
    toUtf16(codePoint) {
      requireWithin(codePoint, length);
      return codePoint + countBefore(astral.length, (k) => (astral[k] ?? 0) - k < codePoint);
    },
  };
}

/** One UTF-16 offset → code point offset. For many offsets over one text use {@link codePointIndex}. */
export function toCodePointOffset(text: string, utf16: number): number {
  return codePointIndex(text).toCodePoint(utf16);
}

/** One code point offset → UTF-16 offset. For many offsets over one text use {@link codePointIndex}. */
export function toUtf16Offset(text: string, codePoint: number): number {
  return codePointIndex(text).toUtf16(codePoint);
}

/** UTF-16 offsets of the first half of every surrogate pair, ascending. */
function astralOffsets(text: string): number[] {
  const offsets: number[] = [];
  for (let i = 0; i < text.length - 1; i++) {
    const isHigh = (text.charCodeAt(i) & 0xfc00) === 0xd800;
    if (isHigh && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) offsets.push(i++);
  }
  return offsets;
}

/** How many of 0…size-1 satisfy a predicate that is true for a prefix of them. */
function countBefore(size: number, isBefore: (k: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function requireWithin(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`Offset ${offset} is outside 0…${length}`);
  }
}
