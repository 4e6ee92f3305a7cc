import { chromium, type Page } from "@playwright/test";
import { linkAll, loadPair } from "@/bench/compare/pair";
import { quiet, signedIn } from "@/bench/product/desk";
import { openInstallation } from "@/bench/product/installation";
import { type MainThread, mainThreadOf } from "@/bench/product/tasks";
import { type Group, median, type Row } from "@/bench/row";
import { chromiumLaunchOptions } from "@/e2e/chromium";

const RUNS = 3;
const FRAMES = 120;

/**
 * Two long articles side by side with 500 links between them, both scrolled at once: what a frame costs the main
 * thread, and its longest task. `bare` is the same two before anything links them: the texts' own share.
 */
export const compare: Group = {
  id: "compare",
  async run() {
    const installation = await openInstallation();
    const browser = await chromium.launch(chromiumLaunchOptions());
    try {
      const context = await signedIn(browser, installation.origin, installation.owner);
      const pair = await loadPair(context, installation.origin);
      const page = await context.newPage();
      const bare = await scrolled(page, pair.path);
      await linkAll(context, installation.origin, pair);
      const linked = await scrolled(page, pair.path, "500 links");
      return [
        row(
          "compare.frame",
          linked.map(({ total }) => total / FRAMES),
        ),
        row(
          "compare.frame.longest",
          linked.map(({ longest }) => longest),
        ),
        row(
          "compare.frame.bare",
          bare.map(({ total }) => total / FRAMES),
        ),
      ];
    } finally {
      await browser.close();
      await installation.stop();
    }
  },
};

async function scrolled(page: Page, path: string, says?: string): Promise<MainThread[]> {
  await page.goto(path);
  await page.locator(".stet-article .ProseMirror").nth(1).waitFor();
  if (says) await page.getByRole("button", { name: says }).waitFor();
  await quiet(page);
  const work: MainThread[] = [];
  for (let i = 0; i < RUNS; i++) work.push(await mainThreadOf(page, () => scrollBoth(page)));
  return work;
}

/** Both sides a few lines a frame, at different speeds: every curve changes in every frame. */
function scrollBoth(page: Page): Promise<void> {
  return page.evaluate(
    (frames) =>
      new Promise<void>((resolve) => {
        const panes = [...document.querySelectorAll("[data-pane] .overflow-y-auto")];
        for (const pane of panes) pane.scrollTop = 0;
        const step = (left: number) => {
          panes.forEach((pane, i) => {
            pane.scrollTop += 40 + 20 * i;
          });
          if (left > 1) requestAnimationFrame(() => step(left - 1));
          else resolve();
        };
        requestAnimationFrame(() => step(frames));
      }),
    FRAMES,
  );
}

function row(id: string, values: number[]): Row {
  return { id, subject: "stet", median: median(values), unit: "ms", runs: values.length };
}
