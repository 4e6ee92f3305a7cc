import { kinds } from "@/lib/annotations/kinds";
import { type Content, html, join, type Markup } from "@/lib/exporting/html/markup";
import { anchors, type Note } from "@/lib/exporting/html/model";
import { segments } from "@/lib/exporting/html/segments";
import { kindClass, kindWords } from "@/lib/exporting/html/words";

/**
 * A block of an article with its passages as `<mark>` elements. Each passage has an anchor where it begins, with its
 * kind and number in words for those who hear the page, and where it ends a number that leads to its note.
 */
export function passageText(
  text: string,
  block: { start: number; end: number },
  notes: readonly Note[],
): Markup {
  const ranges = notes.map((note) => ({ start: note.annotation.start, end: note.annotation.end, note }));
  return join(
    segments(block.start, block.end, ranges).map((segment) => {
      const covering = segment.covering.map(({ note }) => note);
      // A passage may begin or end on the line feed between two blocks, which no block holds.
      const begun = covering.filter(
        ({ annotation }) =>
          annotation.start === segment.start ||
          (segment.start === block.start && annotation.start === block.start - 1),
      );
      const ended = covering.filter(
        ({ annotation }) =>
          annotation.end === segment.end || (segment.end === block.end && annotation.end === block.end + 1),
      );
      const words = text.slice(segment.start, segment.end);
      return [begun.map(opening), marked(words, covering), ended.map(reference)];
    }),
  );
}

function opening(note: Note): Markup {
  const { id, kind } = note.annotation;
  const contradicted = note.isContradicted ? ", contradicted" : "";
  const words = `${kindWords[kind]} ${note.number}${contradicted}: `;
  return html`<span class="sr" id="${anchors.passage(id)}" lang="en" dir="ltr">${words}</span>`;
}

function reference({ annotation: { id, kind }, number }: Note): Markup {
  const href = `#${anchors.note(id)}`;
  return html`<a class="ref ${kindClass[kind]}" href="${href}" lang="en" dir="ltr"><span class="sr">note </span>${number}</a>`;
}

/** One element per line style, nested, each line lower than the one outside it, so that all of them are seen. */
function marked(words: string, covering: readonly Note[]): Content {
  if (covering.length === 0) return words;
  const present = kinds.filter((kind) => covering.some(({ annotation }) => annotation.kind === kind));
  const layers = present.map((kind) => kindClass[kind]);
  if (covering.some((note) => note.isContradicted)) layers.push("contradicted");
  const inner = layers
    .slice(1)
    .reduceRight<Content>(
      (content, layer, i) => html`<span class="${layer} line-${i + 2}">${content}</span>`,
      words,
    );
  const again = covering.length > present.length ? " again" : "";
  return html`<mark class="${layers[0] ?? ""}${again}">${inner}</mark>`;
}
