import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type ReportSize, SIZES } from "@/bench/export/report";
import { type Group, median, type Row } from "@/bench/row";
import { exportFormatNames } from "@/lib/exporting/formats";

/**
 * A report in every format: ten articles with 300 annotations and 100 links, and with 10,000 annotations for memory. Each in a
 * process of its own, whose largest memory is its own; of PDF it is that of the server, not of the browser.
 */
export const exporting: Group = {
  id: "export",
  async run() {
    const rows: Row[] = [];
    for (const format of exportFormatNames) {
      for (const size of Object.keys(SIZES) as ReportSize[]) {
        const measured = measure(format, size);
        if (!measured) continue;
        const { times, megabytes } = measured;
        console.error(
          `  ${format} ${size}: ${times.map((ms) => ms.toFixed(0)).join(" ")} ms, ${megabytes.toFixed(0)} MB`,
        );
        const id = `export.${format}.${SIZES[size].annotations}`;
        rows.push({ id, subject: "stet", median: median(times), unit: "ms", runs: times.length });
        rows.push({ id: `${id}.memory`, subject: "stet", median: megabytes, unit: "MB", runs: 1 });
      }
    }
    return rows;
  },
};

function measure(format: string, size: ReportSize): { times: number[]; megabytes: number } | null {
  // Else V8 takes what the machine has before it collects, and that is what would be measured.
  const args = [
    "--max-old-space-size=320",
    join(import.meta.dirname, "child.mjs"),
    format,
    size,
    size === "usual" ? "3" : "1",
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e8 });
  if (status === 0) return JSON.parse(stdout);
  console.error(`  ${format} ${size}: not measured. ${stderr.trim().split("\n").at(-1) ?? ""}`);
  return null;
}
