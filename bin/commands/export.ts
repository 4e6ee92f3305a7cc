import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { exportFormatNames } from "@/lib/exporting/formats";
import { closeBrowser } from "@/lib/exporting/pdf/browser";
import { exportReport } from "@/lib/exporting/queries";
import { exportReportInput } from "@/lib/reports/schema";
import { Refusal, WrongUsage } from "../outcome";
import { actAs } from "../person";
import { withDatabase } from "../withDatabase";

export const usage = `Usage: stet export REPORT --format ${exportFormatNames.join("|")} -o FILE [--round ROUND] [--as EMAIL]

Writes a report as a file: signed if it is signed off and nothing changed since, else a draft that says so.
  REPORT           the report's id
  --round ROUND    what this round (number or id) froze; "draft" for what stands now
  -o FILE          where to; "-" for standard output
  --as EMAIL       in whose name, who must be in the dossier (the first admin)`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: "string" },
      output: { type: "string", short: "o" },
      round: { type: "string" },
      as: { type: "string" },
    },
  });
  const [reportId, ...more] = positionals;
  const { format, output, round } = values;
  if (!reportId || more.length > 0) throw new WrongUsage("Name one report.");
  if (!format) throw new WrongUsage("Name the format with --format.");
  if (!output) throw new WrongUsage("Name the file with -o FILE.");
  const input = exportReportInput.safeParse({ reportId, format, round });
  if (!input.success) throw new Refusal(input.error.issues[0]?.message ?? "That is not a report.");
  return withDatabase(async (db) => {
    const { body } = await exportReport(await actAs(db, values.as), input.data).finally(closeBrowser);
    if (output === "-") process.stdout.write(body);
    else await writeFile(output, body).catch((error) => refuse(output, error));
    return 0;
  });
}

function refuse(path: string, error: Error): never {
  throw new Refusal(`${path} cannot be written: ${error.message}.`);
}
