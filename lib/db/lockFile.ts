import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { lives, type ProcessMark, thisProcess } from "@/lib/db/processes";

/** Who holds a lock, and a word that they left for others (an address, for example). */
export type LockHolder = ProcessMark & { note: string };
export type LockTaken = { release: () => Promise<void> } | { heldBy: LockHolder };

/** A lock whose writer was killed between creating and filling it is no lock after this many milliseconds. */
const UNREADABLE_FOR = 10_000;

/**
 * Takes the lock at `path` if no living process holds it. One left behind by `kill -9` or a power cut does not
 * count: it names its process and when that started.
 */
export async function tryLock(path: string, note = ""): Promise<LockTaken> {
  const mine = JSON.stringify({ ...(await thisProcess()), note });
  for (;;) {
    try {
      await writeFile(path, mine, { flag: "wx", mode: 0o600 });
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const before = await readFile(path, "utf8").catch(() => null);
    if (before === null) continue; // released just now
    const heldBy = parseHolder(before);
    if (heldBy !== null && (await lives(heldBy))) return { heldBy };
    if (heldBy === null && Date.now() - (await modified(path)) < UNREADABLE_FOR) {
      await pause(50);
      continue;
    }
    await discard(path, before);
  }
}

/** Runs `work` while holding the lock, waiting for others up to `patience` milliseconds. */
export async function withLock<T>(path: string, work: () => Promise<T>, patience = 60_000): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const taken = await tryLock(path);
    if ("release" in taken) {
      try {
        return await work();
      } finally {
        await taken.release();
      }
    }
    if (Date.now() > until) {
      throw new Error(`Process ${taken.heldBy.pid} has held ${path} for too long.`);
    }
    await pause(50);
  }
}

/** Removes a dead lock, but not the live one that another process may have put there since it was read. */
async function discard(path: string, content: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  await rename(path, aside).catch(() => {});
  const moved = await readFile(aside, "utf8").catch(() => content);
  if (moved !== content) await writeFile(path, moved, { flag: "wx", mode: 0o600 }).catch(() => {});
  await rm(aside, { force: true });
}

async function modified(path: string): Promise<number> {
  return stat(path).then(
    (entry) => entry.mtimeMs,
    () => Date.now(),
  );
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { pid, started, note } = value as Partial<LockHolder>;
    if (typeof pid !== "number" || typeof started !== "string") return null;
    return { pid, started, note: note ?? "" };
  } catch {
    return null;
  }
}
