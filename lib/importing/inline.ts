import type { Mark, TextNode } from "@/lib/text/document";
import { graphemeEnd } from "@/lib/text/graphemes";

/** A piece of HTML text with its marks; in `pre` its white space counts. */
export type Run = { text: string; marks: readonly Mark[]; pre: boolean };

/** Controls that HTML forbids (white space excepted). */
const CONTROL = /(?![\t\n\v\f\r\x7f-\x9f])\p{Cc}/gu;
const OTHER_BREAK = /[\v\u0085\u2028\u2029]/g;

/**
 * The text nodes of one textblock: white space collapsed as HTML does (no-break spaces kept), neighbours with the
 * same marks joined, NFC. Empty when nothing would be seen.
 *
 * Marks may part a letter from its combining mark; NFC joins the two into one character, so a mark's boundary
 * inside a grapheme moves to the grapheme's end: a grapheme is marked as its first character is.
 */
export function textNodes(runs: readonly Run[]): TextNode[] {
  const collapsed = collapse(runs);
  const joined = collapsed.map((run) => run.text).join("");
  if (!/\S/.test(joined)) return [];

  const nodes: TextNode[] = [];
  let from = 0;
  let boundary = 0;
  for (const run of collapsed) {
    boundary += run.text.length;
    const to = graphemeEnd(joined, boundary);
    const text = joined.slice(from, to).normalize("NFC");
    from = Math.max(from, to);
    if (text === "") continue;
    const marks = allowedTogether(run.marks);
    const last = nodes.at(-1);
    if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text;
    else nodes.push(marks.length > 0 ? { type: "text", text, marks } : { type: "text", text });
  }
  return nodes;
}

/** `marks` with `mark` added; an inner link replaces an outer one. Sorted, so that equal sets are equal lists. */
export function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  const others = marks.filter((other) => other.type !== mark.type);
  return [...others, mark].sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** Code stands alone in Tiptap: beside other marks it is the one that tells a reader least. */
function allowedTogether(marks: readonly Mark[]): Mark[] {
  return marks.length > 1 ? marks.filter((mark) => mark.type !== "code") : [...marks];
}

function collapse(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    let text = run.text.replace(CONTROL, "").replace(OTHER_BREAK, " ");
    if (run.pre) text = text.replace(/[\n\f\r]/g, " ");
    else {
      text = text.replace(/[ \t\n\f\r]+/g, " ");
      if (afterSpace && text.startsWith(" ")) text = text.slice(1);
    }
    if (text === "") continue;
    afterSpace = !run.pre && text.endsWith(" ");
    kept.push({ ...run, text });
  }
  const last = kept.at(-1);
  if (last && afterSpace) kept[kept.length - 1] = { ...last, text: last.text.slice(0, -1) };
  return kept;
}
