import type { BrowserContext, Page } from "@playwright/test";
import { quiet } from "@/bench/product/desk";
import { mainThreadOf } from "@/bench/product/tasks";

const RUNS = 5;

declare global {
  interface Window {
    /** When a picture's lines were first on the screen, in milliseconds since the navigation began. */
    stetDrawn?: number;
  }
}

/** Runs in the page, from its beginning. */
export function watchDrawn() {
  const look = () => {
    const paths = [...document.querySelectorAll("[role=application] svg path")];
    const isDrawn = paths.some((path) => (path.getAttribute("d")?.length ?? 0) > 2_000);
    if (!isDrawn) setTimeout(look, 10);
    // Drawn in the next frame; the one after tells that it was.
    else requestAnimationFrame(() => requestAnimationFrame(() => (window.stetDrawn = performance.now())));
  };
  look();
}

/**
 * Opens a picture by its address and uses it as a hand does. `drawn`: milliseconds from the navigation to its lines on
 * screen. `longest`: of the main thread's tasks while one points at it and zooms, the longest.
 */
export async function drawTimes(
  context: BrowserContext,
  path: string,
): Promise<{ drawn: number[]; longest: number[] }> {
  const [drawn, longest]: [number[], number[]] = [[], []];
  for (let run = 0; run <= RUNS; run++) {
    const page = await context.newPage();
    await page.goto(path, { waitUntil: "commit" });
    await page.waitForFunction(() => window.stetDrawn !== undefined, undefined, { timeout: 60_000 });
    const took = (await page.evaluate(() => window.stetDrawn)) ?? Number.NaN;
    await quiet(page);
    // The first visit fills the browser's cache of scripts.
    if (run > 0) {
      drawn.push(took);
      longest.push((await mainThreadOf(page, () => handle(page))).longest);
    }
    await page.close();
  }
  return { drawn, longest };
}

/** Points along a line across the picture, then zooms in and out around a place. */
async function handle(page: Page): Promise<void> {
  const box = await page.getByRole("application").boundingBox();
  if (!box) throw new Error("There is no picture");
  const at = (share: number) => [box.x + box.width * share, box.y + 40 + 300 * share] as const;
  for (let step = 0; step <= 30; step++) await page.mouse.move(...at(step / 30));
  await page.mouse.move(...at(0.5));
  await page.keyboard.down("Control");
  for (const by of [-120, -120, -120, 120, 120, 120]) await page.mouse.wheel(0, by);
  await page.keyboard.up("Control");
  await quiet(page);
}
