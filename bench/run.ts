import { mkdir, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { board } from "@/bench/board/board";
import { compare } from "@/bench/compare/compare";
import { exporting } from "@/bench/export/exporting";
import { journal } from "@/bench/journal/journal";
import { live } from "@/bench/live/live";
import { paint } from "@/bench/paint/paint";
import { product } from "@/bench/product/product";
import { reading } from "@/bench/reading/reading";
import { review } from "@/bench/review/review";
import type { Group, Row } from "@/bench/row";
import { table } from "@/bench/table";

/** Every group of measurements; a new one is a module with an `id` and a `run`. */
const GROUPS: readonly Group[] = [paint, reading, product, board, compare, review, live, journal, exporting];

const resultsFile = path.join(import.meta.dirname, "results/latest.json");

type Results = { at: string; machine: string; rows: Row[] };

/** Measures, prints a table and writes the results. `--only GROUP` measures one group; `--minutes N` lets writers write for so long. Resolves to an exit code. */
export async function runBench(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { only: { type: "string" }, minutes: { type: "string" } } });
  if (values.minutes) process.env.STET_BENCH_MINUTES = values.minutes;
  const chosen = GROUPS.filter((group) => !values.only || group.id === values.only);
  if (chosen.length === 0) {
    console.error(
      `There is no group "${values.only}". Groups: ${GROUPS.map((group) => group.id).join(", ")}`,
    );
    return 2;
  }
  const rows: Row[] = [];
  for (const group of chosen) {
    console.error(`${group.id}:`);
    rows.push(...(await group.run()));
  }
  const measured = new Set(rows.map((row) => row.id));
  const kept = (await readLatest()).filter((row) => !measured.has(row.id));
  const results: Results = { at: new Date().toISOString(), machine: machine(), rows: [...rows, ...kept] };
  await mkdir(path.dirname(resultsFile), { recursive: true });
  await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  console.log(table(rows));
  return 0;
}

/** Rows of earlier runs, so that measuring one group does not forget the others. */
async function readLatest(): Promise<Row[]> {
  try {
    return (JSON.parse(await readFile(resultsFile, "utf8")) as Results).rows;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function machine(): string {
  const [first] = os.cpus();
  return `${os.cpus().length} × ${first?.model.trim() ?? os.arch()}, Node ${process.versions.node}, ${os.type()}`;
}
