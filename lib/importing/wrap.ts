/** A wrap that was taken out, with the words around it, for the preview. */
export type Healed = {
  /** `hyphen`: the two halves were joined without a space · `wrap`: the newline became a space. */
  kind: "hyphen" | "wrap";
  before: string;
  after: string;
};

const SOFT_HYPHEN = "\u00ad";
/** Scripts written without spaces between words, and their full-width punctuation. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
/** "two-⏎and three-day", "Vor-⏎und Nachteile": the hyphen is suspended, and a space follows it. */
const CONJUNCTION = /^(?:and|or|to|und|oder|bis|et|ou|y|o)(?![\p{L}\p{N}-])/u;
const SHOWN = 24;

/**
 * Joins the lines of one paragraph, and says what it joined (the first `shown` of them).
 *
 * A newline becomes a space, except: after a soft hyphen (U+00AD), which goes with it; after a hyphen or dash that
 * stands directly behind a word, which is always kept ("al-⏎Assad", "well-⏎known"): whether a typesetter or the
 * author put it there cannot be known, and a fact-checker must not be shown a word that the source does not have;
 * after white space that stays (a no-break space); and between two characters of a script without spaces.
 */
export function joinWrapped(lines: readonly string[], shown: number): { text: string; healed: Healed[] } {
  const parts: string[] = [];
  const healed: Healed[] = [];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (next === undefined) {
      parts.push(line);
      break;
    }
    const glue = glueBetween(line, next);
    const kept = line.endsWith(SOFT_HYPHEN) ? line.slice(0, -1) : line;
    parts.push(kept, glue);
    if (healed.length >= shown) continue;
    const head = firstWord(next);
    healed.push({
      kind: glue === "" && /[-\u2010\u2013\u2014\u00ad]$/.test(line) ? "hyphen" : "wrap",
      before: `${lastWord(line)}\n${head}`,
      after: `${lastWord(kept)}${glue}${head}`,
    });
  }
  return { text: parts.join(""), healed };
}

function glueBetween(line: string, next: string): "" | " " {
  if (line.endsWith(SOFT_HYPHEN)) return "";
  if (/[\p{L}\p{M}\p{N}"”’»)][-\u2010\u2013\u2014]$/u.test(line.slice(-4))) {
    return /[-\u2010]$/.test(line) && CONJUNCTION.test(next.slice(0, 8)) ? " " : "";
  }
  if (/[\s\u200b]$/.test(line) || /^[\s\u200b]/.test(next)) return "";
  const last = [...line.slice(-2)].at(-1) ?? "";
  const first = [...next.slice(0, 2)][0] ?? "";
  return UNSPACED.test(last) && UNSPACED.test(first) ? "" : " ";
}

function lastWord(line: string): string {
  return withoutHalves(line.slice(-SHOWN)).split(/\s/u).at(-1) ?? "";
}

function firstWord(line: string): string {
  return withoutHalves(line.slice(0, SHOWN)).split(/\s/u)[0] ?? "";
}

/** Drops the half of a character that cutting at a fixed length may leave. */
function withoutHalves(fragment: string): string {
  return fragment.replace(/\p{Surrogate}/gu, "");
}
