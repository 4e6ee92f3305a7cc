import { docxFaults } from "@/lib/exporting/docx/compare";
import type { Envelope } from "@/lib/exporting/envelope";
import { HTML_EDITION, renderHtml } from "@/lib/exporting/html/page";
import { renderJson } from "@/lib/exporting/json";
import { pdfFaults } from "@/lib/exporting/pdf/compare";
import { decoded, type ExportKind } from "@/lib/exporting/readExport";

/**
 * Whether a file shows what its signed data says, as sentences; empty when it does. JSON, HTML and DOCX are made again
 * and compared byte for byte, a PDF is judged by its seal.
 */
export function appearanceFaults(
  kind: ExportKind,
  envelope: Envelope,
  file: string | Uint8Array,
  trustedKeys: readonly { publicKey: string }[],
): string[] {
  if (kind === "docx") return docxFaults(envelope, bytesOf(file));
  if (kind === "pdf") return pdfFaults(bytesOf(file), envelope.contentHash, trustedKeys);
  const text = typeof file === "string" ? file : (decoded(file) ?? "");
  const expected = kind === "html" ? renderHtml(envelope) : renderJson(envelope);
  return text === expected ? [] : [difference(kind, text)];
}

function bytesOf(file: string | Uint8Array): Uint8Array {
  return typeof file === "string" ? new TextEncoder().encode(file) : file;
}

function difference(kind: ExportKind, text: string): string {
  if (kind === "json") return "The file is not written the way Stet writes its signed data, byte for byte.";
  const edition = /<meta name="stet-edition" content="(\d{1,6})">/.exec(text)?.[1];
  if (edition !== undefined && Number(edition) !== HTML_EDITION) {
    return `The page was made by edition ${edition} of Stet’s page format and this verifier knows edition ${HTML_EDITION}, so it cannot compare the page with its signed data.`;
  }
  return "The page’s visible content differs from its signed data.";
}
