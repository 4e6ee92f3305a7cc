import { sentences } from "@/lib/text/sentences";

/** Longest context on each side, UTF-16 units: a sentence without an end does not fill a card. */
const LONGEST = 320;

export type PassageContext = { before: string; after: string };

/**
 * The words around a passage: the rest of its sentence on each side, or the neighbouring sentence where the passage
 * reaches the edge of its own. Stays in the paragraph. Offsets are UTF-16 in `text`; cut ends carry "…".
 * @param language BCP 47 tag of the text
 */
export function passageContext(text: string, start: number, end: number, language: string): PassageContext {
  const paragraphStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", Math.max(start, end - 1));
  const paragraphEnd = newline < 0 ? text.length : newline;
  const head = text.slice(paragraphStart, start);
  const tail = text.slice(end, paragraphEnd);
  const ranges = sentences(text.slice(paragraphStart, paragraphEnd), language);
  const at = start - paragraphStart;
  const upTo = end - paragraphStart;
  const own = ranges.findLastIndex((range) => range.start <= at);
  const ownStart = ranges[own]?.start ?? 0;
  const before = ownStart < at ? ownStart : (ranges[own - 1]?.start ?? at);
  const last = ranges.findIndex((range) => range.end >= upTo);
  const lastEnd = ranges[last]?.end ?? upTo;
  const after = lastEnd > upTo ? lastEnd : (ranges[last + 1]?.end ?? upTo);
  return {
    before: lastPart(head.slice(Math.max(0, before))),
    after: firstPart(tail.slice(0, Math.max(0, after - upTo))),
  };
}

function lastPart(text: string): string {
  if (text.length <= LONGEST) return text;
  return `…${text.slice(-LONGEST).replace(/^\S*\s/, " ")}`;
}

function firstPart(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/\s\S*$/, " ")}…`;
}
