import { renderBrat } from "@/lib/exporting/brat";
import { renderCas } from "@/lib/exporting/cas";
import { renderClaimReview } from "@/lib/exporting/claimReview";
import { renderCsv } from "@/lib/exporting/csv";
import { renderDocx } from "@/lib/exporting/docx/document";
import type { Envelope } from "@/lib/exporting/envelope";
import { renderHtml } from "@/lib/exporting/html/page";
import { renderJson } from "@/lib/exporting/json";
import { renderJsonLd } from "@/lib/exporting/jsonld";
import { renderMarkdown } from "@/lib/exporting/markdown/document";
import { renderPdf } from "@/lib/exporting/pdf/document";
import { renderXlsx } from "@/lib/exporting/xlsx";

export type ExportFormat = {
  mediaType: string;
  /** Without the dot. */
  extension: string;
  /** `sealing` is the installation's private key, for formats that cannot be made again byte by byte. */
  render(envelope: Envelope, sealing?: Uint8Array): string | Uint8Array | Promise<Uint8Array>;
  /** Whether a signed file is sealed with the installation's key. */
  isSealed?: true;
};

/** Every format a report can leave in. A new one is a module and a row here. */
export const exportFormats = {
  html: { mediaType: "text/html; charset=utf-8", extension: "html", render: renderHtml },
  pdf: { mediaType: "application/pdf", extension: "pdf", render: renderPdf, isSealed: true },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
    render: renderDocx,
  },
  json: { mediaType: "application/json", extension: "json", render: renderJson },
  jsonld: {
    // W3C Web Annotation Protocol §4.
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: "jsonld",
    render: renderJsonLd,
  },
  md: { mediaType: "text/markdown; charset=utf-8", extension: "md", render: renderMarkdown },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    render: renderXlsx,
  },
  csv: { mediaType: "application/zip", extension: "csv.zip", render: renderCsv },
  claimreview: {
    mediaType: "application/ld+json",
    extension: "claimreview.jsonld",
    render: renderClaimReview,
  },
  brat: { mediaType: "application/zip", extension: "brat.zip", render: renderBrat },
  cas: { mediaType: "application/json", extension: "cas.json", render: renderCas },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;

export const exportFormatNames = Object.keys(exportFormats) as ExportFormatName[];

/** A file name that any system takes: the report's title in ASCII letters and digits, and whether what it holds is signed. */
export function exportFileName(envelope: Envelope, format: ExportFormatName): string {
  const title = envelope.snapshot.report.title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words =
    title
      .match(/[a-z0-9]+/g)
      ?.join("-")
      .slice(0, 60)
      .replace(/-$/, "") || "report";
  const standing = envelope.status === "signed" && envelope.withdrawals ? "withdrawn" : envelope.status;
  return `${words}-${standing}.${exportFormats[format].extension}`;
}
