import { embeddedInDocx, isZip } from "@/lib/exporting/docx/read";
import { type EnvelopeFrame, envelopeFrameSchema } from "@/lib/exporting/envelope";
import { embeddedJson } from "@/lib/exporting/html/embedded";
import { attachedJson } from "@/lib/exporting/pdf/envelopeFile";

export type ExportKind = "json" | "html" | "docx" | "pdf";
export type ReadExport =
  | { kind: ExportKind; frame: EnvelopeFrame }
  | { kind: ExportKind | null; frame: null; reason: string };

/** The longest file that is read, in UTF-16 units or bytes. */
export const MAX_EXPORT_LENGTH = 64 * 1024 * 1024;
/** More levels of arrays and objects than any envelope has; deeper ones could exhaust the stack. */
const MAX_JSON_DEPTH = 100;

/**
 * Reads an export that carries its data (JSON, HTML, DOCX, PDF) as far as its frame; the snapshot is left unread. Says in a sentence why a file is
 * not one. Never throws, and takes time in proportion to the file, whatever is in it.
 */
export function readExport(file: string | Uint8Array): ReadExport {
  if (file.length > MAX_EXPORT_LENGTH) return refused(null, "The file is larger than any report of Stet.");
  if (typeof file !== "string" && isZip(file)) {
    const found = embeddedInDocx(file);
    return "reason" in found ? refused("docx", found.reason) : framed("docx", found.json);
  }
  if (typeof file !== "string" && isPdf(file)) {
    const json = attachedJson(file, MAX_EXPORT_LENGTH);
    return json === null
      ? refused("pdf", "The PDF carries no report data that Stet wrote, so nothing in it can be verified.")
      : framed("pdf", json);
  }
  const text = typeof file === "string" ? file : decoded(file);
  if (text === null) return refused(null, "The file is no JSON, HTML, DOCX or PDF export of Stet.");
  const kind = /^\s*\{/.test(text) ? "json" : /^\s*</.test(text) ? "html" : null;
  if (!kind) return refused(null, "The file is no JSON, HTML, DOCX or PDF export of Stet.");
  const json = kind === "json" ? text : embeddedJson(text);
  if (json === null)
    return refused(kind, "The page carries no report data, so nothing in it can be verified.");
  return framed(kind, json);
}

function framed(kind: ExportKind, json: string): ReadExport {
  const frame = json.length > MAX_EXPORT_LENGTH || isDeep(json) ? null : parsed(json);
  return frame
    ? { kind, frame }
    : refused(kind, "The report data in the file is damaged or not of Stet’s form.");
}

function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-";
}

/** Bytes as text, null when they are not UTF-8. A byte order mark is kept: no export of ours begins with one. */
export function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refused(kind: ExportKind | null, reason: string): ReadExport {
  return { kind, frame: null, reason };
}

function parsed(json: string): EnvelopeFrame | null {
  try {
    return envelopeFrameSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

function isDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    if (inString) {
      if (unit === 0x5c) i++;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x5b || unit === 0x7b) {
      if (++depth > MAX_JSON_DEPTH) return true;
    } else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return false;
}
