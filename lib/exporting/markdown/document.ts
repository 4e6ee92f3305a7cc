import {
  correctionsInWords,
  markOf,
  openPointsInWords,
  WITHDRAWN_ADVICE,
  withdrawalsInWords,
} from "@/lib/exporting/afterwardsWords";
import type { Envelope } from "@/lib/exporting/envelope";
import { blocksOf } from "@/lib/exporting/html/article";
import { plainDate } from "@/lib/exporting/html/dates";
import { headingLevels } from "@/lib/exporting/html/headings";
import { type Note, type ReportPage, reportPage } from "@/lib/exporting/html/model";
import { linkStatusWords, relationWords } from "@/lib/exporting/html/words";
import { cautionOf, contradictionTitle, linkTraits, verbOf } from "@/lib/exporting/linkWords";
import { escaped, escapedLines, linkTo } from "@/lib/exporting/markdown/escape";
import { indented, inertMarkdown } from "@/lib/exporting/markdown/rewrite";
import { authorship, clipped, evidenceWords, noteHead, noteRows } from "@/lib/exporting/noteWords";
import { counts } from "@/lib/exporting/reportCounts";
import { howToVerify, signatures, standingWords } from "@/lib/exporting/signOffWords";
import type { SnapshotArticle, SnapshotLink } from "@/lib/reports/snapshot";

/**
 * The Markdown export (CommonMark with GFM tables and footnotes): the memo, the contradictions, and the articles with a
 * footnote behind each passage that says what is noted on it.
 */
export function renderMarkdown(envelope: Envelope): string {
  const page = reportPage(envelope);
  const { report, dossier, waiver } = page.snapshot;
  const mark = markOf(envelope);
  const parts = [
    `# ${mark.isWarning ? `${mark.words}: ` : ""}${escaped(report.title)}`,
    escaped(dossier.title),
    `**${escaped(standingWords(envelope))}**`,
    ...withdrawalsInWords(envelope).flatMap(({ said, reason }) => [
      `> **${escaped(said)}** ${escaped(reason)}`,
      `> ${WITHDRAWN_ADVICE}`,
    ]),
    counts(page),
    ...corrections(page),
    ...(report.memo.trim() === "" ? [] : ["## Memo", inertMarkdown(report.memo, 2)]),
    ...contradictions(page),
    ...page.articles.flatMap(({ article, notes }) => articleParts(article, notes)),
    ...otherLinks(page),
    ...(waiver.trim() === "" ? [] : ["## Why some sentences were left open", escapedLines(waiver)]),
    ...openPoints(page),
    ...signOff(envelope),
    ...[...page.notes.values()].map((note) => footnote(page, note)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function articleParts(article: SnapshotArticle, notes: readonly Note[]): string[] {
  const { outlet, byline, publishedOn, url, revision } = article;
  const levelOf = headingLevels(2);
  const source = [
    outlet && escaped(outlet),
    byline && escaped(byline),
    publishedOn && plainDate(publishedOn),
    url && linkTo(url, escaped(url)),
    `revision ${revision.number}`,
  ].filter((part) => Boolean(part));
  return [
    `## ${escaped(article.title)}`,
    source.join(" · "),
    ...blocksOf(article).map((block) => {
      const text = withReferences(revision.text, block, notes);
      return block.level === null ? text : `${"#".repeat(levelOf(block.level))} ${text}`;
    }),
  ];
}

/** A block of an article with a footnote's number behind each passage that ends in it. */
function withReferences(text: string, block: { start: number; end: number }, notes: readonly Note[]): string {
  const ending = notes
    .filter(({ annotation: { end } }) => end > block.start && end <= block.end + 1)
    .toSorted((a, b) => a.annotation.end - b.annotation.end || a.number - b.number);
  let from = block.start;
  let written = "";
  for (const { annotation, number } of ending) {
    const to = Math.min(annotation.end, block.end);
    written += `${piece(text.slice(from, to), from === block.start)}[^${number}]`;
    from = to;
  }
  return written + piece(text.slice(from, block.end), from === block.start);
}

/** Within a line: its spaces are kept, and only its beginning can begin a block. */
function piece(text: string, isFirst: boolean): string {
  if (text.trim() === "") return text === "" ? "" : " ";
  const [before, after] = [/^\s/.test(text) && !isFirst ? " " : "", /\s$/.test(text) ? " " : ""];
  return `${before}${escaped(text)}${after}`;
}

function footnote(page: ReportPage, note: Note): string {
  const { annotation, evidence, links, number } = note;
  const rows = noteRows(page, note).map(({ label, value }) => `- *${escaped(label)}:* ${escaped(value)}`);
  const sources = evidence.map((item) => {
    const { stance, title, details } = evidenceWords(item);
    const name = item.url ? linkTo(item.url, escaped(title)) : escaped(title);
    return `- **${stance}:** ${name}${details === "" ? "" : ` (${escaped(details)})`}${item.note === "" ? "" : `: ${escaped(item.note)}`}`;
  });
  const linked = links.map((seen) => {
    const traits = linkTraits(seen.link);
    return `- **${verbOf(seen)}** passage ${page.notes.get(seen.other.id)?.number ?? ""}, “${escaped(clipped(seen.other.exact))}”${traits === "" ? "" : ` (${traits})`}`;
  });
  const parts = [
    `**${noteHead(note)}:** “${escaped(annotation.exact)}”`,
    ...(annotation.note === "" ? [] : [inertMarkdown(annotation.note)]),
    ...[[...rows, ...sources, ...linked].join("\n")].filter((list) => list !== ""),
    `*${escaped(authorship(page, annotation))}*`,
  ];
  return indented(parts.join("\n\n"), `[^${number}]: `, "    ");
}

function contradictions(page: ReportPage): string[] {
  if (page.contradictions.length === 0) return [];
  return [
    "## Contradictions",
    ...page.contradictions.flatMap((link, i) => {
      const caution = cautionOf(link);
      return [
        `### ${contradictionTitle(link, i + 1)}`,
        linkTraits(link),
        quote(page, link.from),
        quote(page, link.to),
        ...(caution ? [`*${caution}*`] : []),
        ...reasons(link),
      ];
    }),
  ];
}

function quote(page: ReportPage, annotationId: string): string {
  const note = page.notes.get(annotationId);
  if (!note) return "";
  const { annotation, article, number } = note;
  const { speaker } = annotation.attributes;
  const source = [
    typeof speaker === "string" ? speaker : null,
    article.title,
    article.outlet,
    article.publishedOn && plainDate(article.publishedOn),
  ].filter((part) => typeof part === "string");
  return `> ${escaped(annotation.exact)}\n>\n> — ${escaped(source.join(", "))} · passage ${number}`;
}

function otherLinks(page: ReportPage): string[] {
  if (page.otherLinks.length === 0) return [];
  const items = page.otherLinks.map((link) => {
    const [from, to] = [page.notes.get(link.from), page.notes.get(link.to)].map((note) =>
      note ? `“${escaped(clipped(note.annotation.exact))}” (passage ${note.number})` : "",
    );
    const traits = linkTraits(link);
    const said = [
      `${from} **${relationWords[link.relation][0]}** ${to}${traits === "" ? "" : ` · ${traits}`}`,
    ];
    return indented([...said, ...reasons(link)].join("\n\n"), "- ", "  ");
  });
  return ["## Other links", items.join("\n")];
}

function reasons({ rationale, status, statusReason }: SnapshotLink): string[] {
  return [
    ...(rationale === "" ? [] : [inertMarkdown(rationale)]),
    ...(statusReason === "" ? [] : [`${linkStatusWords[status]}: ${escaped(statusReason)}`]),
  ];
}

function corrections(page: ReportPage): string[] {
  const found = correctionsInWords(page);
  if (found.length === 0) return [];
  return [
    "## Corrections",
    "Found after this was signed. What was signed is shown below as it was.",
    ...found.map(
      ({ about, wrong, correct, by }) =>
        `- ${escaped(about.words)}: **what was wrong:** ${escaped(wrong)} **What is right:** ${escaped(correct)} (${escaped(by)})`,
    ),
  ];
}

function openPoints(page: ReportPage): string[] {
  const found = openPointsInWords(page);
  if (found.length === 0) return [];
  const items = found.map(
    ({ kind, about, reason }) => `- ${kind}${about ? ` (${escaped(about.words)})` : ""}: ${escaped(reason)}`,
  );
  return ["## Accepted as open", items.join("\n")];
}

function signOff(envelope: Envelope): string[] {
  const signed = signatures(envelope).flatMap(({ statement, by, rows }) => [
    indented(escapedLines(statement), "> ", "> "),
    `**${escaped(by)}**`,
    [
      "| | |",
      "|---|---|",
      ...rows.map(({ label, value }) => `| ${escaped(label)} | ${escaped(value)} |`),
    ].join("\n"),
  ]);
  // Text says nothing of what was done to it since: only a file that carries its data can be verified.
  const advice =
    envelope.status === "signed"
      ? `${escaped(howToVerify(envelope, "report"))} This text itself cannot be verified: take the HTML, DOCX, PDF or JSON export for that.`
      : escaped(howToVerify(envelope, "report"));
  return ["## Sign-off", ...signed, `Content hash: ${envelope.contentHash}`, advice];
}
