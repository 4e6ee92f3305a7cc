/**
 * A number as prose gives it: everything from `low` to `high`, both included; `high` is Infinity for "more than".
 * `isExact` is a plain number, without "about" and without a range.
 */
export type Quantity = {
  low: number;
  high: number;
  isExact: boolean;
  unit: "%" | null;
  /** As written. */
  words: string;
  /** UTF-16 offsets in the text, end-exclusive. */
  start: number;
  end: number;
};

/** What "about" is taken to leave open, to each side. */
const ABOUT = 0.1;

const scales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** What a vague word spans: "hundreds" is at least two of them and fewer than ten. */
const vague: Record<string, [number, number]> = {
  dozens: [24, 99],
  hundreds: [200, 999],
  thousands: [2_000, 9_999],
  "tens of thousands": [20_000, 99_999],
  "hundreds of thousands": [200_000, 999_999],
  millions: [2_000_000, 9_999_999],
};

const small: Record<string, number> = Object.fromEntries(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, i + 1]),
);

const DIGITS = String.raw`\d{1,3}(?:[,\u00a0\u202f\u066c]\d{3})+(?:[.\u066b]\d+)?|\d+(?:[.\u066b]\d+)?`;
const NUMBER = `(?:(?:${DIGITS})(?:\\s(?:thousand|million|billion)\\b)?)`;
const VAGUE = "hundreds of thousands|tens of thousands|hundreds|dozens|thousands|millions";
const SMALL = Object.keys(small).join("|");
const BEFORE =
  "about|around|approximately|roughly|some|nearly|almost|more than|over|at least|fewer than|less than|under|up to|at most";
const ONE = `${NUMBER}|\\b(?:${VAGUE}|${SMALL})\\b`;

const pattern = new RegExp(
  String.raw`(?:\b(?<word>${BEFORE})\s+)?(?:(?<low>${NUMBER})\s?(?:–|—|-|\bto\b)\s?(?<high>${NUMBER})|\bbetween\s(?<from>${NUMBER})\sand\s(?<to>${NUMBER})|(?<one>${ONE}))(?<percent>\s?(?:%|٪|per\s?cent\b))?`,
  "giu",
);

/** Months, weekdays and "the": a number beside one is a date or a name, nothing counted. */
const datedBefore =
  /(?:\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|\b(?:in|since|by|until|of|No\.?|number|article|decree|law|page|paragraph))\s*$/iu;
const datedAfter =
  /^(?:st|nd|rd|th)?\s*(?:January|February|March|April|May|June|July|August|September|October|November|December|of\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))\b|^(?:st|nd|rd|th)\b|^[:/]\d|^-(?:year|month|day|week)/iu;

/**
 * The quantities in a text, in order. Dates, years, ordinals and numbers of laws and pages are none. English words;
 * digits of every script. What is not understood is left out rather than guessed.
 */
export function quantitiesIn(text: string): Quantity[] {
  const plain = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digitOf(digit)));
  const found: Quantity[] = [];
  for (const match of plain.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isPartOfWord(plain, start, end)) continue;
    const { low, high, from, to, one, word, percent } = match.groups ?? {};
    if (!percent && !word && isDated(plain, start, end, match[0])) continue;
    const range = rangeOf({ low: low ?? from, high: high ?? to, one }, word?.toLowerCase());
    if (!range) continue;
    const words = text.slice(start, end);
    found.push({ ...range, unit: percent ? "%" : null, words, start, end });
  }
  return found;
}

type Range = Pick<Quantity, "low" | "high" | "isExact">;
type Given = { low: string | undefined; high: string | undefined; one: string | undefined };

function rangeOf({ low, high, one }: Given, word: string | undefined): Range | null {
  if (low !== undefined && high !== undefined) {
    const range = { low: numberOf(low), high: numberOf(high), isExact: false };
    return range.low < range.high ? range : null;
  }
  if (one === undefined) return null;
  const spans = vague[one.toLowerCase()];
  if (spans) return { ...bounded(spans[0], spans[1], word), isExact: false };
  const value = small[one.toLowerCase()] ?? numberOf(one);
  // "one" and "two" by themselves are seldom counted: "one of", "the two".
  if (one.toLowerCase() in small && value < 3 && !word) return null;
  return { ...bounded(value, value, word), isExact: word === undefined };
}

function bounded(low: number, high: number, word: string | undefined): { low: number; high: number } {
  switch (word) {
    case undefined:
      return { low, high };
    case "more than":
    case "over":
    case "at least":
      return { low, high: Number.POSITIVE_INFINITY };
    case "fewer than":
    case "less than":
    case "under":
    case "up to":
    case "at most":
      return { low: 0, high };
    default:
      return { low: low * (1 - ABOUT), high: high * (1 + ABOUT) };
  }
}

function numberOf(written: string): number {
  const [digits = "", scale] = written.split(/\s(?=[a-z])/i);
  const value = Number(digits.replace(/[,\u00a0\u202f\u066c]/g, "").replace("\u066b", "."));
  return value * (scales[scale?.toLowerCase() ?? ""] ?? 1);
}

function digitOf(digit: string): number {
  const code = digit.charCodeAt(0);
  return code >= 0x06f0 ? code - 0x06f0 : code - 0x0660;
}

function isPartOfWord(text: string, start: number, end: number): boolean {
  const joins = /[\p{L}\p{N}]/u;
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  return (joins.test(before) && joins.test(text.charAt(start))) || (joins.test(after) && after !== "s");
}

function isDated(text: string, start: number, end: number, written: string): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  if (datedAfter.test(text.slice(end, end + 24))) return true;
  if (datedBefore.test(before)) return /^\d{1,4}$/.test(written);
  // A bare year stands without a comma; "1994 people" is rarer than "the 1994 law".
  return /^(?:1[89]|20)\d\d$/.test(written);
}
