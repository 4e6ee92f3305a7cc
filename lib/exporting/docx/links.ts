import { paragraph, table } from "@/lib/exporting/docx/blocks";
import { markdownBlocks, markdownLines } from "@/lib/exporting/docx/markdown";
import { languageTag, runs } from "@/lib/exporting/docx/runs";
import { crossReference, places, type Writing } from "@/lib/exporting/docx/writing";
import type { Xml } from "@/lib/exporting/docx/xml";
import { plainDate } from "@/lib/exporting/html/dates";
import type { ReportPage } from "@/lib/exporting/html/model";
import { linkStatusWords, relationWords } from "@/lib/exporting/html/words";
import { isolatedText } from "@/lib/exporting/isolatedText";
import { allLinks, cautionOf, contradictionTitle, linkTraits } from "@/lib/exporting/linkWords";
import { clipped } from "@/lib/exporting/noteWords";
import type { SnapshotLink } from "@/lib/reports/snapshot";

/** The contradictions, each as two quotes side by side that lead to their passages. */
export function contradictionBlocks(writing: Writing, page: ReportPage): Xml[] {
  if (page.contradictions.length === 0) return [];
  return [
    paragraph(runs("Contradictions"), { style: "Heading1", keepNext: true }),
    ...page.contradictions.flatMap((link, i) => {
      const caution = cautionOf(link);
      const title = runs(contradictionTitle(link, i + 1));
      return [
        paragraph(writing.bookmark(places.link(link.id), title), { style: "Heading2", keepNext: true }),
        paragraph(runs(linkTraits(link)), { style: "StetSource", keepNext: true }),
        table([1, 1], [[quote(page, link.from), quote(page, link.to)]], { headRows: 0, style: "StetPair" }),
        paragraph(null, { style: "StetAfterTable" }),
        ...(caution ? [paragraph(runs(caution, { italic: true }))] : []),
        ...reasons(writing, link),
      ];
    }),
  ];
}

/** Every link of the report in one table, its ends leading to their passages. */
export function linkTable(writing: Writing, page: ReportPage): Xml[] {
  const links = allLinks(page);
  if (links.length === 0) return [];
  const head = ["From", "Link", "To", "Reasons"].map((words) =>
    paragraph(runs(words, { bold: true }), { style: "StetCell" }),
  );
  return [
    paragraph(runs("All links"), { style: "Heading1", keepNext: true }),
    table(
      [5, 4, 5, 4],
      [
        head,
        ...links.map((link) => [
          end(page, link.from),
          [
            paragraph(runs(relationWords[link.relation][0], { bold: true }), { style: "StetCell" }),
            paragraph(runs(linkTraits(link)), { style: "StetCell" }),
          ],
          end(page, link.to),
          // A contradiction's reasons stand in its own section: here the way to them.
          page.contradictions.includes(link)
            ? paragraph(
                crossReference(
                  places.link(link.id),
                  contradictionTitle(link, page.contradictions.indexOf(link) + 1),
                ),
                { style: "StetCell" },
              )
            : inCell(reasons(writing, link, true)),
        ]),
      ],
    ),
    paragraph(null, { style: "StetAfterTable" }),
  ];
}

function end(page: ReportPage, annotationId: string): Xml | null {
  const note = page.notes.get(annotationId);
  if (!note) return null;
  const language = languageTag(note.article.language);
  return paragraph(
    [
      crossReference(places.passage(annotationId), `${note.number}`),
      runs(` “${isolatedText(clipped(note.annotation.exact))}”`, language ? { language } : {}),
    ],
    { style: "StetCell" },
  );
}

function quote(page: ReportPage, annotationId: string): Xml[] {
  const note = page.notes.get(annotationId);
  if (!note) return [];
  const { annotation, article } = note;
  const { speaker } = annotation.attributes;
  const language = languageTag(article.language);
  const source = [
    typeof speaker === "string" ? speaker : null,
    article.title,
    article.outlet,
    article.publishedOn && plainDate(article.publishedOn),
  ].filter((part) => typeof part === "string");
  return [
    paragraph(runs(annotation.exact, language ? { language } : {}, article.direction), {
      style: "StetQuote",
      keepNext: true,
      direction: article.direction,
    }),
    paragraph(
      [
        runs(`${source.map(isolatedText).join(", ")} · `),
        crossReference(places.passage(annotationId), `passage ${note.number}`),
      ],
      { style: "StetCell" },
    ),
  ];
}

/** A cell holds at least one paragraph. */
function inCell(paragraphs: Xml[]): Xml[] {
  return paragraphs.length > 0 ? paragraphs : [paragraph(null, { style: "StetCell" })];
}

function reasons(writing: Writing, link: SnapshotLink, isSmall = false): Xml[] {
  const { rationale, status, statusReason } = link;
  return [
    ...(rationale === ""
      ? []
      : isSmall
        ? markdownLines(writing, rationale, "StetCell")
        : markdownBlocks(writing, rationale, 6)),
    ...(statusReason === ""
      ? []
      : [
          paragraph(
            runs(`${linkStatusWords[status]}: ${isolatedText(statusReason)}`, { color: "5F584D" }),
            isSmall ? { style: "StetCell" } : {},
          ),
        ]),
  ];
}
