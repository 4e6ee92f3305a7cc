/** Work under one key that runs at once: one that works, and one that already stands at the database's door. */
const AT_ONCE = 2;

type Line = { running: number; waiting: (() => void)[] };
const lines = new Map<string, Line>();

/**
 * Runs `work` when fewer than two others of this process with the same key run, in the order of asking. For work that
 * waits for one lock in the database: those who wait here hold no connection meanwhile, which others need.
 * Other processes are kept apart by that lock.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(key) ?? { running: 0, waiting: [] };
  lines.set(key, line);
  // Whoever ends hands its place on, so that nobody new slips in between.
  if (line.running >= AT_ONCE) await new Promise<void>((resolve) => line.waiting.push(resolve));
  else line.running += 1;
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else {
      line.running -= 1;
      if (line.running === 0) lines.delete(key);
    }
  }
}
