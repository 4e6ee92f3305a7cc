import { type BenchProcess, startProcess } from "@/bench/live/processes";
import type { Summary } from "@/bench/live/record";
import { FLOOD, PACED, SIZE } from "@/bench/live/sizes";
import type { Row } from "@/bench/row";

/** A raw WebSocket broadcast and a Yjs map over Hocuspocus, with the same readers and the same size of event. */
export async function measurePeers(readers: BenchProcess): Promise<Row[]> {
  const ws = startProcess("peers/wsServer.ts");
  const hocuspocus = startProcess("peers/hocuspocusServer.ts");
  const writer = startProcess("peers/hocuspocusWriter.ts");
  try {
    const wsUrl = `ws://127.0.0.1:${await ws.ask<number>({ ask: "open" })}`;
    const rows = await measure(
      "websocket",
      ws,
      (count) => readers.ask({ ask: "ws", count, url: wsUrl }),
      readers,
    );
    const url = `ws://127.0.0.1:${await hocuspocus.ask<number>({ ask: "open" })}`;
    await writer.ask({ ask: "open", url });
    const open = (count: number) => readers.ask({ ask: "hocuspocus", count, url });
    return [...rows, ...(await measure("hocuspocus", writer, open, readers))];
  } finally {
    for (const one of [ws, hocuspocus, writer]) one.end();
  }
}

async function measure(
  subject: string,
  sender: BenchProcess,
  open: (count: number) => Promise<unknown>,
  readers: BenchProcess,
): Promise<Row[]> {
  let sent = 0;
  const send = async (count: number, every: number): Promise<Summary> => {
    const from = sent + 1;
    sent += count;
    const sentAt = await sender.ask({ ask: "send", from, count, every, size: SIZE });
    await readers.ask({ ask: "complete", from, to: sent });
    return readers.ask<Summary>({ ask: "summary", sentAt: sentAt as object });
  };
  const row = (id: string, median: number, unit: string, runs: number): Row => ({
    id,
    subject,
    median,
    unit,
    runs,
  });
  const rows: Row[] = [];
  for (const count of [100, 500]) {
    console.error(`  ${subject}, ${count} clients`);
    await open(count);
    await send(5, PACED.every);
    const paced = await send(PACED.count, PACED.every);
    rows.push(row(`live.p95.${count}`, paced.p95, "ms", paced.deliveries));
    if (count === 500) {
      const flood = await send(FLOOD, 0);
      rows.push(row("live.deliveries.500", flood.rate, "/s", flood.deliveries));
    }
    await readers.ask({ ask: "close" });
  }
  return rows;
}
