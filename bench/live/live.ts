import { setTimeout as pause } from "node:timers/promises";
import { type LiveDesk, openLiveDesk } from "@/bench/live/desk";
import { watchMemory } from "@/bench/live/memory";
import { measurePeers } from "@/bench/live/peers";
import { type BenchProcess, instant, startProcess } from "@/bench/live/processes";
import type { Summary } from "@/bench/live/record";
import { FLOOD, PACED, TOGETHER, WRITE_SECONDS } from "@/bench/live/sizes";
import { openInstallation } from "@/bench/product/installation";
import type { Group, Row } from "@/bench/row";
import { callJson } from "@/lib/testing/nodeWorld";

/**
 * The whole way of an entry, through a real server process on a durable database: route → policy → transaction →
 * journal → stream → `apply` in every client. Times count from the commit, as another connection hears of it.
 * `STET_BENCH_MINUTES`: how long the writers write and memory is watched (a third of a minute).
 */
export const live: Group = {
  id: "live",
  async run() {
    const installation = await openInstallation();
    const readers = startProcess("readers.ts");
    try {
      const desk = await openLiveDesk(process.env.STET_DATA_DIR ?? "");
      try {
        const origin = installation.origin;
        return [
          ...(await measureStreams(origin, desk, readers)),
          ...(await measureWrites(origin, desk, readers, installation.processId)),
          ...(await measurePeers(readers)),
        ];
      } finally {
        await desk.close();
      }
    } finally {
      readers.end();
      await installation.stop();
    }
  },
};

async function measureStreams(origin: string, desk: LiveDesk, readers: BenchProcess): Promise<Row[]> {
  const { dossierId, reader: header } = desk;
  const rows: Row[] = [];
  const summaryOf = async (from: number, to: number) => {
    await readers.ask({ ask: "complete", from, to });
    const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const sentAt = Object.fromEntries(numbers.map((seq) => [seq, desk.committedAt[seq]]));
    return readers.ask<Summary>({ ask: "summary", sentAt });
  };
  for (const count of [100, 500]) {
    console.error(`  ${count} streams`);
    await readers.ask({ ask: "stet", count, origin, dossierId, header });
    await change(origin, desk, 5, PACED.every);
    const from = (await headOf(origin, desk)) + 1;
    await change(origin, desk, PACED.count, PACED.every);
    const paced = await summaryOf(from, from + PACED.count - 1);
    rows.push(row(`live.p95.${count}`, paced.p95, "ms", paced.deliveries));
    if (count === 500) {
      const first = (await headOf(origin, desk)) + 1;
      await flood(origin, desk);
      const all = await summaryOf(first, first + FLOOD - 1);
      rows.push(row("live.deliveries.500", all.rate, "/s", all.deliveries));
    }
    await readers.ask({ ask: "close" });
  }
  return rows;
}

/** Fifty people, each changing something of their own as fast as they are answered, while a hundred look on. */
async function measureWrites(
  origin: string,
  desk: LiveDesk,
  readers: BenchProcess,
  processId: number | null,
): Promise<Row[]> {
  const { dossierId, reader: header } = desk;
  console.error("  writers");
  await readers.ask({ ask: "stet", count: 100, origin, dossierId, header });
  const seconds = 60 * Number(process.env.STET_BENCH_MINUTES ?? WRITE_SECONDS / 60);
  const memory = processId === null ? null : watchMemory(processId);
  const times: number[] = [];
  const until = Date.now() + seconds * 1_000;
  const started = instant();
  await Promise.all(
    desk.writers.map(async (writer, i) => {
      for (let turn = 0; Date.now() < until; turn++) {
        const begun = instant();
        await changeOne(origin, desk, i, writer, `Turn ${turn} ${"n".repeat(500)}`);
        times.push(instant() - begun);
      }
    }),
  );
  const rate = (times.length * 1_000) / (instant() - started);
  times.sort((a, b) => a - b);
  memory?.stop();
  await readers.ask({ ask: "close" });
  const [drift, largest] = [memory?.drift() ?? null, memory?.largest() ?? null];
  return [
    row("write.rate", rate, "/s", times.length),
    row("write.p95", times[Math.floor(times.length * 0.95)] ?? Number.NaN, "ms", times.length),
    ...(drift === null ? [] : [row("live.memory.drift", drift, "MB", 1)]),
    ...(largest === null ? [] : [row("live.memory", largest, "MB", 1)]),
  ];
}

async function headOf(origin: string, { dossierId, reader }: LiveDesk): Promise<number> {
  const { body } = await callJson("GET", `${origin}/api/dossiers/${dossierId}`, reader);
  return (body as { seq: number }).seq;
}

async function change(origin: string, desk: LiveDesk, count: number, every: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await changeOne(origin, desk, 0, desk.writers[0] ?? "", `Change ${i} ${"n".repeat(500)}`);
    await pause(every);
  }
}

async function changeOne(
  origin: string,
  desk: LiveDesk,
  which: number,
  header: string,
  note: string,
): Promise<void> {
  const annotation = desk.annotations[TOGETHER + which];
  if (!annotation) throw new Error("There is no annotation for this writer.");
  const { id, version } = annotation;
  const { status, body } = await callJson("PATCH", `${origin}/api/annotations/${id}`, header, {
    version,
    note,
  });
  if (status !== 200) throw new Error(`A change answered ${status}: ${JSON.stringify(body)}`);
  annotation.version = (body as { version: number }).version;
}

/** {@link FLOOD} entries, {@link TOGETHER} to a command: deleted and brought back. */
async function flood(origin: string, desk: LiveDesk): Promise<void> {
  const path = `${origin}/api/dossiers/${desk.dossierId}/annotations`;
  for (let sent = 0; sent < FLOOD; sent += TOGETHER) {
    const items = desk.annotations.slice(0, TOGETHER);
    const what = (sent / TOGETHER) % 2 === 0 ? "delete" : "restore";
    const { status, body } = await callJson("POST", `${path}/${what}`, desk.writers[0] ?? "", { items });
    if (status !== 200) throw new Error(`The flood answered ${status}: ${JSON.stringify(body)}`);
    (body as { items: { version: number }[] }).items.forEach(({ version }, i) => {
      const one = desk.annotations[i];
      if (one) one.version = version;
    });
  }
}

function row(id: string, median: number, unit: string, runs: number): Row {
  return { id, subject: "stet", median, unit, runs };
}
