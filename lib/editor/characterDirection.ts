type Direction = "ltr" | "rtl";

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The direction a character is drawn in, the text around it considered: a letter's own, left to right for digits
 * everywhere, and for spaces and signs that of the letters on both sides, or of the article where these differ.
 * The rules of UAX #9 (N1, N2, W7) as far as one character's neighbours decide; embeddings are not read.
 *
 * @param offset UTF-16, of the character's first code unit
 */
export function characterDirection(text: string, offset: number, article: Direction): Direction {
  const own = characterAt(text, offset);
  if (/\p{Nd}/u.test(own)) return "ltr";
  return letterDirection(own) ?? neutralDirection(text, offset, own.length, article);
}

function neutralDirection(text: string, offset: number, length: number, article: Direction): Direction {
  const before = strongBeside(text, offset - 1, -1) ?? article;
  const after = strongBeside(text, offset + length, 1) ?? article;
  return before === after ? before : article;
}

/** Of the nearest letter before (-1) or behind (1), in the same paragraph. Digits do not turn what is around them. */
function strongBeside(text: string, from: number, step: 1 | -1): Direction | null {
  for (let at = from; at >= 0 && at < text.length; at += step) {
    if (text.charAt(at) === "\n") return null;
    const found = letterDirection(characterAt(text, at));
    if (found) return found;
  }
  return null;
}

function letterDirection(character: string): Direction | null {
  if (RTL_LETTER.test(character) && /\p{L}/u.test(character)) return "rtl";
  return /\p{L}/u.test(character) ? "ltr" : null;
}

/** The whole character around a code unit: half of a surrogate pair says nothing. */
function characterAt(text: string, offset: number): string {
  const unit = text.charCodeAt(offset);
  const start = unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
  return String.fromCodePoint(text.codePointAt(start) ?? 0);
}
