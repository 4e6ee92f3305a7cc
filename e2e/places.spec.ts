import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { card, openedArticle } from "./passages";
import { call, test } from "./people";

/** Opens the sample's article in a language. */
async function open(page: Page, language: "en" | "ar"): Promise<void> {
  const { items } = await (await call(page, "GET", "/api/dossiers")).json();
  const dossier = items.find((one: { title: string }) => one.title.startsWith("Two amnesties"));
  const articles = (await (await call(page, "GET", `/api/dossiers/${dossier.id}/articles`)).json()).items;
  const sample = { en: "After the vote", ar: "عفوان" }[language];
  const article = articles.find((one: { title: string }) => one.title.startsWith(sample));
  await page.goto(`/dossiers/${dossier.id}/articles/${article.id}`);
  await openedArticle(page);
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const language of ["en", "ar"] as const) {
  test(`${language}: on a phone the card is at the foot, is made larger and smaller, and nothing runs off the side`, async ({
    editor,
  }) => {
    await editor.setViewportSize({ width: 390, height: 844 });
    await open(editor, language);
    expect(await overflow(editor)).toBeLessThanOrEqual(0);
    await editor.keyboard.press("j");
    const sheet = editor.getByRole("complementary", { name: "Annotation" });
    await expect(sheet).toBeVisible();
    const heightOf = async () => (await sheet.boundingBox())?.height ?? 0;
    const half = await heightOf();
    await sheet.getByRole("button", { name: "More of the card" }).click();
    await expect.poll(heightOf).toBeGreaterThan(half + 100);
    await sheet.getByRole("button", { name: "Less of the card" }).click();
    await sheet.getByRole("button", { name: "Less of the card" }).click();
    await expect.poll(heightOf).toBeLessThan(half - 100);
    expect(await overflow(editor)).toBeLessThanOrEqual(0);
    await expectAccessible(editor);
    await sheet.getByRole("button", { name: "Close the card" }).click();
    await expect(sheet).toBeHidden();
  });

  test(`${language}: an open card passes axe in light and dark`, async ({ editor }) => {
    await open(editor, language);
    await editor.keyboard.press("j");
    await expect(editor.locator("article[aria-current=true]")).toBeVisible();
    await expectAccessible(editor);
  });

  test(`${language}: at 200 % zoom everything is there without sideways scrolling`, async ({ editor }) => {
    await editor.setViewportSize({ width: 720, height: 450 });
    await open(editor, language);
    await editor.keyboard.press("j");
    await expect(editor.getByRole("complementary", { name: "Annotation" })).toBeVisible();
    await expect(editor.getByRole("button", { name: "Filter" })).toBeInViewport();
    expect(await overflow(editor)).toBeLessThanOrEqual(0);
  });
}

test("an Arabic article has its cards on the left and its map on the right", async ({ editor }) => {
  await open(editor, "ar");
  const text = await editor.locator(".stet-article").boundingBox();
  const cards = await card(editor, "490").first().boundingBox();
  expect(cards && text && cards.x + cards.width <= text.x).toBe(true);
});
