import { existsSync } from "node:fs";
import type { Browser, BrowserContext } from "playwright-core";
import { Refusal } from "@/lib/http/refusal";

/** Debian's Chromium: the one that can be had where Playwright's download cannot. */
const SYSTEM_CHROMIUM = "/usr/bin/chromium";
/** The longest that one report may take to print, in milliseconds. */
const PRINT_LIMIT_MS = 120_000;
/** How long a browser that nobody uses is kept, in milliseconds. */
const IDLE_MS = 20_000;
/** How many reports are printed at a time: each takes a core. */
const AT_ONCE = 2;

let starting: Promise<Browser> | null = null;
let using = 0;
let idle: NodeJS.Timeout | undefined;
const waiting: (() => void)[] = [];

/**
 * Prints a self-contained page with Chromium: no script runs, and nothing is fetched, from wherever. One browser
 * serves all and is closed when nobody has used it for a while.
 * @throws Refusal `unavailable` where there is no Chromium, or when it takes too long
 */
export async function printPage(html: string): Promise<Uint8Array> {
  if (using >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  using++;
  clearTimeout(idle);
  try {
    return await printed(await browser(), html);
  } finally {
    using--;
    waiting.shift()?.();
    if (using === 0) idle = setTimeout(() => void closeBrowser(), IDLE_MS).unref();
  }
}

/** Closes the browser, for programs that end. */
export async function closeBrowser(): Promise<void> {
  clearTimeout(idle);
  const open = starting;
  starting = null;
  await (await open?.catch(() => null))?.close();
}

async function printed(chromium: Browser, html: string): Promise<Uint8Array> {
  const context = await chromium.newContext({ javaScriptEnabled: false, serviceWorkers: "block" });
  const limit = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(tooLong()), PRINT_LIMIT_MS).unref();
  });
  try {
    return await Promise.race([pdfOf(context, html), limit]);
  } finally {
    await context.close();
  }
}

async function pdfOf(context: BrowserContext, html: string): Promise<Uint8Array> {
  context.setDefaultTimeout(PRINT_LIMIT_MS);
  await context.route("**/*", (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8" })
      : route.abort(),
  );
  const page = await context.newPage();
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.goto(ADDRESS, { waitUntil: "load" });
  // Evaluated from outside: the page's own scripts stay off. Else a page could be printed before its fonts are read.
  await page.evaluate("document.fonts.ready.then(() => true)");
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
}

/** Reserved (RFC 2606): no such host can exist. */
const ADDRESS = "http://report.invalid/";

async function browser(): Promise<Browser> {
  const running = await starting?.catch(() => null);
  if (running?.isConnected()) return running;
  starting = launched();
  return starting;
}

async function launched(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  const path = [SYSTEM_CHROMIUM, chromium.executablePath()].find((one) => existsSync(one));
  if (path === undefined) throw noChromium();
  const isRoot = process.getuid?.() === 0;
  try {
    return await chromium.launch({
      executablePath: path,
      // The server has its own way of ending.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        ...(isRoot ? ["--no-sandbox"] : []),
      ],
    });
  } catch (error) {
    throw new Refusal(
      "unavailable",
      `Chromium, which prints the PDF, could not be started: ${error instanceof Error ? error.message.split("\n")[0] : "unknown reason"}`,
    );
  }
}

function noChromium(): Refusal {
  return new Refusal(
    "unavailable",
    "A PDF is printed with Chromium, and this server has none. Install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or export HTML and print that.",
  );
}

function tooLong(): Refusal {
  return new Refusal(
    "unavailable",
    "The PDF took too long to print and was given up. Export fewer articles, or HTML.",
  );
}
