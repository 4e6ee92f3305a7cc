import { unzipSync } from "fflate";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import type { Envelope } from "@/lib/exporting/envelope";
import { type Cell, reportTables } from "@/lib/exporting/tables";
import { zipOf } from "@/lib/exporting/zip";

/** The most that a cell of Excel holds, in UTF-16 units. */
const MAX_CELL = 32_767;

/**
 * The XLSX export: sheets of annotations, links, evidence and sign-off. Numbers are numbers, text is text however it
 * begins, so nothing is a formula. What a cell cannot hold is cut and says so.
 */
export async function renderXlsx(envelope: Envelope): Promise<Uint8Array> {
  const sheets = reportTables(envelope).map(({ name, head, widths, rows }) => ({
    sheet: name,
    data: [head.map(headCell), ...rows.map((row) => row.map(dataCell))] satisfies SheetData,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  const file = await writeXlsxFile(sheets).toBuffer();
  // Packed again without the time of the packing, so that two exports of one signed round are the same bytes.
  return zipOf(new Map(Object.entries(unzipSync(file)).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function headCell(value: string) {
  return { type: String, value, fontWeight: "bold" as const, backgroundColor: "#EFEAE0" };
}

function dataCell(value: Cell) {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { type: Number, value };
  if (typeof value === "boolean") return { type: Boolean, value };
  return { type: String, value: held(value), wrap: value.length > 40, alignVertical: "top" as const };
}

/** Text as XML and a cell can hold it. */
function held(text: string): string {
  const safe = text
    .toWellFormed()
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, (c) => (c === "\r" ? "\n" : "\ufffd"));
  return safe.length <= MAX_CELL ? safe : `${safe.slice(0, MAX_CELL - 20).toWellFormed()} [… cut here]`;
}
