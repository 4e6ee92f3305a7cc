import { isolatedText } from "@/lib/exporting/isolatedText";
import { isSafeHref } from "@/lib/text/document";

/**
 * Text of one line as Markdown that shows exactly it: everything that means something in CommonMark, GFM or its common
 * extensions is escaped, raw HTML above all.
 */
export function escaped(text: string): string {
  const line = isolatedText(shown(text).replace(/\s*[\n\r\u2028\u2029]\s*/g, " "));
  return line
    .replace(/[\\`*_[\]<>&|~^$]/g, "\\$&")
    .replace(/^(\s*)([#+\-=:])/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/, "$1\\$2")
    .trim();
}

/** Text of several lines, each escaped and kept a line. */
export function escapedLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(escaped)
    .join("\\\n");
}

/** A code span: fenced by more backticks than it has. */
export function codeSpan(text: string): string {
  const line = shown(text).replace(/[\n\r]+/g, " ");
  const fence = "`".repeat(1 + Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)));
  return `${fence} ${line} ${fence}`;
}

/** A fenced block of code. */
export function codeBlock(text: string): string {
  const fence = "`".repeat(1 + Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length)));
  return `${fence}\n${shown(text)}\n${fence}`;
}

/** A link, or its bare words where the address is not one a reader may be sent to. */
export function linkTo(href: string, words: string): string {
  if (!isSafeHref(href)) return words;
  const address = shown(href).replace(/[\s<>()\\]/g, (character) =>
    encodeURIComponent(character).replace(/[()]/g, "\\$&"),
  );
  return `[${words}](<${address}>)`;
}

/** Characters that no text file should hold become U+FFFD. */
function shown(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, "\ufffd");
}
