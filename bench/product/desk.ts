import type { Browser, BrowserContext, Page } from "@playwright/test";

export type Account = { email: string; password: string };

/** A browser context that is signed in to the product at `origin`. */
export async function signedIn(
  browser: Browser,
  origin: string,
  { email, password }: Account,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 } });
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password, json: "true" };
  const answer = await context.request.post("/api/auth/callback/credentials", { form });
  if (!answer.ok()) throw new Error(`Signing in as ${email} was answered ${answer.status()}`);
  // What compiles these files names functions with a helper that the page does not have.
  await context.addInitScript({ content: "globalThis.__name = (named) => named;" });
  await context.addInitScript(watchReadable);
  return context;
}

declare global {
  interface Window {
    /** When the article's text was first on the screen, in milliseconds since the navigation began. */
    stetReadable?: number;
  }
}

/** Runs in the page, from its beginning. */
function watchReadable() {
  const look = () => {
    const box = document.querySelector(".stet-text > *")?.getBoundingClientRect();
    if (box && box.height > 0) window.stetReadable = performance.now();
    // Not frame by frame: a frame that is asked for is drawn, and its cost would count as the page's.
    else setTimeout(look, 20);
  };
  look();
}

/** Opens an article's page; resolves when everything on it can be used. */
export async function openDesk(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "commit" });
  await page.waitForFunction(
    () =>
      document.querySelector(".ProseMirror") !== null &&
      document.querySelector("[id^='card-']") !== null &&
      (CSS.highlights.get("stet-claim")?.size ?? 0) > 0,
    undefined,
    { timeout: 120_000, polling: 50 },
  );
  await quiet(page);
}

/** Milliseconds from the first byte of the answer to the text being there to read. */
export function readableAfter(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return (window.stetReadable ?? Number.NaN) - (navigation?.responseStart ?? 0);
  });
}

/** Until the page has nothing left to do. */
export function quiet(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const idle = (left: number) =>
          requestIdleCallback(() => (left > 0 ? requestAnimationFrame(() => idle(left - 1)) : resolve()));
        idle(5);
      }),
  );
}

/** Scrolls from the article's first line to its last, a screen a frame. */
export function scrollThrough(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.scrollTo(0, 0);
        const step = () => {
          const before = window.scrollY;
          window.scrollBy(0, innerHeight);
          requestAnimationFrame(() => (window.scrollY > before ? step() : resolve()));
        };
        requestAnimationFrame(step);
      }),
  );
}
