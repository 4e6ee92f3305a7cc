import { chromium, type Page } from "@playwright/test";
import { quiet, signedIn } from "@/bench/product/desk";
import { openInstallation } from "@/bench/product/installation";
import { mainThreadOf } from "@/bench/product/tasks";
import { ITEMS, loadRound } from "@/bench/review/dossier";
import { type Group, median, type Row } from "@/bench/row";
import { chromiumLaunchOptions } from "@/e2e/chromium";

const OPENINGS = 3;
/** Items walked back through for what a move costs the main thread. */
const WALKED = 60;

/**
 * A round of 300 items before a reviewer: how long from a key to the next item being painted, from the first item to
 * the last; what a move is of the main thread's processor time, which a busy machine does not blur; and what opening
 * the page takes and weighs.
 */
export const review: Group = {
  id: "review",
  async run() {
    const installation = await openInstallation();
    const browser = await chromium.launch(chromiumLaunchOptions());
    try {
      const context = await signedIn(browser, installation.origin, installation.owner);
      const path = await loadRound(context, installation.origin);
      const bytes = (await (await context.request.get(path)).body()).length;
      await context.addInitScript(watchPainted);
      const opened: number[] = [];
      const page = await context.newPage();
      for (let run = 0; run < OPENINGS; run++) opened.push(await open(page, path));
      const moved: number[] = [];
      for (let item = 1; item < ITEMS; item++) moved.push(await move(page));
      const back = await mainThreadOf(page, async () => {
        for (let item = 0; item < WALKED; item++) await move(page, "k");
      });
      return [
        row("review.move", median(moved), "ms", moved.length),
        row("review.move.p95", percentile(moved, 0.95), "ms", moved.length),
        row("review.move.longest", Math.max(...moved), "ms", moved.length),
        row("review.move.work", back.total / WALKED, "ms", WALKED),
        row("review.open", median(opened), "ms", opened.length),
        row("review.bytes", bytes / 1e6, "MB", 1),
      ];
    } finally {
      await browser.close();
      await installation.stop();
    }
  },
};

declare global {
  interface Window {
    /** Milliseconds from the last key to its item being painted; undefined while it is not. */
    stetMoved?: number;
  }
}

/** Runs in the page, from its beginning: from a key being pressed until the frame after another item stood there. */
function watchPainted() {
  const current = () => document.querySelector("[aria-current=step]")?.getAttribute("aria-label");
  window.addEventListener(
    "keydown",
    (event) => {
      const [pressed, before] = [event.timeStamp, current()];
      window.stetMoved = undefined;
      const look = () =>
        requestAnimationFrame(() => {
          if (current() === before) return look();
          // A message that is sent in a frame arrives once it is painted.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            window.stetMoved = performance.now() - pressed;
          };
          channel.port2.postMessage(null);
        });
      look();
    },
    { capture: true },
  );
}

/** Milliseconds from going there to keys being heard. */
async function open(page: Page, path: string): Promise<number> {
  await page.goto("about:blank");
  const started = performance.now();
  await page.goto(path);
  await page.locator("[data-review-ready]").waitFor();
  const took = performance.now() - started;
  await quiet(page);
  return took;
}

async function move(page: Page, key = "j"): Promise<number> {
  await page.keyboard.press(key);
  await page.waitForFunction(() => window.stetMoved !== undefined, undefined, { polling: 20 });
  return (await page.evaluate(() => window.stetMoved)) ?? Number.NaN;
}

function row(id: string, value: number, unit: string, runs: number): Row {
  return { id, subject: "stet", median: value, unit, runs };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
