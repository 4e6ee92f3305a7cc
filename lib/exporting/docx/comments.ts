import { paragraph, type Setting } from "@/lib/exporting/docx/blocks";
import { markdownLines } from "@/lib/exporting/docx/markdown";
import { runs } from "@/lib/exporting/docx/runs";
import { crossReference, places, type Writing } from "@/lib/exporting/docx/writing";
import { constantXml, type Xml, type XmlContent, xml } from "@/lib/exporting/docx/xml";
import type { Note, ReportPage } from "@/lib/exporting/html/model";
import { isolatedText } from "@/lib/exporting/isolatedText";
import { linkTraits, verbOf } from "@/lib/exporting/linkWords";
import { authorship, clipped, evidenceWords, noteHead, noteRows } from "@/lib/exporting/noteWords";

/** A comment of the word processor. `parent` is the id of the one that it answers. */
export type WordComment = {
  id: number;
  author: string;
  /** An ISO instant. */
  date: string;
  paragraphs: Xml[];
  parent: number | null;
  isResolved: boolean;
};

/**
 * The comment on a passage: its kind and check status, the note, what is known about it, the evidence, and the
 * passages it is linked with. By the annotation's author.
 */
export function noteComment(writing: Writing, page: ReportPage, note: Note): WordComment {
  const { annotation, evidence, links } = note;
  const line = (content: XmlContent): Xml => paragraph(content, comment);
  return {
    id: note.number - 1,
    author: page.nameOf(annotation.createdBy),
    date: annotation.createdAt,
    parent: null,
    isResolved: false,
    paragraphs: [
      line(runs(`${note.number}. ${noteHead(note)}`, { bold: true })),
      ...(annotation.note === "" ? [] : markdownLines(writing, annotation.note, "CommentText")),
      ...noteRows(page, note).map(({ label, value }) =>
        line([runs(`${isolatedText(label)}: `, { italic: true }), runs(isolatedText(value))]),
      ),
      ...evidence.flatMap((item) => {
        const { stance, title, details } = evidenceWords(item);
        const name = isolatedText(title);
        const source = item.url ? writing.link(item.url, name) : runs(name);
        return [
          line([
            runs(`${stance}: `, { bold: true }),
            source,
            details === "" ? [] : runs(` (${isolatedText(details)})`),
          ]),
          ...(item.note === "" ? [] : markdownLines(writing, item.note, "CommentText")),
        ];
      }),
      ...links.map((seen) => {
        const other = page.notes.get(seen.other.id);
        const traits = linkTraits(seen.link);
        return line([
          runs(`${verbOf(seen)} `, { bold: true }),
          runs(`“${isolatedText(clipped(seen.other.exact))}” `),
          crossReference(places.passage(seen.other.id), `passage ${other?.number ?? ""}`),
          traits === "" ? [] : runs(` (${traits})`),
        ]);
      }),
      line(runs(isolatedText(authorship(page, annotation)), { color: "5F584D", size: 16 })),
    ],
  };
}

const comment: Setting = { style: "CommentText" };

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"';

/** word/comments.xml. */
export function commentsPart(comments: readonly WordComment[]): Xml {
  return xml`<w:comments ${constantXml(NAMESPACES)}>${comments.map((one) => {
    const { id, author, date, paragraphs } = one;
    const lead = xml`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>`;
    const inner = paragraphs.map((p, i) => {
      const first = i === 0 ? p.source.replace("</w:pPr>", `</w:pPr>${lead.source}`) : p.source;
      // The last paragraph's id is what replies and "resolved" refer to (MS-DOCX §2.5.1.30).
      const isLast = i === paragraphs.length - 1;
      return constantXml(isLast ? first.replace("<w:p>", `<w:p w14:paraId="${paraId(id)}">`) : first);
    });
    return xml`<w:comment w:id="${id}" w:author="${isolatedText(author)}" w:date="${date.replace(/\.\d+Z$/, "Z")}" w:initials="${initials(author)}">${inner}</w:comment>`;
  })}</w:comments>`;
}

/** word/commentsExtended.xml: which comment answers which, and which are resolved. */
export function commentsExtendedPart(comments: readonly WordComment[]): Xml {
  return xml`<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${comments.map(
    ({ id, parent, isResolved }) =>
      xml`<w15:commentEx w15:paraId="${paraId(id)}" ${parent === null ? null : xml`w15:paraIdParent="${paraId(parent)}" `}w15:done="${isResolved ? 1 : 0}"/>`,
  )}</w15:commentsEx>`;
}

/** Eight hex digits below 0x80000000, one for each comment. */
function paraId(commentId: number): string {
  return (0x10000000 + commentId).toString(16).toUpperCase();
}

function initials(name: string): string {
  return (name.match(/\p{L}+/gu) ?? [])
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toUpperCase();
}
