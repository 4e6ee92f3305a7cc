import { correctionBlocks, openPointBlocks, withdrawnBlocks } from "@/lib/exporting/docx/afterwards";
import { articleBlocks } from "@/lib/exporting/docx/article";
import { paragraph } from "@/lib/exporting/docx/blocks";
import { commentsExtendedPart, commentsPart, noteComment } from "@/lib/exporting/docx/comments";
import { envelopePart } from "@/lib/exporting/docx/embedded";
import { contradictionBlocks, linkTable } from "@/lib/exporting/docx/links";
import { markdownBlocks } from "@/lib/exporting/docx/markdown";
import { type Parts, packageParts } from "@/lib/exporting/docx/package";
import {
  corePart,
  documentRoot,
  footerPart,
  headerPart,
  numberingPart,
  settingsPart,
} from "@/lib/exporting/docx/parts";
import { kindFill, Passages } from "@/lib/exporting/docx/passages";
import { directionOf, runs } from "@/lib/exporting/docx/runs";
import { signOffBlocks } from "@/lib/exporting/docx/signOff";
import { stylesPart } from "@/lib/exporting/docx/styles";
import { Writing } from "@/lib/exporting/docx/writing";
import { type Xml, xml } from "@/lib/exporting/docx/xml";
import type { Envelope } from "@/lib/exporting/envelope";
import { type ReportPage, reportPage } from "@/lib/exporting/html/model";
import { kindWords } from "@/lib/exporting/html/words";
import { isolatedText } from "@/lib/exporting/isolatedText";
import { counts } from "@/lib/exporting/reportCounts";
import { standingWords } from "@/lib/exporting/signOffWords";
import { zipOf } from "@/lib/exporting/zip";

/**
 * The DOCX export: the memo, the articles with word-processor comments on their passages, the links as references
 * between passages, and the sign-off. The machine-readable envelope is a custom XML part (embedded.ts).
 *
 * The same envelope always gives the same parts, byte for byte, which is how a signed document is verified: it is made
 * again. So nothing here may come from a clock, a random number or a library that could write it otherwise tomorrow.
 */
export function renderDocx(envelope: Envelope): Uint8Array {
  return zipOf(docxParts(envelope));
}

/** The parts of the export's package before they are packed. */
export function docxParts(envelope: Envelope): Parts {
  const page = reportPage(envelope);
  const writing = new Writing();
  const commentWriting = new Writing(writing.lists);
  const notes = [...page.notes.values()];
  const comments = notes.map((note) => noteComment(commentWriting, page, note));
  const passages = new Passages(writing, page, ({ number }) => [number - 1]);
  const body = [
    masthead(page),
    withdrawnBlocks(page),
    correctionBlocks(page),
    memo(writing, page),
    contradictionBlocks(writing, page),
    page.articles.map(({ article, notes: here }) => articleBlocks(writing, passages, article, here)),
    linkTable(writing, page),
    waiver(page),
    openPointBlocks(page),
    signOffBlocks(envelope),
  ];
  return packageParts({
    document: xml`<w:document ${documentRoot}><w:body>${body}${section}</w:body></w:document>`,
    comments: commentsPart(comments),
    commentsExtended: commentsExtendedPart(comments),
    numbering: numberingPart(writing.lists),
    header: headerPart(envelope),
    footer: footerPart(envelope),
    settings: settingsPart,
    styles: stylesPart,
    core: corePart(envelope),
    envelope: envelopePart(envelope),
    documentLinks: writing.relationships(),
    commentLinks: commentWriting.relationships(),
  });
}

/** A4, with a margin on all sides; the header and footer stand on every page. */
const section = xml`<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1304" w:left="1418" w:header="680" w:footer="600" w:gutter="0"/></w:sectPr>`;

function masthead(page: ReportPage): Xml[] {
  const { envelope, snapshot } = page;
  const { title } = snapshot.report;
  const legend = (["claim", "figure", "official_statement"] as const).flatMap((kind, i) => [
    i > 0 ? runs("  ") : [],
    runs(` ${kindWords[kind]} `, { fill: kindFill[kind] }),
  ]);
  return [
    paragraph(runs(snapshot.dossier.title), {
      style: "StetSource",
      direction: directionOf(snapshot.dossier.title),
    }),
    paragraph(runs(title), { style: "Title", direction: directionOf(title) }),
    envelope.status === "draft"
      ? paragraph(runs(standingWords(envelope), { bold: true }), { style: "StetDraft" })
      : paragraph(runs(isolatedText(standingWords(envelope)), { color: "24662D", bold: true })),
    paragraph(runs(counts(page)), { style: "StetSource" }),
    ...(page.articles.length > 0
      ? [
          paragraph(
            [
              runs("Passages: "),
              legend,
              runs("  "),
              runs("contradicted elsewhere", { underline: { line: "wave", color: "B02318" } }),
            ],
            { style: "StetSource" },
          ),
        ]
      : []),
  ];
}

function memo(writing: Writing, { snapshot }: ReportPage): Xml[] {
  if (snapshot.report.memo.trim() === "") return [];
  return [
    paragraph(runs("Memo"), { style: "Heading1", keepNext: true }),
    ...markdownBlocks(writing, snapshot.report.memo, 1),
  ];
}

function waiver({ snapshot }: ReportPage): Xml[] {
  if (snapshot.waiver.trim() === "") return [];
  return [
    paragraph(runs("Why some sentences were left open"), { style: "Heading1", keepNext: true }),
    paragraph(runs(snapshot.waiver), { direction: directionOf(snapshot.waiver) }),
  ];
}
