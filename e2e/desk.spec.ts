import { expect, type Page } from "@playwright/test";
import { openFresh } from "./ownArticle";
import { card, clickOn, openedArticle, select } from "./passages";
import { signedIn, test } from "./people";

/** How many ranges each kind's highlight has, as the browser paints them. */
const painted = (page: Page) =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, { size }]) => [name, size])));

test("tagging by keyboard alone: walk the sentences, tag, clear, undo and redo", async ({ editor }) => {
  await openFresh(editor, "Keys", "The harbour was closed. Two ferries waited. Nobody was hurt.");
  await editor.keyboard.press("s");
  await editor.keyboard.press("1");
  await expect(card(editor, "The harbour was closed.")).toContainText("Claim");
  await editor.keyboard.press("s");
  await editor.keyboard.press("2");
  await expect(card(editor, "Two ferries waited.")).toContainText("Figure");
  await editor.keyboard.press("s");
  await editor.keyboard.press("0");
  await expect(editor.getByText("100%")).toBeVisible();
  await editor.keyboard.press("u");
  await expect(editor.getByText("100%")).toBeHidden();
  await editor.keyboard.press("u");
  await expect(card(editor, "Two ferries waited.")).toBeHidden();
  await editor.keyboard.press("U");
  await expect(card(editor, "Two ferries waited.")).toBeVisible();
  await editor.keyboard.press("?");
  await expect(editor.getByRole("dialog")).toContainText("Next sentence");
});

test("kinds are painted by the browser, filtered, changed, deleted and brought back", async ({ editor }) => {
  await openFresh(editor, "Kinds", "The mayor said 40 houses burned. The fire brigade counted 52.");
  await select(editor, "40 houses");
  await editor.keyboard.press("2");
  await clickOn(editor, "The fire brigade");
  await editor.getByRole("button", { name: /Claim/ }).filter({ hasText: "1" }).last().click();
  await expect(card(editor, "The fire brigade counted 52.")).toBeVisible();
  const names = await painted(editor);
  expect(Object.entries(names).some(([name, size]) => /figure/.test(name) && Number(size) > 0)).toBe(true);
  expect(Object.entries(names).some(([name, size]) => /claim/.test(name) && Number(size) > 0)).toBe(true);

  const figures = editor.getByRole("group", { name: "Kinds shown" }).getByRole("button", { name: /Figure/ });
  await figures.click();
  await expect(figures).toHaveAttribute("aria-pressed", "false");
  await expect(card(editor, "40 houses")).toBeHidden();
  await figures.click();
  await clickOn(editor, "40 houses");
  await expect(card(editor, "40 houses")).toHaveAttribute("aria-current", "true");
  await editor.keyboard.press("1");
  await expect(card(editor, "claim: 40 houses")).toBeVisible();
  await editor.keyboard.press("x");
  await expect(card(editor, "40 houses")).toBeHidden();
  await editor.keyboard.press("u");
  await expect(card(editor, "40 houses")).toBeVisible();
  await editor.reload();
  await openedArticle(editor);
  await expect(card(editor, "claim: 40 houses")).toBeVisible();
});

test("a browser without the Custom Highlight API shows the highlights all the same", async ({ browser }) => {
  const page = await signedIn(browser, "editor");
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, "highlights");
    Reflect.deleteProperty(globalThis, "Highlight");
  });
  await openFresh(page, "Older browser", "A bridge fell. It was 90 years old.");
  await select(page, "90 years old");
  await page.keyboard.press("2");
  await expect(card(page, "90 years old")).toBeVisible();
  await expect(page.locator(".stet-box").first()).toBeVisible();
});

test("after a lost connection, what was done meanwhile on both sides is there on both", async ({
  browser,
}) => {
  const mine = await signedIn(browser, "editor");
  const path = await openFresh(mine, "Offline", "The dam held. The valley was empty. The road stayed open.");
  const theirs = await signedIn(browser, "reviewer");
  await theirs.goto(path);
  await openedArticle(theirs);
  await mine.context().setOffline(true);
  await select(theirs, "The dam held.");
  await theirs.keyboard.press("1");
  await expect(card(theirs, "The dam held.")).toBeVisible();
  await select(mine, "The road stayed open.");
  await mine.keyboard.press("1");
  await expect(mine.getByText("Offline – 1 change kept here").filter({ visible: true })).toBeVisible();
  await mine.context().setOffline(false);
  await expect(card(mine, "The dam held.")).toBeVisible({ timeout: 30_000 });
  await expect(card(theirs, "The road stayed open.")).toBeVisible({ timeout: 30_000 });
  await expect(mine.getByText(/kept here/i)).toHaveCount(0);
});

test("two people write in one note: the second sees both versions and chooses", async ({ browser }) => {
  const mine = await signedIn(browser, "editor");
  const path = await openFresh(mine, "One note", "Prices rose by a third.");
  await select(mine, "by a third");
  await mine.keyboard.press("2");
  const theirs = await signedIn(browser, "reviewer");
  await theirs.goto(path);
  await openedArticle(theirs);
  await clickOn(theirs, "by a third");
  const note = (page: Page) => card(page, "by a third").getByRole("textbox", { name: "Note" });
  await expect(note(mine)).toBeVisible();
  await expect(note(theirs)).toBeVisible();
  await mine.context().setOffline(true);
  await note(mine).click();
  await mine.keyboard.type("Since when?");
  await expect(mine.getByText("Offline – 1 change kept here").filter({ visible: true })).toBeVisible();
  await note(theirs).click();
  await theirs.keyboard.type("Against which year?");
  await expect(card(theirs, "by a third")).toContainText("Saved");
  await mine.context().setOffline(false);
  await expect(mine.getByText("changed this while your change was waiting")).toBeVisible({
    timeout: 30_000,
  });
  await expect(card(mine, "by a third")).toContainText("Against which year?");
  await mine.getByRole("button", { name: "Keep mine" }).click();
  await expect(note(theirs)).toHaveText("Since when?", { timeout: 30_000 });
});

test("Arabic is selected where the eye says, with its cards on the other side", async ({ editor }) => {
  await openFresh(editor, "عربي", "قال الوزير إن 490 شخصًا خرجوا. ولم يؤكد أحد ذلك 👩‍👩‍👧 حتى الآن.");
  await select(editor, "شخصًا خرجوا");
  await editor.keyboard.press("1");
  const found = card(editor, "شخصًا خرجوا");
  await expect(found).toBeVisible();
  await expect(found.getByText("شخصًا خرجوا", { exact: true })).toBeVisible();
  const [article, margin] = [await editor.locator(".stet-article").boundingBox(), await found.boundingBox()];
  expect(margin && article && margin.x + margin.width <= article.x).toBe(true);
});
