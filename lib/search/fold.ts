import { snapToGraphemes } from "@/lib/text/graphemes";

/** A text made ready for searching, and the way back. Offsets are UTF-16 on both sides. */
export type Folded = {
  text: string;
  /** Where, in the text that was folded, a range of the folded text stands: on grapheme boundaries. */
  sourceOf(start: number, end: number): { start: number; end: number };
};

/**
 * Folds what a reader does not distinguish when looking for a word: case, accents and vowel signs, forms of Arabic
 * letters (alef, ya, ta marbuta, hamza carriers, Persian letters), tatweel, Arabic-Indic digits, ligatures,
 * typographic quotes and dashes, invisible characters; any run of white space becomes one space. Vowel signs that
 * are letters of their word (Devanagari, Thai …) stay. Folding what is folded changes nothing.
 */
export function fold(text: string): Folded {
  return mapped(text, /^[ !-~]*$/, (plain) => plain.toLowerCase(), folded);
}

/** The text of {@link fold} without the way back, for looking through many texts: several times as fast. */
export function foldedText(text: string): string {
  return text
    .replace(/[^ !-~]/gu, folded)
    .toLowerCase()
    .replace(/ {2,}/g, " ");
}

/** Folds only what nobody types as printed: typographic quotes, white space, invisible characters. */
export function foldQuotes(text: string): Folded {
  return mapped(text, /^[ !-~]*$/, (plain) => plain, quotesFolded);
}

/** Character by character; a text that `plain` accepts is as long folded as not, and needs no map. */
function mapped(
  text: string,
  plain: RegExp,
  foldPlain: (text: string) => string,
  foldOne: (character: string) => string,
): Folded {
  if (plain.test(text) && !text.includes("  ")) {
    return { text: foldPlain(text), sourceOf: (start, end) => ({ start, end }) };
  }
  let out = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const units = foldOne(character);
    for (let i = 0; i < units.length; i++) {
      const unit = units.charAt(i);
      // The space that stands for a run of white space reaches over all of it.
      if (unit === " " && out.endsWith(" ")) {
        ends[ends.length - 1] = end;
        continue;
      }
      out += unit;
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return {
    text: out,
    sourceOf: (start, end) => snapToGraphemes(text, starts[start] ?? text.length, ends[end - 1] ?? 0),
  };
}

const kept = new Map<string, string>();

function folded(character: string): string {
  const known = kept.get(character);
  if (known !== undefined) return known;
  // Lower case may bring marks of its own (İ), and NFKD capitals of its own (℡): each is done around the other.
  const parts = [...character.normalize("NFKD").toLowerCase().normalize("NFKD")];
  const made = LETTERS[character] ?? parts.map(foldedPart).join("").normalize("NFC");
  // Of the others there are a million, and few texts have any.
  if (character.length === 1) kept.set(character, made);
  return made;
}

function foldedPart(part: string): string {
  const letter = LETTERS[part];
  if (letter !== undefined) return letter;
  if (/\s/.test(part)) return " ";
  return DROPPED.test(part) ? "" : part;
}

function quotesFolded(character: string): string {
  if (character <= "~" && character > " ") return character;
  if (/\s/.test(character)) return " ";
  if (/\p{Cf}/u.test(character)) return "";
  return QUOTES[character] ?? character;
}

/**
 * Signs on letters, and what is not seen. Signs of other scripts are letters of their words, as is the voicing of
 * kana (U+3099, U+309A).
 */
const DROPPED =
  /^(?:\p{Cf}|\u0640|(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}])$/u;

const QUOTES = each({ '"': "“”„‟«»″〝〞＂", "'": "‘’‚‛′‹›´`ʼʹ" });

const LETTERS: Readonly<Record<string, string>> = {
  ...QUOTES,
  ...each({ "-": "‐‑‒–—―−⁃﹘" }),
  ...each({ ss: "ßẞ", ae: "æÆ", oe: "œŒ", th: "þÞ" }),
  ...each({ o: "øØ", l: "łŁ", d: "đĐðÐ", h: "ħĦ", i: "ı", t: "ŧŦ", σ: "ς" }),
  ...each({ ا: "ٱٲٳ", ي: "ىیے", ه: "ةہھەۃ", ك: "کڪ" }),
  ...each({ ",": "،٬", ";": "؛", "?": "؟", ".": "٫", "%": "٪" }),
  ...digits("٠"),
  ...digits("۰"),
};

function each(characters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(characters).flatMap(([to, all]) => [...all].map((from) => [from, to])),
  );
}

function digits(zero: string): Record<string, string> {
  const first = zero.codePointAt(0) ?? 0;
  return Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [String.fromCodePoint(first + i), String(i)]),
  );
}
