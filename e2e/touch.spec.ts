import { type Browser, expect, type Page } from "@playwright/test";
import { openFresh } from "./ownArticle";
import { toolbar } from "./passages";
import { signedIn, test } from "./people";

/** A finger that goes from one place to another: Chromium's own touch input, which Playwright's taps do not cover. */
async function dragFinger(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", part: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: from.x + by.x * part, y: from.y + by.y * part }],
    });
  await touch("touchStart", 0);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch("touchMove", part);
  // Let go at rest: a finger that leaves while it moves is a fling, and Chromium takes the next tap for its end.
  for (let rests = 0; rests < 3; rests++) {
    await touch("touchMove", 1);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  await touch("touchEnd", 1);
  await session.detach();
}

const ferries = "Two ferries waited there. Nobody was hurt.";

/** A short article opened on a phone. */
async function onPhone(browser: Browser, text: string): Promise<Page> {
  const desktop = await signedIn(browser, "editor");
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
  });
  await context.addCookies(await desktop.context().cookies());
  const page = await context.newPage();
  await openFresh(page, "Touch", text);
  return page;
}

test("on a phone: a tap takes the sentence, a finger drags its end, the tools are at the foot", async ({
  browser,
}) => {
  const page = await onPhone(browser, ferries);
  const article = page.locator(".stet-article");
  const line = await article.locator("p").first().boundingBox();
  if (!line) throw new Error("The text is not shown");
  await page.touchscreen.tap(line.x + 40, line.y + 12);
  const end = page.getByRole("slider", { name: "End of the passage" });
  await expect(end).toHaveAttribute("aria-valuetext", "ferries waited there.");
  const tools = await toolbar(page).boundingBox();
  expect(tools && tools.y + tools.height > 700).toBe(true);

  const grip = await end.boundingBox();
  if (!grip) throw new Error("The grip is not shown");
  expect(Math.min(grip.width, grip.height)).toBeGreaterThanOrEqual(24);
  await dragFinger(page, { x: grip.x + 8, y: grip.y + 8 }, { x: -90, y: 0 });
  await expect(end).not.toHaveAttribute("aria-valuetext", "ferries waited there.");
  // A shorter passage is no sentence any more: the tools have come to rest without theirs once the drag is over.
  await expect(toolbar(page).getByRole("button", { name: "Nothing to check" })).toHaveCount(0);
  await toolbar(page).getByRole("button", { name: "Claim" }).tap();
  await expect(page.getByRole("complementary", { name: "Annotation" })).toContainText("Claim");
  await expect(page.locator("body")).toHaveJSProperty("scrollWidth", 390);
  await page.context().close();
});

// Chromium without a screen answers no long press; what one leaves behind, a selection, is made here by the page.
test("on a phone: what a held finger selected keeps the phone's own handles, and is tagged", async ({
  browser,
}) => {
  const page = await onPhone(browser, ferries);
  await page.locator(".stet-text p").evaluate((paragraph) => {
    const words = paragraph.firstChild;
    if (words) getSelection()?.setBaseAndExtent(words, 4, words, 11);
  });
  await expect(toolbar(page)).toBeVisible();
  await expect(page.getByRole("slider")).toHaveCount(0);
  await toolbar(page).getByRole("button", { name: "Claim" }).tap();
  await expect(page.getByRole("complementary", { name: "Annotation" })).toContainText("ferries");
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
  await page.context().close();
});
