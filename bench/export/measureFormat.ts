import { benchKey, makeReport, type ReportSize } from "@/bench/export/report";
import { type ExportFormat, type ExportFormatName, exportFormats } from "@/lib/exporting/formats";
import { closeBrowser } from "@/lib/exporting/pdf/browser";

/** Renders one format in this process, which does nothing else, and tells its times and its largest memory. */
const [, , name = "json", size = "usual", runs = "3"] = process.argv;
const { render }: ExportFormat = exportFormats[name as ExportFormatName];
const envelope = makeReport(size as ReportSize);
const times: number[] = [];
for (let i = 0; i < Number(runs); i++) {
  const from = performance.now();
  await render(envelope, benchKey);
  times.push(performance.now() - from);
}
await closeBrowser();
// maxRSS is in kilobytes.
process.stdout.write(JSON.stringify({ times, megabytes: process.resourceUsage().maxRSS / 1_024 }));
