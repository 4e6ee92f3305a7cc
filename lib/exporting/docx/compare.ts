import { docxParts } from "@/lib/exporting/docx/document";
import { DOCX_EDITION } from "@/lib/exporting/docx/parts";
import { unpacked } from "@/lib/exporting/docx/read";
import { skeletonOf } from "@/lib/exporting/docx/skeleton";
import type { Envelope } from "@/lib/exporting/envelope";
import { clipped } from "@/lib/exporting/noteWords";
import { zipOf } from "@/lib/exporting/zip";

/** In which parts words are that a reader sees. */
const READ = ["word/document.xml", "word/comments.xml", "word/header1.xml", "word/footer1.xml"];

/**
 * In what a document differs from the one that Stet makes of its envelope, as sentences; empty when in nothing. Every
 * part is compared byte for byte. Where one differs, the first words that do are named.
 */
export function docxFaults(envelope: Envelope, file: Uint8Array): string[] {
  const expected = docxParts(envelope);
  const whole = zipOf(expected);
  if (areEqual(whole, file)) return [];
  const found = unpacked(file);
  if ("reason" in found) return [found.reason];
  const isSame =
    found.parts.size === expected.size &&
    [...expected].every(([name, bytes]) => areEqual(bytes, found.parts.get(name) ?? new Uint8Array()));
  // Packed by another edition of the packer, perhaps; but then nothing may hide between the parts or behind them.
  if (isSame && skeletonOf(file) === skeletonOf(whole)) return [];
  const edition = editionOf(found.parts.get("docProps/core.xml"));
  if (edition !== null && edition !== DOCX_EDITION) {
    return [
      `The document was made by edition ${edition} of Stet’s document format and this verifier knows edition ${DOCX_EDITION}, so it cannot compare the document with its signed data.`,
    ];
  }
  for (const name of READ) {
    const said = firstDifference(
      paragraphsOf(expected.get(name) ?? new Uint8Array()),
      paragraphsOf(found.parts.get(name) ?? new Uint8Array()),
    );
    if (said) return [`${wordsOf(name)} differ from what was signed: ${said}`];
  }
  return [
    "The document was changed or saved by another program after Stet wrote it. Its words and comments read as they were signed, but how it shows them is no longer what Stet wrote.",
  ];
}

function editionOf(core: Uint8Array | undefined): number | null {
  const edition = /<cp:version>(\d{1,6})</.exec(new TextDecoder().decode(core))?.[1];
  return edition === undefined ? null : Number(edition);
}

function wordsOf(part: string): string {
  if (part === "word/comments.xml") return "The document’s comments";
  return part === "word/document.xml"
    ? "The document’s words"
    : "The words above or below the document’s pages";
}

/** The text of each paragraph: only what stands in text elements, so that another program's markup does not count. */
function paragraphsOf(part: Uint8Array): string[] {
  const texts: string[] = [];
  for (const [, tag, text] of new TextDecoder().decode(part).matchAll(/<(w:p|w:t)(?:\s[^<>]*)?>([^<]*)/g)) {
    if (tag === "w:p") texts.push("");
    else texts[texts.length - 1] = (texts.at(-1) ?? "") + plain(text ?? "");
  }
  return texts.filter((text) => text !== "");
}

function firstDifference(signed: readonly string[], here: readonly string[]): string | null {
  for (let i = 0; i < Math.max(signed.length, here.length); i++) {
    const [was, is] = [signed[i], here[i]];
    if (was === is) continue;
    if (was === undefined) return `“${around(is ?? "", 0)}” was added.`;
    if (is === undefined) return `“${around(was, 0)}” is missing.`;
    let at = 0;
    while (at < was.length && was[at] === is[at]) at++;
    return `where “${around(was, at)}” was signed, it says “${around(is, at)}”.`;
  }
  return null;
}

function around(text: string, at: number): string {
  const from = Math.max(0, at - 20);
  return `${from > 0 ? "…" : ""}${clipped(text.slice(from).toWellFormed(), 60)}`;
}

function plain(escaped: string): string {
  return escaped.replace(/&(lt|gt|quot|amp);/g, (_whole, name: string) => entities[name] ?? "");
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
