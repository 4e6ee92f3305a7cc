import { looksWrapped } from "@/lib/importing/paragraphRule";
import { type Healed, joinWrapped } from "@/lib/importing/wrap";

/** `blank-line`: a blank line parts paragraphs, a single newline is a wrap · `line`: every newline parts them. */
export type ParagraphRule = "blank-line" | "line";

/** `healed` lists the first {@link MAX_HEALED_SHOWN} wraps: it is there to be read. */
export type Paragraphs = { rule: ParagraphRule; paragraphs: string[]; healed: Healed[] };
export const MAX_HEALED_SHOWN = 500;

/** Which rule a reader would see in a plain text: see `looksWrapped`. */
export function detectParagraphRule(text: string): ParagraphRule {
  return looksWrapped(linesOf(text)) ? "blank-line" : "line";
}

/**
 * Parts plain text into paragraphs. A byte order mark, spaces at line ends, and blank lines at the ends of the text
 * are dropped; CRLF, CR, form feed and the Unicode separators are newlines. Paragraphs are never empty and hold no
 * newline; nothing else is changed.
 */
export function paragraphsFromText(text: string, rule: "auto" | ParagraphRule): Paragraphs {
  const lines = linesOf(text);
  const decided = rule === "auto" ? (looksWrapped(lines) ? "blank-line" : "line") : rule;
  if (decided === "line")
    return { rule: decided, paragraphs: lines.filter((line) => line !== ""), healed: [] };

  const paragraphs: string[] = [];
  const healed: Healed[] = [];
  let open: string[] = [];
  for (const line of [...lines, ""]) {
    if (line !== "") open.push(line);
    else if (open.length > 0) {
      const joined = joinWrapped(open, MAX_HEALED_SHOWN - healed.length);
      paragraphs.push(joined.text);
      healed.push(...joined.healed);
      open = [];
    }
  }
  return { rule: decided, paragraphs, healed };
}

/** Lines without the spaces at their ends; a line of nothing but white space is "". */
function linesOf(text: string): string[] {
  return (
    text
      .replace(/^\ufeff/, "")
      .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
      // No-break spaces at the ends of a line are text; only a line made of them is blank.
      .map((line) => (/\S/.test(line) ? trimSpaces(line) : ""))
  );
}

/** Trims spaces, tabs and ideographic spaces. A loop, because `/[ \t]+$/` is quadratic on a line of spaces. */
function trimSpaces(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && " \t\u3000".includes(line.charAt(start))) start++;
  while (end > start && " \t\u3000".includes(line.charAt(end - 1))) end--;
  return line.slice(start, end);
}
