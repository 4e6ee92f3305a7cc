import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { exportReport } from "@/lib/exporting/queries";
import { canonicalJson } from "@/lib/journal/canonical";
import { isConsistent } from "@/lib/journal/tree/verify";
import { createReport } from "@/lib/reports/commands";
import { submitRound } from "@/lib/reviews/commands";
import { decide } from "@/lib/reviews/decisionCommands";
import type { Round } from "@/lib/reviews/schema";
import { signRound } from "@/lib/reviews/signCommand";
import { knownPublicKeys } from "@/lib/reviews/signingKeys";
import { verifyExport } from "@/lib/reviews/verify";
import { deskPassword, openDesk, type TestDesk } from "@/lib/testing/desk";
import { appendToFile, checkpointFolder, readCheckpointFile } from "./file";
import { makeCheckpoint, makeDueCheckpoints } from "./make";
import { listCheckpoints } from "./queries";
import { checkpointFault } from "./statement";
import { readConsistency } from "./treeQueries";

let desk: TestDesk;
let folder: string;
const before = process.env.STET_DATA_DIR;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-checkpoints-"));
  process.env.STET_DATA_DIR = folder;
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  if (before === undefined) delete process.env.STET_DATA_DIR;
  else process.env.STET_DATA_DIR = before;
  await rm(folder, { recursive: true });
});

const file = () => readCheckpointFile(desk.dossierId);
const path = () => join(checkpointFolder(), `${desk.dossierId}.jsonl`);
const rows = async () =>
  (await listCheckpoints(desk.viewer, { dossierId: desk.dossierId, limit: 500 })).items.reverse();

test("a checkpoint is signed by the installation, and only when something is new", async () => {
  const one = await makeCheckpoint(desk.db, desk.dossierId);
  expect(checkpointFault(one, await knownPublicKeys(folder))).toBeNull();
  expect(checkpointFault(one, [])).toContain("not among the keys you trust");
  expect(await makeCheckpoint(desk.db, desk.dossierId)).toEqual(one);
  expect((await file())?.checkpoints).toEqual([one]);
});

test("many processes at once make sizes that only grow, and the file says what the table says", async () => {
  await Promise.all(
    ["490 people", "Nobody else", "to wait", "came too"].map(async (exact) => {
      await desk.tag(exact);
      await makeCheckpoint(desk.db, desk.dossierId);
    }),
  );
  const made = await rows();
  expect((await file())?.checkpoints).toEqual(made);
  const [first, last] = [made[0]?.signed, made.at(-1)?.signed];
  if (!first || !last) throw new Error("No checkpoints.");
  const consistency = await readConsistency(desk.viewer, {
    ...{ dossierId: desk.dossierId, from: first.size, to: last.size },
  });
  expect(isConsistent(first, last, consistency.proof)).toBe(true);
  expect(await makeDueCheckpoints(desk.db)).toEqual({ made: 0, failed: [] });
});

test("a line that was torn by a crash costs that line and is written again", async () => {
  const { size } = await stat(path());
  await truncate(path(), size - 40);
  expect(await file()).toMatchObject({ isTorn: true, broken: [] });
  await desk.tag("The minister");
  await makeDueCheckpoints(desk.db);
  expect(await file()).toMatchObject({ isTorn: false, broken: [], checkpoints: await rows() });
  await appendFile(path(), '{"anything":"else"}\n');
  expect((await file())?.broken).toHaveLength(1);
  await writeFile(path(), (await readFile(path(), "utf8")).replace('{"anything":"else"}\n', ""));
  await expect(appendToFile(desk.dossierId, [])).resolves.toBeUndefined();
});

test("a journal that was rewritten is not signed", async () => {
  await desk.tag("were told");
  const root = openDatabase(desk.url);
  try {
    const forged = root.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`
        UPDATE journal_entry SET payload = jsonb_set(payload, '{annotation,note}', '"forged"')
        WHERE dossier_id = ${desk.dossierId}::uuid AND seq = (SELECT max(seq) FROM journal_entry)`;
    });
    await forged;
  } finally {
    await root.$disconnect();
  }
  await expect(makeCheckpoint(desk.db, desk.dossierId)).rejects.toThrow("cannot be signed");
  const { failed } = await makeDueCheckpoints(desk.db);
  expect(failed).toEqual([desk.dossierId]);
});

async function signed(on: TestDesk): Promise<Round> {
  const { dossierId, editor, reviewer } = on;
  const report = await createReport(editor, { dossierId, title: "What was said" });
  const { id: roundId, items, contentHash } = await submitRound(editor, { reportId: report.id });
  const decided = items.map(({ type, id }) => ({ type, id, decision: "accepted" as const }));
  await decide(reviewer, { roundId, items: decided });
  const byToken = { ...reviewer, caller: { ...reviewer.caller, inPerson: false } };
  return signRound(byToken, { roundId, contentHash, statement: "I read it.", password: deskPassword });
}

test("an export shows that its sign-off stands in the journal, in the same bytes whenever it is made", async () => {
  const own = await openDesk();
  try {
    await own.tag("490 people");
    const round = await signed(own);
    const read = (format: "json" | "html") =>
      exportReport(own.viewer, { reportId: round.reportId, format, round: round.id });
    const keys = await knownPublicKeys(folder);
    for (const format of ["json", "html"] as const) {
      const first = await read(format);
      const verdict = verifyExport(first.body, keys);
      expect(verdict.reasons).toEqual([]);
      const place = round.signOffs[0]?.signed.journal.seq ?? 0;
      expect(verdict.signOffs[0]?.journal).toMatchObject({ seq: place + 1, size: place + 1 });
      await own.tag(format === "json" ? "Nobody else" : "to wait");
      await makeCheckpoint(own.db, own.dossierId);
      expect((await read(format)).body).toBe(first.body);
    }
    const whole = JSON.parse(String((await read("json")).body));
    const { proofs: _taken, ...without } = whole;
    const stripped = verifyExport(`${canonicalJson(without)}\n`, keys);
    expect(stripped.reasons).toEqual([expect.stringContaining("was taken out of the file")]);
  } finally {
    await own.close();
  }
});
