import { EventEmitter } from "node:events";
import {
  type CronItem,
  Logger,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import type { Database } from "@/lib/db/client";
import { openJobPool } from "@/lib/db/jobQueue";
import { log } from "@/lib/http/log";
import type { Handlers } from "./handlers";
import { freeJobsOfTheDead, holdLocks } from "./liveness";
import { type TaskName, tasks } from "./tasks";

type WorkerOptions = {
  /** The database of `db`: the queue has connections of its own. */
  url: string;
  role: string | undefined;
  db: Database;
  handlers: Partial<Handlers>;
  /** Jobs at a time. */
  concurrency?: number;
  /** See {@link freeJobsOfTheDead}. */
  settledMs?: number;
};

const sweepInterval = 10_000;
const restartDelay = 2_000;
/** What was missed while nothing ran is not made up for: the next time does it all. */
const everyFewMinutes: CronItem = {
  task: "checkpoint.due",
  match: "*/5 * * * *",
  identifier: "checkpoint.due",
};

/** A worker that runs jobs until it is stopped. */
export type JobWorker = { stop(): Promise<void> };

/**
 * Runs the jobs of the queue in this process, beside any number of other processes. Goes on by itself after the
 * database was away, and takes over what a process that died left unfinished.
 */
export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const { url, role, db, handlers, concurrency = 4, settledMs = 5_000 } = options;
  const pool = openJobPool(url, role, concurrency + 4);
  const locks = holdLocks(pool);
  let runner: Runner | undefined;
  let isOver = false;

  const sweep = () =>
    freeJobsOfTheDead(pool, settledMs).catch((error) =>
      log.warn({ err: error }, "cannot look for lost jobs"),
    );
  const begin = async (): Promise<void> => {
    let poolId = "";
    const events: WorkerEvents = new EventEmitter();
    events.on("pool:create", ({ workerPool }) => {
      poolId = workerPool.id;
      locks.hold(poolId);
    });
    const mine = await run({
      pgPool: pool,
      concurrency,
      events,
      logger,
      noHandleSignals: true,
      parsedCronItems: parseCronItems(handlers["checkpoint.due"] ? [everyFewMinutes] : []),
      taskList: taskList(db, handlers),
    });
    runner = mine;
    const again = () => {
      if (isOver) return;
      locks.drop(poolId);
      log.warn("the job worker ended; starting another");
      setTimeout(() => void begin().catch(again), restartDelay).unref();
    };
    mine.promise.then(again, again);
  };
  await begin();
  await sweep();
  const timer = setInterval(sweep, sweepInterval);
  timer.unref();

  return {
    async stop() {
      isOver = true;
      clearInterval(timer);
      await runner?.stop().catch(() => {});
      locks.release();
      await pool.end().catch(() => {});
    },
  };
}

function taskList(db: Database, handlers: Partial<Handlers>): TaskList {
  const entries = Object.entries(handlers) as [TaskName, (db: Database, payload: never) => Promise<void>][];
  return Object.fromEntries(
    entries.map(([name, handler]) => [
      name,
      (payload: unknown) => handler(db, tasks[name].parse(payload) as never),
    ]),
  );
}

/** What the queue has to say, in our log: its debug and info lines are about every single job. */
const logger = new Logger(() => (level, message, meta) => {
  if (level === "error") log.error({ meta }, message);
  else if (level === "warning") log.warn(message);
  else log.debug(message);
});
