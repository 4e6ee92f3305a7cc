import { chromium, type Page } from "@playwright/test";
import { openDesk, quiet, readableAfter, scrollThrough, signedIn } from "@/bench/product/desk";
import { openInstallation } from "@/bench/product/installation";
import { loadArticle } from "@/bench/product/loadArticle";
import { type MainThread, mainThreadOf } from "@/bench/product/tasks";
import { heapOf } from "@/bench/reading/memory";
import { type Group, median, type Row } from "@/bench/row";
import { chromiumLaunchOptions } from "@/e2e/chromium";

const OPENINGS = 3;
const TIMES = 6;

/**
 * The article desk as a person has it, with document L and its annotations: the whole product, from the server to
 * the screen. `longest` rows are the longest single task of the main thread, which is what a hand feels.
 */
export const product: Group = {
  id: "product",
  async run() {
    const installation = await openInstallation();
    const browser = await chromium.launch(chromiumLaunchOptions());
    try {
      const path = await loadArticle("L", installation.owner.email);
      const context = await signedIn(browser, installation.origin, installation.owner);
      const answer = await context.request.get(path, { timeout: 120_000 });
      const bytes = (await answer.body()).length;

      const page = await context.newPage();
      const readable: number[] = [];
      const opened = await repeated(OPENINGS, async () => {
        const work = await mainThreadOf(page, () => openDesk(page, path));
        readable.push(await readableAfter(page));
        return work;
      });
      const tagged = await repeated(TIMES, () => mainThreadOf(page, () => tagSentence(page)));
      const filtered = await repeated(TIMES, () => mainThreadOf(page, () => toggleFilter(page)));
      const scrolled = await mainThreadOf(page, () => scrollThrough(page));
      return [
        row("product.bytes.L", [bytes / 1e6], "MB"),
        row("product.readable.L", readable),
        ...both("product.open", opened),
        ...both("product.tag", tagged),
        ...both("product.filter", filtered),
        row("product.scroll.longest.L", [scrolled.longest]),
        row("product.memory.L", [await heapOf(page)], "MB"),
      ];
    } finally {
      await browser.close();
      await installation.stop();
    }
  },
};

/**
 * Takes the next open sentence and tags it, by two keys; done when the server's answer has been shown. An open one: a
 * sentence that is tagged already would be offered instead.
 */
async function tagSentence(page: Page): Promise<void> {
  const answered = page.waitForResponse((one) => {
    return one.request().method() === "POST" && one.url().endsWith("/annotations");
  });
  await page.keyboard.press("o");
  await page.keyboard.press("1");
  await answered;
  await quiet(page);
}

async function toggleFilter(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelector<HTMLElement>("fieldset button[aria-pressed], button[aria-pressed]")?.click(),
  );
  await quiet(page);
}

async function repeated<T>(times: number, action: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < times; i++) results.push(await action());
  return results;
}

function row(id: string, values: number[], unit = "ms"): Row {
  return { id, subject: "stet", median: median(values), unit, runs: values.length };
}

function both(id: string, work: readonly MainThread[]): Row[] {
  const totals = work.map(({ total }) => total);
  const longest = work.map((one) => one.longest);
  return [row(`${id}.L`, totals), row(`${id}.longest.L`, longest)];
}
