import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHub, type Reader } from "./hub";

type Entry = { seq: number };

/** A journal whose reads are answered when the test says so, as of the moment they are answered or asked. */
function fakeJournal(keptHot = Number.MAX_SAFE_INTEGER) {
  let length = 0;
  const reads: { after: number; answer(): void }[] = [];
  const entry = (seq: number): Entry => ({ seq });
  const page = (after: number, limit: number) =>
    Array.from({ length: Math.min(limit, length - after) }, (_, i) => entry(after + 1 + i));
  const hub = createHub<Entry>(
    (_dossierId, after, limit) =>
      new Promise((resolve) => {
        const asked = page(after, limit);
        reads.push({ after, answer: () => resolve(asked) });
      }),
    { keptHot, coalesce: 0 },
  );
  return {
    hub,
    reads,
    follow: (reader: Reader<Entry>) => hub.follow("d", reader, length),
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

type FakeReader = Reader<Entry> & { got: number[]; skips: number[]; isReady: boolean };

function fakeReader(cursor: number): FakeReader {
  const reader = {
    cursor,
    got: [] as number[],
    skips: [] as number[],
    isReady: true,
    ready: () => reader.isReady,
    take(entries: readonly Entry[]) {
      for (const { seq } of entries) reader.got.push(seq);
      reader.cursor = entries.at(-1)?.seq ?? reader.cursor;
    },
    skipTo(seq: number) {
      reader.skips.push(seq);
      reader.cursor = seq;
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
    journal.follow(early);
    await journal.settle();
    journal.follow(late);
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
    journal.follow(reader);
    journal.hub.notify("d", journal.append());
    await journal.settle();
    expect(reader.got).toEqual([1]);
  });

  test("reads again after its connection was gone", async () => {
    const journal = fakeJournal();
    const reader = fakeReader(0);
    journal.follow(reader);
    await journal.settle();
    journal.append(3);
    journal.hub.reread();
    await journal.settle();
    expect(reader.got).toEqual([1, 2, 3]);
  });

  test("reads nothing for those who lack only what it has in memory", async () => {
    const journal = fakeJournal();
    journal.append(30);
    journal.follow(fakeReader(10));
    await journal.settle();
    const late = [fakeReader(10), fakeReader(17), fakeReader(30)];
    for (const reader of late) journal.follow(reader);
    expect(journal.reads).toEqual([]);
    expect(late.map(({ got }) => got)).toEqual([range(11, 30), range(18, 30), []]);
    journal.hub.notify("d", 30);
    expect(journal.reads).toEqual([]);
  });

  test("tells who is further behind than what is kept to read the state, and goes on after it", async () => {
    const journal = fakeJournal(100);
    journal.append(101);
    const [far, near, slow] = [fakeReader(0), fakeReader(1), fakeReader(101)];
    for (const reader of [far, near, slow]) journal.follow(reader);
    await journal.settle();
    slow.isReady = false;
    for (let i = 0; i < 150; i++) {
      journal.hub.notify("d", journal.append());
      await journal.settle();
    }
    slow.isReady = true;
    journal.hub.reread();
    await journal.settle();
    expect([far.skips, near.skips, slow.skips]).toEqual([[101], [], [251]]);
    expect([far.got, near.got, slow.got]).toEqual([range(102, 251), range(2, 251), []]);
  });

  test("believes no number that the journal has not reached", async () => {
    const journal = fakeJournal();
    journal.append(3);
    const [wrong, right] = [fakeReader(2_000_000_000), fakeReader(3)];
    for (const reader of [wrong, right]) journal.follow(reader);
    await journal.settle();
    journal.hub.notify("d", journal.append());
    await journal.settle();
    expect([wrong.got, right.got]).toEqual([[4], [4]]);
  });

  test("keeps nothing for a reader that is not ready, and reads for it once it is", async () => {
    const journal = fakeJournal();
    const [slow, quick] = [fakeReader(0), fakeReader(0)];
    const { nudge } = journal.follow(slow);
    journal.follow(quick);
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
    const { leave } = journal.follow(fakeReader(0));
    await journal.settle();
    leave();
    journal.hub.notify("d", journal.append());
    journal.hub.notify("e", 1);
    expect(journal.reads).toEqual([]);
  });
});

test("whatever happens in whatever order, every reader gets every entry once and in order, or is told what it will not get", async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("append" as const), count: fc.integer({ min: 1, max: 250 }) }),
    fc.record({ kind: fc.constant("repeat" as const), back: fc.nat(300) }),
    fc.record({ kind: fc.constant("join" as const), back: fc.nat(300) }),
    fc.record({ kind: fc.constant("answer" as const) }),
    fc.record({ kind: fc.constant("pause" as const), which: fc.nat(5) }),
    fc.record({ kind: fc.constant("lose" as const), count: fc.integer({ min: 1, max: 3 }) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 30 }),
      fc.integer({ min: 1, max: 400 }),
      async (steps, kept) => {
        const journal = fakeJournal(kept);
        const followed: { reader: ReturnType<typeof fakeReader>; from: number; nudge(): void }[] = [];
        for (const now of steps) {
          if (now.kind === "append") journal.hub.notify("d", journal.append(now.count));
          // A notification that comes twice, or after a later one.
          if (now.kind === "repeat") journal.hub.notify("d", Math.max(0, journal.length - now.back));
          if (now.kind === "lose") journal.append(now.count);
          if (now.kind === "join") {
            const from = Math.max(0, journal.length - now.back);
            const reader = fakeReader(from);
            followed.push({ reader, from, ...journal.follow(reader) });
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
        for (const { reader, from } of followed) {
          expect(reader.cursor).toBe(journal.length);
          // Without gaps but where it was told to read the state.
          const starts = [from, ...reader.skips];
          for (const [index, seq] of reader.got.entries()) {
            expect([(reader.got[index - 1] ?? from) + 1, ...starts.map((start) => start + 1)]).toContain(seq);
          }
          expect(new Set(reader.got).size).toBe(reader.got.length);
          if (reader.skips.length === 0) expect(reader.got).toEqual(range(from + 1, journal.length));
        }
      },
    ),
    { numRuns: 200 },
  );
});
