import { graphemeEnd, graphemeStart } from "@/lib/text/graphemes";
import { sentences } from "@/lib/text/sentences";
import type { TextSpan } from "./find";

/** UTF-16 units of context on either side. */
const MOST = 160;

/**
 * What stands before and after a passage in the sentences that it begins and ends in. A long sentence is cut at a
 * space, with an ellipsis.
 *
 * @param block the paragraph that the passage is in
 */
export function contextOf(
  text: string,
  block: TextSpan,
  { start, end }: TextSpan,
  language: string,
): { before: string; after: string } {
  const source = text.slice(block.start, block.end);
  const all = sentences(source, language);
  const first = all.findLast((one) => block.start + one.start <= start);
  const last = all.find((one) => block.start + one.end >= end);
  const from = block.start + (first?.start ?? 0);
  const to = block.start + (last?.end ?? source.length);
  return { before: shortenedBefore(text, from, start), after: shortenedAfter(text, end, to) };
}

function shortenedBefore(text: string, from: number, start: number): string {
  if (start - from <= MOST) return text.slice(from, start);
  const cut = graphemeEnd(text, start - MOST);
  const space = text.indexOf(" ", cut);
  return `…${text.slice(space >= 0 && space < start - 1 ? space + 1 : cut, start)}`;
}

function shortenedAfter(text: string, end: number, to: number): string {
  if (to - end <= MOST) return text.slice(end, to);
  const cut = graphemeStart(text, end + MOST);
  const space = text.lastIndexOf(" ", cut);
  return `${text.slice(end, space > end ? space : cut)}…`;
}
