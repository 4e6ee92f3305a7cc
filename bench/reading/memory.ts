import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";

/** The script heap in use after a collection, in megabytes. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}

/**
 * The memory that no other process shares with the browser's pages, in megabytes: DOM, layout and script. Null where
 * the system does not say, which is anywhere but on Linux.
 */
export async function privateOf(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  let sum = 0;
  for (const { id } of processInfo.filter(({ type }) => type === "renderer")) {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => null);
    if (rollup === null) return null;
    for (const [, kilobytes] of rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)) {
      sum += Number(kilobytes) / 1_000;
    }
  }
  return sum;
}
