import type { Page } from "@playwright/test";

/** Main-thread work of a page, in milliseconds of processor time. */
export type MainThread = { total: number; longest: number };

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
};

/**
 * Does something in a page and says what it cost the page's main thread, from Chromium's own trace of its tasks.
 * Processor time, so that a busy machine blurs it less than the clock's.
 */
export async function mainThreadOf(page: Page, action: () => Promise<unknown>): Promise<MainThread> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const includedCategories = ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"];
  await session.send("Tracing.start", {
    traceConfig: { includedCategories, excludedCategories: ["*"], recordMode: "recordAsMuchAsPossible" },
  });
  await action();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  return busiest(events);
}

/** The renderer that worked most is the page's: others are Chromium's own, or idle. */
function busiest(events: readonly TraceEvent[]): MainThread {
  const mains = events.filter((one) => one.name === "thread_name" && one.args.name === "CrRendererMain");
  const sums = mains.map(({ pid, tid }) => {
    const tasks = events
      .filter((one) => one.name === "RunTask" && one.ph === "X" && one.pid === pid && one.tid === tid)
      .map((one) => (one.tdur ?? one.dur ?? 0) / 1_000);
    return { total: tasks.reduce((sum, task) => sum + task, 0), longest: Math.max(0, ...tasks) };
  });
  return sums.reduce((most, one) => (one.total > most.total ? one : most), { total: 0, longest: 0 });
}
