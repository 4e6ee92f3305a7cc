import { strToU8 } from "fflate";
import type { Envelope } from "@/lib/exporting/envelope";
import { isolatedText } from "@/lib/exporting/isolatedText";
import { renderJson } from "@/lib/exporting/json";
import { type Cell, reportTables, type Table } from "@/lib/exporting/tables";
import { zipOf } from "@/lib/exporting/zip";

/**
 * The CSV export: a zip of one table each for annotations, links, evidence and sign-off, and the envelope as JSON.
 * Offsets count UTF-16 units.
 */
export function renderCsv(envelope: Envelope): Uint8Array {
  return zipOf(
    new Map([
      ...reportTables(envelope).map((table): [string, Uint8Array] => [
        `${table.name.toLowerCase()}.csv`,
        strToU8(csvOf(table)),
      ]),
      ["stet-report.json", strToU8(renderJson(envelope))],
    ]),
  );
}

/**
 * A table as RFC 4180 has it: CRLF, fields quoted where they need to be, quotes doubled. A byte order mark tells
 * spreadsheets that it is UTF-8. Text that a spreadsheet would take for a formula is preceded by an apostrophe (OWASP,
 * "CSV Injection"); numbers are left alone.
 */
export function csvOf({ head, rows }: Pick<Table, "head" | "rows">): string {
  return `\ufeff${[head, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}

/** What begins a formula, in the widths of East Asia too, behind whatever spaces a program may skip. */
const FORMULA = /^[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@＝＋－＠|%\t\r]/;

function field(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = value.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, "\ufffd");
  const inert = isolatedText(FORMULA.test(text) ? `'${text}` : text);
  return /[",\r\n]/.test(inert) || inert !== inert.trim() ? `"${inert.replaceAll('"', '""')}"` : inert;
}
