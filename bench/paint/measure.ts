import type { Browser, Page } from "@playwright/test";
import type { Size } from "@/bench/documents";
import type { Bundle } from "@/bench/paint/bundle";
import { median } from "@/bench/row";

/** What one page gave: milliseconds of main-thread work, or null where it was stopped at the cap. */
export type Measured = { paint: number | null; add: number | null; hit: number | null };

const ADDITIONS = 5;
const HITS = 1_000;

/**
 * Opens a fresh page, puts the article in and measures painting, adding and hit-testing.
 *
 * Time is the main thread's own account of its tasks (`TaskDuration` of the DevTools protocol: script, style,
 * layout, paint) in processor time, which neither waiting for frames nor a busy machine blurs. Throws when nothing was painted: a peer that silently paints
 * nothing is fast.
 */
export async function measurePage(
  browser: Browser,
  bundle: Bundle,
  size: Size,
  wanted: { extras: boolean; hit: boolean; capMs: number },
): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(error));
    await page.setContent('<!doctype html><html lang="en"><body><div id="root"></div></body></html>');
    await page.addStyleTag({ content: bundle.style });
    await page.addScriptTag({ content: bundle.script });
    await page.evaluate((given) => window.bench.mount(given), size);
    await settle(page);
    const before = await page.screenshot();

    const work = await mainThread(page);
    const paint = await work(() => page.evaluate(() => window.bench.paint()), wanted.capMs);
    if (paint === null) return { paint, add: null, hit: null };
    const counts = await page.evaluate(() => window.bench.counts());
    if (counts.visible === 0 || counts.painted < counts.visible) {
      throw new Error(`${counts.painted} highlights painted, ${counts.visible} should be visible`);
    }
    if (before.equals(await page.screenshot())) throw new Error("Painting changed nothing on the screen");
    if (!wanted.extras) return { paint, add: null, hit: null };

    const additions: number[] = [];
    for (let n = 0; n < ADDITIONS; n++) {
      await settle(page);
      const spent = await work(() => page.evaluate((i) => window.bench.add(i), n), wanted.capMs);
      if (spent !== null) additions.push(spent);
    }
    const hits = wanted.hit
      ? await work(() => page.evaluate((times) => window.bench.hit(times), HITS), wanted.capMs)
      : null;
    const add = additions.length > 0 ? median(additions) : null;
    return { paint, add, hit: hits === null ? null : hits / HITS };
  } finally {
    await context.close();
  }
}

/** Lets what came before (fonts, idle callbacks) finish, and clears its garbage: that is not this work's cost. */
export async function settle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => resolve(), { timeout: 2_000 });
      }),
  );
}

/** Counts a page's main-thread work: processor time, in milliseconds. */
export async function mainThread(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find((metric) => metric.name === "TaskDuration")?.value ?? Number.NaN) * 1_000;
  };
  /** Milliseconds of main-thread work during `action`; null when it takes longer than `capMs`. */
  return async (action: () => Promise<void>, capMs: number): Promise<number | null> => {
    const before = await spent();
    let timer: NodeJS.Timeout | undefined;
    const capped = new Promise<"capped">((resolve) => {
      timer = setTimeout(() => resolve("capped"), capMs);
    });
    const running = action();
    // Closing the page of a stopped measurement rejects what still runs in it.
    running.catch(() => {});
    const outcome = await Promise.race([running, capped]);
    clearTimeout(timer);
    return outcome === "capped" ? null : (await spent()) - before;
  };
}
