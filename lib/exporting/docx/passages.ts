import { kinds } from "@/lib/annotations/kinds";
import { type Look, runs } from "@/lib/exporting/docx/runs";
import { crossReference, places, type Writing } from "@/lib/exporting/docx/writing";
import { type Xml, type XmlContent, xml } from "@/lib/exporting/docx/xml";
import type { Note, ReportPage } from "@/lib/exporting/html/model";
import { segments } from "@/lib/exporting/html/segments";

/** The colour behind a passage, by kind; dark text on each has a contrast above 10:1. */
export const kindFill = { claim: "FBE3B0", figure: "BDE6E1", official_statement: "DCD2F7" } as const;
const RED = "B02318";

type Block = { start: number; end: number };
type Text = { text: string; direction: "ltr" | "rtl"; language: string | undefined };

/** Where the passages of one article begin and end, kept from block to block as a passage may cross several. */
export class Passages {
  readonly #ends = new Map<string, Xml>();

  constructor(
    readonly writing: Writing,
    readonly page: ReportPage,
    readonly comments: (note: Note) => readonly number[],
  ) {}

  /**
   * A block of an article: each passage coloured by its kind, with its comments on exactly its words, a bookmark
   * around it, and behind it its number and references to the passages that it is linked with.
   */
  block({ text, direction, language }: Text, block: Block, notes: readonly Note[]): XmlContent {
    const here = notes.filter(({ annotation: { start, end } }) => start < block.end && end > block.start);
    const ranges = here.map((note) => ({ start: note.annotation.start, end: note.annotation.end, note }));
    const inline = segments(block.start, block.end, ranges).map((segment) => {
      const covering = segment.covering.map(({ note }) => note);
      // A passage may begin or end on the line feed between two blocks, which no block holds.
      const begun = covering.filter(
        ({ annotation: { start } }) =>
          start === segment.start || (segment.start === block.start && start === block.start - 1),
      );
      const ended = covering.filter(
        ({ annotation: { end } }) =>
          end === segment.end || (segment.end === block.end && end === block.end + 1),
      );
      const look = { ...lookOf(covering), ...(language && { language }) };
      const words = runs(text.slice(segment.start, segment.end), look, direction);
      return [begun.map((note) => this.#open(note)), words, ended.map((note) => this.#close(note))];
    });
    // Of nothing but the line feed behind this block: a comment on the place.
    const points = notes.filter(
      ({ annotation: { start, end } }) => start === block.end && end === block.end + 1,
    );
    return [inline, points.map((note) => [this.#open(note), this.#close(note)])];
  }

  #open(note: Note): XmlContent {
    const { start, end } = this.writing.openBookmark(places.passage(note.annotation.id));
    this.#ends.set(note.annotation.id, end);
    return [start, this.comments(note).map((id) => xml`<w:commentRangeStart w:id="${id}"/>`)];
  }

  #close(note: Note): XmlContent {
    const ids = this.comments(note);
    const references = note.links.map(({ link, other }) => {
      const number = this.page.notes.get(other.id)?.number ?? "";
      const sign = link.relation === "contradicts" ? "≠" : "→";
      return [
        runs(" ", { raised: true }),
        crossReference(places.passage(other.id), `${sign}${number}`, { raised: true }),
      ];
    });
    return [
      ids.map((id) => xml`<w:commentRangeEnd w:id="${id}"/>`),
      this.#ends.get(note.annotation.id) ?? null,
      ids.map(
        (id) =>
          xml`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
      ),
      runs(String(note.number), { style: "StetNumber" }),
      references,
    ];
  }
}

/** The first kind gives the colour, more of them a dotted line, a contradiction a red wave. */
function lookOf(covering: readonly Note[]): Look {
  const present = kinds.filter((kind) => covering.some(({ annotation }) => annotation.kind === kind));
  const [first] = present;
  if (!first) return {};
  if (covering.some((note) => note.isContradicted)) {
    return { fill: kindFill[first], underline: { line: "wave", color: RED } };
  }
  return { fill: kindFill[first], ...(covering.length > 1 && { underline: { line: "dotted" as const } }) };
}
