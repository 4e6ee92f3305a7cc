import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addHolder, removeHolder } from "@/lib/db/holders";
import { tryLock, withLock } from "@/lib/db/lockFile";
import { lives, thisProcess } from "@/lib/db/processes";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a process is told from an earlier one with the same id", async () => {
  const me = await thisProcess();
  expect(await lives(me)).toBe(true);
  expect(await lives({ ...me, started: "earlier" })).toBe(false);
});

test("a lock names its holder, and is free again after its release", async () => {
  const path = join(folder, "lock");
  const first = await tryLock(path, "http://localhost:3000");
  expect(await tryLock(path)).toMatchObject({ heldBy: { pid: process.pid, note: "http://localhost:3000" } });
  if (!("release" in first)) throw new Error("The first lock was refused.");
  await first.release();
  expect(await tryLock(path)).toHaveProperty("release");
});

test("a lock left by a killed process is taken, and nothing of it remains", async () => {
  const path = join(folder, "lock");
  await writeFile(path, JSON.stringify({ pid: process.pid, started: "before the last boot", note: "" }));
  expect(await tryLock(path, "mine")).toHaveProperty("release");
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ note: "mine" });
  expect(await readdir(folder)).toEqual(["lock"]);
});

test("only one at a time works under a lock, also when the first one fails", async () => {
  const path = join(folder, "lock");
  let inside = 0;
  const work = async (fails: boolean) => {
    inside += 1;
    expect(inside).toBe(1);
    await readdir(folder);
    inside -= 1;
    if (fails) throw new Error("failed inside");
  };
  const all = [true, false, false, false].map((fails) => withLock(path, () => work(fails)));
  const outcomes = await Promise.allSettled(all);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
});

test("dead and half-written holders do not count", async () => {
  const mine = await addHolder(folder);
  const other = await addHolder(folder);
  await writeFile(join(folder, "holders", "dead"), JSON.stringify({ pid: process.pid, started: "earlier" }));
  await writeFile(join(folder, "holders", "half"), '{"pid": 1');
  expect(await removeHolder(folder, mine)).toBe(1);
  expect(await removeHolder(folder, other)).toBe(0);
  expect(await readdir(join(folder, "holders"))).toEqual([]);
});
