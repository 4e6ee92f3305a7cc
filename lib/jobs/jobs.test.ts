import { spawn } from "node:child_process";
import { once } from "node:events";
import { uuidv7 } from "uuidv7";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Database, inTransaction, openDatabase } from "@/lib/db/client";
import { APP_ROLE } from "@/lib/db/roles";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { enqueue } from "./enqueue";
import type { Handlers } from "./handlers";
import { type JobWorker, startWorker } from "./worker";

let database: TestDatabase;
let db: Database;
const workers: JobWorker[] = [];
beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url, APP_ROLE);
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const work = async (handlers: Partial<Handlers>, settledMs = 5_000) => {
  const { url } = database;
  workers.push(await startWorker({ url, role: APP_ROLE, db, handlers, settledMs }));
};
const deliveryId = uuidv7();
const waiting = async () => {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM graphile_worker._private_jobs`;
  return Number(row?.count);
};
const takenBy = async () => {
  const rows = await db.$queryRaw<
    { by: string }[]
  >`SELECT locked_by AS by FROM graphile_worker._private_jobs`;
  return rows.map(({ by }) => by);
};
const locksHeld = async () => {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return Number(row?.count);
};

test("a job is there if and only if its transaction commits", async () => {
  const undone = inTransaction(db, async (tx) => {
    await enqueue(tx, "webhook.redeliver", { deliveryId: uuidv7() });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await inTransaction(db, (tx) => enqueue(tx, "webhook.redeliver", { deliveryId }));
  const done = vi.fn(async () => {});
  await work({ "webhook.redeliver": done });
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 10_000);
  expect(done.mock.calls).toEqual([[db, { deliveryId }]]);
});

test("one waiting job for a key, at the time that its first or its last asked for", async () => {
  const [soon, late] = [new Date(Date.now() + 3_600_000), new Date(Date.now() + 7_200_000)];
  const due = async () => {
    const rows = await db.$queryRaw<{ at: Date }[]>`SELECT run_at AS at FROM graphile_worker._private_jobs`;
    return rows.map(({ at }) => at.getTime());
  };
  await enqueue(db, "webhook.redeliver", { deliveryId }, { key: "k", runAt: soon });
  await enqueue(db, "webhook.redeliver", { deliveryId }, { key: "k", runAt: late, keepsTime: true });
  expect(await due()).toEqual([soon.getTime()]);
  await enqueue(db, "webhook.redeliver", { deliveryId }, { key: "k", runAt: late });
  expect(await due()).toEqual([late.getTime()]);
});

test("two processes run each job once, those of one queue one at a time", async () => {
  let busy = 0;
  let most = 0;
  const ran: string[] = [];
  const handlers: Partial<Handlers> = {
    "webhook.deliver": async (_db, { webhookId }) => {
      most = Math.max(most, ++busy);
      await db.$queryRaw`SELECT 1`;
      ran.push(webhookId);
      busy -= 1;
    },
  };
  const ids = Array.from({ length: 20 }, uuidv7);
  for (const webhookId of ids) await enqueue(db, "webhook.deliver", { webhookId }, { queue: "one" });
  await Promise.all([work(handlers), work(handlers)]);
  await vi.waitFor(async () => expect(await waiting()).toBe(0), 15_000);
  expect(ran.sort()).toEqual(ids);
  expect(most).toBe(1);
});

test("what a killed process was at is done by another, without waiting for hours", async () => {
  await enqueue(db, "webhook.deliver", { webhookId: deliveryId }, { queue: "killed" });
  const child = spawn(process.execPath, ["--import", "tsx", "lib/jobs/stuckWorker.testing.ts"], {
    env: { ...process.env, STUCK_DATABASE: database.url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const done = vi.fn(async () => {});
  await vi.waitFor(async () => expect(await locksHeld()).not.toBe(0), 10_000);
  const before = await takenBy();
  await work({ "webhook.deliver": done }, 0);
  expect(await takenBy()).toEqual(before); // its process lives
  expect(before).toEqual([expect.stringMatching(/./)]);
  child.kill("SIGKILL");
  await once(child, "exit");
  await work({ "webhook.deliver": done }, 0);
  await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1), 20_000);
});
