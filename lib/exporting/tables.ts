import { attributeWords } from "@/lib/annotations/attributeWords";
import { markOf } from "@/lib/exporting/afterwardsWords";
import type { Envelope } from "@/lib/exporting/envelope";
import { reportPage } from "@/lib/exporting/html/model";
import { checkStatusWords, kindWords, linkStatusWords, relationWords } from "@/lib/exporting/html/words";
import { allLinks } from "@/lib/exporting/linkWords";
import { valueWords } from "@/lib/exporting/noteWords";
import { signatures, standingWords } from "@/lib/exporting/signOffWords";

export type Cell = string | number | boolean | null;
/** A sheet: its name, its column heads and its rows, all of one length. `widths` in characters. */
export type Table = { name: string; head: string[]; widths: number[]; rows: Cell[][] };

/** Attributes with a column of their own; numbers stay numbers. */
const attributeColumns = Object.keys(attributeWords);

/** A report as tables: annotations, links, evidence, and who signed it. Passages are numbered as in every format. */
export function reportTables(envelope: Envelope): Table[] {
  const page = reportPage(envelope);
  const notes = [...page.notes.values()];
  const numberOf = (id: string): Cell => page.notes.get(id)?.number ?? null;
  return [
    table(
      "Annotations",
      [
        ["No.", 6],
        ["Article", 30],
        ["Outlet", 18],
        ["Published", 12],
        ["Kind", 18],
        ["Passage", 60],
        ["Check status", 20],
        ["Confidence", 12],
        ["Note", 50],
        ["Tags", 20],
        ...attributeColumns.map((name): Column => [attributeWords[name] ?? name, 16]),
        ["Other attributes", 20],
        ["Contradicted", 13],
        ["Linked passages", 16],
        ["Sources", 9],
        ["By", 20],
        ["Changed by", 20],
        ["Changed", 22],
        ["Checked by", 20],
        ["Second check by", 20],
        ["Start", 8],
        ["End", 8],
        ["Id", 38],
        ["Article id", 38],
      ],
      notes.map((note) => {
        const { annotation, article, number, evidence, links, isContradicted } = note;
        const { attributes } = annotation;
        const others = Object.fromEntries(
          Object.entries(attributes).filter(([name]) => !attributeColumns.includes(name)),
        );
        return [
          ...[number, article.title, article.outlet, article.publishedOn],
          ...[kindWords[annotation.kind], annotation.exact, checkStatusWords[annotation.checkStatus]],
          ...[annotation.confidence, annotation.note, annotation.tags.join(", ")],
          ...attributeColumns.map((name) =>
            cellOf(Object.hasOwn(attributes, name) ? attributes[name] : null),
          ),
          ...[Object.keys(others).length > 0 ? JSON.stringify(others) : null, isContradicted],
          ...[links.map(({ other }) => numberOf(other.id)).join(", "), evidence.length],
          ...[page.nameOf(annotation.createdBy), page.nameOf(annotation.updatedBy), annotation.updatedAt],
          ...[annotation.checker, annotation.secondChecker].map((id) => (id ? page.nameOf(id) : null)),
          ...[annotation.start, annotation.end, annotation.id, annotation.articleId],
        ];
      }),
    ),
    table(
      "Links",
      [
        ["From no.", 9],
        ["From", 45],
        ["Relation", 16],
        ["To no.", 9],
        ["To", 45],
        ["Subtype", 14],
        ["Strength", 12],
        ["Same event", 12],
        ["Severity", 12],
        ["Status", 12],
        ["Reason for the status", 30],
        ["Rationale", 45],
        ["By", 20],
        ["Changed", 22],
        ["Id", 38],
      ],
      allLinks(page).map((link) => [
        ...[numberOf(link.from), page.notes.get(link.from)?.annotation.exact ?? null],
        ...[relationWords[link.relation][0], numberOf(link.to)],
        ...[page.notes.get(link.to)?.annotation.exact ?? null, link.subtype, link.strength, link.sameEvent],
        ...[link.severity, linkStatusWords[link.status], link.statusReason, link.rationale],
        ...[page.nameOf(link.createdBy), link.updatedAt, link.id],
      ]),
    ),
    table(
      "Evidence",
      [
        ["Passage no.", 12],
        ["Passage", 45],
        ["Stance", 10],
        ["Title", 35],
        ["Address", 45],
        ["Locator", 20],
        ["Tier", 12],
        ["Note", 40],
        ["Retrieved", 22],
        ["Archived copy (SHA-256)", 30],
        ["By", 20],
        ["Id", 38],
      ],
      notes.flatMap(({ annotation, number, evidence }) =>
        evidence.map((item) => [
          ...[number, annotation.exact, item.stance, item.title, item.url, item.locator, item.tier],
          ...[item.note, item.retrievedAt, item.archivedSha256, page.nameOf(item.createdBy), item.id],
        ]),
      ),
    ),
    signOffTable(envelope),
  ];
}

type Column = [head: string, width: number];

function table(name: string, columns: Column[], rows: Cell[][]): Table {
  return { name, head: columns.map(([head]) => head), widths: columns.map(([, width]) => width), rows };
}

function signOffTable(envelope: Envelope): Table {
  const { report, dossier } = envelope.snapshot;
  return table(
    "Sign-off",
    [
      ["What", 20],
      ["Says", 100],
    ],
    [
      ["Report", report.title],
      ["Dossier", dossier.title],
      ["Status", markOf(envelope).words],
      ["", standingWords(envelope)],
      ["Content hash", envelope.contentHash],
      ...signatures(envelope).flatMap(({ statement, by, rows }) => [
        ["Signed by", by],
        ["Statement", statement],
        ...rows.map(({ label, value }) => [label, value]),
      ]),
    ],
  );
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  return typeof value === "number" || typeof value === "boolean"
    ? value
    : typeof value === "string"
      ? value
      : valueWords(value);
}
