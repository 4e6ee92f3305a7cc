import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testKey } from "@/lib/exporting/fixture";
import { canonicalJson } from "@/lib/journal/canonical";
import { treeOf } from "@/lib/journal/tree/tree";
import { isConsistent } from "@/lib/journal/tree/verify";
import { consistencyFaults } from "./consistent";
import { verifyJournal } from "./journalFile";
import { hashOfLeaf, leafOf } from "./leaf";
import { madeCheckpoint, madeEntries, madeFile } from "./madeJournal.testing";
import type { Consistency } from "./schema";

async function* each(lines: readonly string[]) {
  yield* lines;
}

const entries = madeEntries(12);
const lines = madeFile(entries);
const verify = (given: readonly string[], older = [] as Parameters<typeof verifyJournal>[2]) =>
  verifyJournal(each(given), [testKey], older);

test("an exported journal is whole and signed", async () => {
  expect(await verify(lines)).toMatchObject({ valid: true, reasons: [], size: 12 });
  expect(await verifyJournal(each(lines), [])).toMatchObject({
    valid: false,
    reasons: [expect.stringContaining("not among the keys you trust")],
  });
});

test("one that was kept from before is gone on from, or it is said", async () => {
  const kept = madeCheckpoint(entries.slice(0, 5));
  expect((await verify(lines, [kept])).valid).toBe(true);
  const other = madeCheckpoint(madeEntries(5));
  expect((await verify(lines, [other])).reasons).toEqual([
    expect.stringContaining("The first 5 entries are not those"),
  ]);
  const longer = madeCheckpoint([...entries, ...madeEntries(13).slice(12)]);
  expect((await verify(lines, [longer])).reasons).toEqual([
    expect.stringContaining("more than there are here"),
  ]);
});

test.each([
  ["nothing", []],
  ["something else", ['{"format":"stet.report"}']],
  ["no checkpoint", lines.slice(0, -1)],
  ["an entry cut from the end", lines.toSpliced(-2, 1)],
  ["an entry cut from the beginning", lines.toSpliced(1, 1)],
  ["two entries swapped", lines.toSpliced(3, 2, lines[4] ?? "", lines[3] ?? "")],
  ["an entry twice", lines.toSpliced(3, 0, lines[3] ?? "")],
  ["something after the checkpoint", [...lines, lines[1] ?? ""]],
  ["another spelling", lines.map((line, i) => (i === 4 ? line.replace(":", ": ") : line))],
  [
    "a field that no hash covers",
    lines.map((line, i) => (i === 4 ? line.replace('{"actorId"', '{"aSide":"added","actorId"') : line)),
  ],
  ["a line of nothing", lines.toSpliced(4, 1, "null")],
  ["an empty line", lines.toSpliced(4, 0, "")],
  [
    "a rewritten tail with a checkpoint of before",
    [...madeFile(madeEntries(12)).slice(0, -1), lines.at(-1) ?? ""],
  ],
])("%s is no whole journal", async (_, given) => {
  const verdict = await verify(given);
  expect(verdict.valid).toBe(false);
  expect(verdict.reasons[0]).toMatch(/\.$/);
});

const count = Number(process.env.STET_TAMPERINGS ?? 200);

test("whatever is flipped, dropped, doubled or moved in the file, it is no longer valid", {
  timeout: 60_000 + count * 500,
}, async () => {
  const text = `${lines.join("\n")}\n`;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.nat(),
      fc.constantFrom("flip", "cut", "drop", "double", "swap"),
      async (a, b, way) => {
        const [at, other] = [a % (text.length - 1), b % (text.length - 1)];
        const tampered = {
          flip: () => text.slice(0, at) + (text[at] === "7" ? "8" : "7") + text.slice(at + 1),
          cut: () => text.slice(0, at),
          drop: () => text.slice(0, at) + text.slice(at + 1 + (b % 50)),
          double: () =>
            text.slice(0, at) + text.slice(Math.max(0, at - 1 - (b % 50)), at) + text.slice(Math.max(0, at)),
          swap: () => {
            const one = text.split("\n");
            [one[a % 14], one[b % 14]] = [one[b % 14] ?? "", one[a % 14] ?? ""];
            return one.join("\n");
          },
        }[way]();
        // The line feed at the very end says nothing.
        fc.pre(tampered.trimEnd() !== text.trimEnd() && other >= 0);
        const given = tampered.split("\n");
        if (given.at(-1) === "") given.pop();
        expect((await verify(given)).valid).toBe(false);
      },
    ),
    { numRuns: count },
  );
});

describe("two checkpoints of one journal", () => {
  const tree = treeOf(entries.map((entry) => hashOfLeaf(leafOf(entry))));
  const [older, newer] = [madeCheckpoint(entries.slice(0, 7)), madeCheckpoint(entries)];
  const proof: Consistency = {
    ...{ format: "stet.consistency", formatVersion: 1, dossierId: older.signed.dossierId },
    ...{
      from: { size: 7, head: tree.head(7) },
      to: { size: 12, head: tree.head(12) },
      proof: tree.consistency(7, 12),
    },
  };
  const faults = (a = older, b = newer, given: Consistency | null = proof) =>
    consistencyFaults(a, b, given, [testKey]);

  test("are shown to be of one that only grew", () => {
    expect(isConsistent(older.signed, newer.signed, proof.proof)).toBe(true);
    expect(faults()).toEqual([]);
    expect(faults(newer, newer, null)).toEqual([]);
  });

  test.each([
    ["no proof", [older, newer, null], "need a proof"],
    ["the wrong way round", [newer, older, proof], "the older one comes first"],
    [
      "a proof of another pair",
      [madeCheckpoint(entries.slice(0, 6)), newer, proof],
      "about other checkpoints",
    ],
    ["another history", [madeCheckpoint(madeEntries(7)), newer, proof], "does not begin with the older one"],
    ["another of the same size", [madeCheckpoint(madeEntries(12)), newer, null], "of different ones"],
    ["a forged one", [{ ...older, signed: { ...older.signed, size: 8 } }, newer, proof], "not genuine"],
  ] as const)("with %s are not", (_, [a, b, given], words) => {
    expect(faults(a, b, given).join(" ")).toContain(words);
  });
});

test("ten thousand entries are verified, and one wrong word among them is found", async () => {
  const many = madeFile(madeEntries(10_000));
  expect(await verify(many)).toMatchObject({ valid: true, size: 10_000 });
  const wrong = many.map((line, i) => (i === 7_321 ? line.replace("nobody else", "somebody else") : line));
  const { reasons } = await verify(wrong);
  expect(reasons[0]).toBe("Entry 7321 does not have the hash it says.");
  expect(canonicalJson(JSON.parse(wrong[7_321] ?? ""))).toBe(wrong[7_321]);
}, 300_000);
