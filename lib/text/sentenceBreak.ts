import { ABBREVIATIONS } from "@/lib/text/abbreviations";

type Rules = {
  never: RegExp | null;
  mayEnd: RegExp | null;
  beforeNumber: RegExp | null;
  starters: ReadonlySet<string>;
  /** "3. Oktober": a number with a full stop is an ordinal. */
  ordinals: boolean;
  /** Where letters have no case, a verb of saying shows that a sentence goes on behind its quotation. */
  saying: RegExp | null;
};

/** Longest abbreviation, with room; a boundary is judged by what stands this near to it. */
const REACH = 24;
const OPENING = /^[\s"'“„«‘‚([¿¡—–-]+/u;
const compiled = new Map<string, Rules>();

/**
 * Whether a sentence ends at `offset` of `block`, where ICU says that one may. `sentenceStart` is where the
 * sentence that would end began. Offsets are UTF-16, within one block (no `\n`).
 */
export function endsSentence(
  block: string,
  sentenceStart: number,
  offset: number,
  language: string,
): boolean {
  const rules = rulesFor(language);
  const before = block.slice(Math.max(sentenceStart, offset - REACH), offset).trimEnd();
  const after = block.slice(offset, offset + REACH).trimStart();
  const wholeIsShort = offset - sentenceStart <= REACH;

  // "Is it over?" she asked · Yahoo! said · —¡Nada! —dijo
  if (/^(?:[—–-]\s?)?\p{Ll}/u.test(after)) return false;
  if (rules.saying && /[?!؟.…]\s?["”’»]$/u.test(before) && rules.saying.test(after)) return false;
  if (!before.endsWith(".")) return true;

  // An ellipsis written ". . ." interrupts; with a fourth stop the sentence is over.
  if (/^\.(?!\p{L})/u.test(after)) return false;
  if (/(?<!\.\s?)\.\s\.\s\.$/u.test(before)) return false;
  // "1. The decree": the number of a list or a heading.
  if (wholeIsShort && /^(?:\p{N}{1,3}|\p{L})\.$/u.test(before.trimStart())) return false;
  return !isAbbreviated(before, after, rules);
}

function isAbbreviated(before: string, after: string, rules: Rules): boolean {
  const isStart = rules.starters.has(/^[\p{L}\p{M}]+/u.exec(after.replace(OPENING, ""))?.[0] ?? "");
  if (rules.never && reaches(rules.never, before, after, true)) return true;
  if (rules.mayEnd) {
    if (reaches(rules.mayEnd, before, after, false)) return true;
    if (reaches(rules.mayEnd, before, after, true)) return !isStart;
  }
  if (/^\p{N}/u.test(after) && rules.beforeNumber && reaches(rules.beforeNumber, before, after, true))
    return true;
  // Initials and dotted capitals ("J. K. Rowling", "the U.S. Senate"); one Arabic letter is a title ("د. أحمد").
  if (/(?<![\p{L}\p{N}\p{M}])\p{Lu}\.$/u.test(before)) return !isStart;
  if (/(?<![\p{L}\p{N}\p{M}])\p{Script=Arabic}\.$/u.test(before)) return true;
  return rules.ordinals && /(?<![\p{L}\p{N}.,])\p{N}{1,3}\.$/u.test(before) && !isStart;
}

/** Whether an abbreviation covers the boundary, or (if `orEnds`) ends at it. "z. | B." is covered. */
function reaches(pattern: RegExp, before: string, after: string, orEnds: boolean): boolean {
  for (const match of `${before} ${after}`.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (match.index < before.length && (end > before.length || (orEnds && end === before.length)))
      return true;
  }
  return false;
}

function rulesFor(language: string): Rules {
  const key = language.toLowerCase().split("-")[0] ?? "";
  const known = compiled.get(key);
  if (known) return known;
  const lists = Object.hasOwn(ABBREVIATIONS, key) ? ABBREVIATIONS[key] : undefined;
  const rules: Rules = {
    never: compile(lists?.never),
    mayEnd: compile(lists?.mayEnd),
    beforeNumber: compile(lists?.beforeNumber),
    starters: new Set(lists?.starters.split("|")),
    ordinals: key === "de",
    saying: key === "ar" ? /^(?:قال|قالت|سأل|سألت|أضاف|أضافت|تساءل|صرح|أكد|تابع)(?!\p{L})/u : null,
  };
  // Only our own languages are remembered: the tag may come from outside and must not grow the map.
  if (lists) compiled.set(key, rules);
  return rules;
}

function compile(list: string | undefined): RegExp | null {
  if (!list) return null;
  const entries = list.split("|").flatMap((entry) => [entry, entry.charAt(0).toUpperCase() + entry.slice(1)]);
  // Longest first, so that "p. ex." is found before "p.".
  const alternatives = [...new Set(entries)]
    .sort((a, b) => b.length - a.length)
    .map((entry) => entry.replaceAll(".", "\\.").replaceAll(" ", "\\s?"));
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${alternatives.join("|")})`, "gu");
}
