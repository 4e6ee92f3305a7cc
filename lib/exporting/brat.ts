import { strToU8 } from "fflate";
import { checkStatuses, type Kind, kinds } from "@/lib/annotations/kinds";
import type { Envelope } from "@/lib/exporting/envelope";
import { type Note, reportPage } from "@/lib/exporting/html/model";
import { renderJson } from "@/lib/exporting/json";
import { zipOf } from "@/lib/exporting/zip";
import { relations } from "@/lib/links/relations";
import type { SnapshotArticle, SnapshotLink } from "@/lib/reports/snapshot";
import { type CodePointIndex, codePointIndex } from "@/lib/text/codePoints";

const typeOf: Record<Kind, string> = {
  claim: "Claim",
  figure: "Figure",
  official_statement: "Official_statement",
};

/**
 * The brat standoff export (brat.nlplab.org/standoff.html): for every article a .txt and an .ann, the configuration that
 * brat asks for, and the envelope as JSON. Offsets count Unicode code points. A passage over several lines is written
 * in fragments, as brat has it. Relations within an article are brat's; brat knows none between documents, so those are
 * rows of links.tsv.
 */
export function renderBrat(envelope: Envelope): Uint8Array {
  const page = reportPage(envelope);
  const ids = new Map([...page.notes.values()].map((note) => [note.annotation.id, note]));
  const files = new Map<string, Uint8Array>([["annotation.conf", strToU8(CONFIGURATION)]]);
  const across: string[] = [];
  page.articles.forEach(({ article, notes }, i) => {
    const name = `${String(i + 1).padStart(3, "0")}-${article.id}`;
    const links = envelope.snapshot.links.filter(({ from }) => ids.get(from)?.article.id === article.id);
    const own = links.filter(({ to }) => ids.get(to)?.article.id === article.id);
    for (const link of links) {
      const to = ids.get(link.to);
      if (own.includes(link) || !to) continue;
      const [fromFile, toFile] = [name, fileOf(to, page.articles)];
      across.push(
        [
          fromFile,
          termOf(ids.get(link.from)),
          link.relation,
          toFile,
          termOf(to),
          oneLine(link.rationale),
        ].join("\t"),
      );
    }
    files.set(`${name}.txt`, strToU8(lines(article.revision.text)));
    files.set(`${name}.ann`, strToU8(standoff(article, notes, own, ids)));
  });
  files.set(
    "links.tsv",
    strToU8(["from file\tfrom\trelation\tto file\tto\trationale", ...across, ""].join("\n")),
  );
  files.set("stet-report.json", strToU8(renderJson(envelope)));
  return zipOf(files);
}

function fileOf(note: Note, articles: readonly { article: SnapshotArticle }[]): string {
  const i = articles.findIndex(({ article }) => article.id === note.article.id);
  return `${String(i + 1).padStart(3, "0")}-${note.article.id}`;
}

function standoff(
  article: SnapshotArticle,
  notes: readonly Note[],
  links: readonly SnapshotLink[],
  ids: ReadonlyMap<string, Note>,
): string {
  const { text } = article.revision;
  const index = codePointIndex(text);
  const rows: string[] = [];
  notes.forEach((note, i) => {
    const { annotation } = note;
    const term = termOf(note);
    rows.push(`${term}\t${typeOf[annotation.kind]} ${fragments(text, index, annotation)}`);
    rows.push(`A${i + 1}\tCheckStatus ${term} ${annotation.checkStatus}`);
    const words = [annotation.note, ...annotation.tags.map((tag) => `[${tag}]`)]
      .filter((part) => part !== "")
      .join(" ");
    if (words !== "") rows.push(`#${i + 1}\tAnnotatorNotes ${term}\t${oneLine(words)}`);
  });
  links.forEach((link, i) => {
    rows.push(
      `R${i + 1}\t${link.relation} Arg1:${termOf(ids.get(link.from))} Arg2:${termOf(ids.get(link.to))}`,
    );
    if (link.rationale !== "")
      rows.push(`#${notes.length + i + 1}\tAnnotatorNotes R${i + 1}\t${oneLine(link.rationale)}`);
  });
  return rows.map((row) => `${row}\n`).join("");
}

function termOf(note: Note | undefined): string {
  return `T${note?.number ?? 0}`;
}

/** The passage as "10 20;21 30" with its words: a fragment for each line that it stands on. */
function fragments(
  text: string,
  index: CodePointIndex,
  { start, end }: { start: number; end: number },
): string {
  const spans: string[] = [];
  const words: string[] = [];
  let from = start;
  for (const line of text.slice(start, end).split("\n")) {
    const to = from + line.length;
    if (to > from) {
      spans.push(`${index.toCodePoint(from)} ${index.toCodePoint(to)}`);
      words.push(lines(text.slice(from, to)));
    }
    from = to + 1;
  }
  // Of nothing but a line feed: brat has no empty span, so the line feed itself, shown as a space.
  if (spans.length === 0) return `${index.toCodePoint(start)} ${index.toCodePoint(end)}\t `;
  return `${spans.join(";")}\t${words.join(" ")}`;
}

/** Text in which only line feeds end a line, each character still one: readers split at others, too. */
function lines(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n])[\p{Cc}\u2028\u2029]/gu, " ");
}

function oneLine(text: string): string {
  return lines(text)
    .replace(/[\n\t]+/g, " ")
    .replace(/\p{Cc}/gu, "\ufffd")
    .trim();
}

const CONFIGURATION = `[entities]
${kinds.map((kind) => typeOf[kind]).join("\n")}

[relations]
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
${relations.map((relation) => `${relation}\tArg1:<ENTITY>, Arg2:<ENTITY>`).join("\n")}

[events]

[attributes]
CheckStatus\tArg:<ENTITY>, Value:${checkStatuses.join("|")}
`;
