import { type Group, median, type Row } from "@/bench/row";
import { nothingRead, withEntry } from "@/lib/checkpoints/grow";
import { verifyJournal } from "@/lib/checkpoints/journalFile";
import { madeEntries, madeFile } from "@/lib/checkpoints/madeJournal.testing";
import { testKey } from "@/lib/exporting/fixture";

const ENTRIES = 10_000;
const RUNS = 5;

/** Verifying an exported journal, line by line, and what a checkpoint of as many new entries costs. */
export const journal: Group = {
  id: "journal",
  async run(): Promise<Row[]> {
    const entries = madeEntries(ENTRIES);
    const lines = madeFile(entries);
    const verifying: number[] = [];
    const growing: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const begin = performance.now();
      const { valid } = await verifyJournal(each(lines), [testKey]);
      verifying.push(performance.now() - begin);
      if (!valid) throw new Error("The journal that was made for measuring does not hold.");
      const from = performance.now();
      entries.reduce(withEntry, nothingRead);
      growing.push(performance.now() - from);
    }
    return [row("journal.verify", verifying), row("journal.checkpoint", growing)];
  },
};

function row(id: string, times: readonly number[]): Row {
  return { id: `${id}.${ENTRIES}`, subject: "stet", median: median(times), unit: "ms", runs: RUNS };
}

async function* each(lines: readonly string[]) {
  yield* lines;
}
