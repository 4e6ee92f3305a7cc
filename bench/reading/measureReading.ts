import type { Browser, BrowserContext } from "@playwright/test";
import type { Size } from "@/bench/documents";
import type { Bundle } from "@/bench/paint/bundle";
import { mainThread, settle } from "@/bench/paint/measure";
import { scrollThrough } from "@/bench/product/desk";
import { mainThreadOf } from "@/bench/product/tasks";
import { heapOf, privateOf } from "@/bench/reading/memory";

/** What one page gave; null where it was stopped at the cap, or the machine does not say. */
export type Reading = {
  /** Milliseconds of main-thread work from an empty page to all that is on the screen painted. */
  open: number | null;
  /** Megabytes of script heap that the article and its highlights keep. */
  heap: number | null;
  /** Megabytes of the page's process that are its own, likewise. */
  memory: number | null;
  /** Milliseconds of the longest task while scrolling from the first line to the last. */
  scroll: number | null;
};

/** Opens a fresh page, puts the article with its highlights in, and reads it to its end. */
export async function measureReading(
  browser: Browser,
  bundle: Bundle,
  size: Size,
  wanted: { scrolls: boolean; capMs: number },
): Promise<Reading> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(error));
    await page.setContent('<!doctype html><html lang="en"><body><div id="root"></div></body></html>');
    // What compiles these files names functions with a helper that the page does not have.
    await page.addScriptTag({ content: "globalThis.__name = (named) => named;" });
    await page.addStyleTag({ content: bundle.style });
    await page.addScriptTag({ content: bundle.script });
    await settle(page);
    const empty = { heap: await heapOf(page), memory: await privateOf(browser) };

    const work = await mainThread(page);
    const opening = () =>
      page.evaluate(async (given: Size) => {
        await window.bench.mount(given);
        await window.bench.paint();
      }, size);
    const open = await work(opening, wanted.capMs);
    if (open === null) return { open, heap: null, memory: null, scroll: null };
    if (!wanted.scrolls) return { open, heap: null, memory: null, scroll: null };
    await settle(page);
    const heap = (await heapOf(page)) - empty.heap;
    const now = await privateOf(browser);
    const memory = now === null || empty.memory === null ? null : now - empty.memory;
    const { longest } = await mainThreadOf(page, () => scrollThrough(page));
    return { open, heap, memory, scroll: longest };
  } finally {
    await closed(context);
  }
}

/** A page that is stuck in a long task closes when that ends, and nobody waits for it. */
async function closed(context: BrowserContext): Promise<void> {
  await Promise.race([context.close(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
}
