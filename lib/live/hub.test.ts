import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "@/lib/journal/entries";
import { createHub, type Reader } from "./hub";

/** A journal whose reads are answered when the test says so, as of the moment they are answered or asked. */
function fakeJournal() {
  let length = 0;
  const reads: { after: number; answer(): void }[] = [];
  const entry = (seq: number) => ({ seq }) as Entry;
  const page = (after: number, limit: number) =>
    Array.from({ length: Math.min(limit, length - after) }, (_, i) => entry(after + 1 + i));
  const hub = createHub(
    (_dossierId, after, limit) =>
      new Promise((resolve) => {
        const asked = page(after, limit);
        reads.push({ after, answer: () => resolve(asked) });
      }),
  );
  return {
    hub,
    reads,
    append: (count = 1) => {
      length += count;
      return length;
    },
    get length() {
      return length;
    },
    /** Answers reads until nobody asks any more. */
    async settle() {
      for (let read = reads.shift(); read; read = reads.shift()) {
        read.answer();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

function fakeReader(cursor: number): Reader & { got: number[]; isReady: boolean } {
  const reader = {
    cursor,
    got: [] as number[],
    isReady: true,
    ready: () => reader.isReady,
    take(entries: readonly Entry[]) {
      for (const { seq } of entries) reader.got.push(seq);
      reader.cursor = entries.at(-1)?.seq ?? reader.cursor;
    },
  };
  return reader;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("a hub", () => {
  test("begins with what is there and goes on with what comes, reading once for all", async () => {
    const journal = fakeJournal();
    journal.append(450);
    const [early, late] = [fakeReader(0), fakeReader(0)];
    journal.hub.follow("d", early);
    await journal.settle();
    journal.hub.follow("d", late);
    await journal.settle();
    expect(early.got).toEqual(range(1, 450));
    expect(late.got).toEqual(range(1, 450));
    journal.hub.notify("d", journal.append());
    expect(journal.reads.map(({ after }) => after)).toEqual([450]);
    await journal.settle();
    expect([early.cursor, late.cursor]).toEqual([451, 451]);
  });

  test("does not lose what is notified while it reads", async () => {
    const journal = fakeJournal();
    const reader = fakeReader(0);
    journal.hub.follow("d", reader);
    journal.hub.notify("d", journal.append());
    await journal.settle();
    expect(reader.got).toEqual([1]);
  });

  test("reads again after its connection was gone", async () => {
    const journal = fakeJournal();
    const reader = fakeReader(0);
    journal.hub.follow("d", reader);
    await journal.settle();
    journal.append(3);
    journal.hub.reread();
    await journal.settle();
    expect(reader.got).toEqual([1, 2, 3]);
  });

  test("keeps nothing for a reader that is not ready, and reads for it once it is", async () => {
    const journal = fakeJournal();
    const [slow, quick] = [fakeReader(0), fakeReader(0)];
    const { nudge } = journal.hub.follow("d", slow);
    journal.hub.follow("d", quick);
    await journal.settle();
    slow.isReady = false;
    journal.hub.notify("d", journal.append(5));
    await journal.settle();
    expect([slow.got, quick.got]).toEqual([[], range(1, 5)]);
    slow.isReady = true;
    nudge();
    await journal.settle();
    expect(slow.got).toEqual(range(1, 5));
  });

  test("asks nothing for dossiers that nobody follows", async () => {
    const journal = fakeJournal();
    const { leave } = journal.hub.follow("d", fakeReader(0));
    await journal.settle();
    leave();
    journal.hub.notify("d", journal.append());
    journal.hub.notify("e", 1);
    expect(journal.reads).toEqual([]);
  });
});

test("whatever happens in whatever order, every reader gets every entry once and in order", async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("append" as const), count: fc.integer({ min: 1, max: 250 }) }),
    fc.record({ kind: fc.constant("repeat" as const), back: fc.nat(300) }),
    fc.record({ kind: fc.constant("join" as const), back: fc.nat(300) }),
    fc.record({ kind: fc.constant("answer" as const) }),
    fc.record({ kind: fc.constant("pause" as const), which: fc.nat(5) }),
    fc.record({ kind: fc.constant("lose" as const), count: fc.integer({ min: 1, max: 3 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const journal = fakeJournal();
      const followed: { reader: ReturnType<typeof fakeReader>; from: number; nudge(): void }[] = [];
      for (const now of steps) {
        if (now.kind === "append") journal.hub.notify("d", journal.append(now.count));
        // A notification that comes twice, or after a later one.
        if (now.kind === "repeat") journal.hub.notify("d", Math.max(0, journal.length - now.back));
        if (now.kind === "lose") journal.append(now.count);
        if (now.kind === "join") {
          const from = Math.max(0, journal.length - now.back);
          const reader = fakeReader(from);
          followed.push({ reader, from, ...journal.hub.follow("d", reader) });
        }
        if (now.kind === "pause") {
          const one = followed[now.which];
          if (one) {
            one.reader.isReady = !one.reader.isReady;
            one.nudge();
          }
        }
        if (now.kind === "answer") {
          journal.reads.shift()?.answer();
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      for (const { reader, nudge } of followed) {
        reader.isReady = true;
        nudge();
      }
      journal.hub.reread();
      await journal.settle();
      for (const { reader, from } of followed) expect(reader.got).toEqual(range(from + 1, journal.length));
    }),
    { numRuns: 200 },
  );
});
