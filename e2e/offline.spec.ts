import { expect, type Page } from "@playwright/test";
import { addArticle, openFresh } from "./ownArticle";
import { card, clickOn, openedArticle, select } from "./passages";
import { call, signedIn, test } from "./people";

const note = (page: Page, passage: string) => card(page, passage).getByRole("textbox", { name: "Note" });
const connection = (page: Page) => page.getByRole("status").filter({ hasText: /Live|Offline|kept|decide/ });

/** What the server has of an article's annotations: their notes by their words. */
async function stored(page: Page, path: string): Promise<Record<string, string>> {
  const articleId = path.split("/").at(-1);
  const { items } = await (await call(page, "GET", `/api/articles/${articleId}/annotations`)).json();
  return Object.fromEntries(items.map((one: { exact: string; note: string }) => [one.exact, one.note]));
}

/** Types a note on an annotation that is there, and waits until the browser has it. */
async function write(page: Page, passage: string, words: string) {
  await clickOn(page, passage);
  await note(page, passage).click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(words);
  await page.keyboard.press("Escape");
}

test("offline, annotating goes on; what waits is listed, leads to its place, and is sent on return", async ({
  editor,
}) => {
  const path = await openFresh(editor, "Offline and back", "The dam broke at noon. Nobody was warned.", [
    { exact: "at noon", kind: "claim" },
  ]);
  await expect(connection(editor).first()).toHaveText("Live");
  await editor.context().setOffline(true);
  await select(editor, "Nobody was warned");
  await editor.keyboard.press("1");
  await write(editor, "Nobody was warned", "By whom?");
  await write(editor, "at noon", "Which clock?");
  const offline = editor.getByRole("button", { name: "Offline – 2 changes kept here" });
  await expect(offline).toBeVisible({ timeout: 30_000 });

  await test.step("another article cannot be opened, and says so", async () => {
    await editor.getByRole("link", { name: "Two amnesties" }).first().click();
    await expect(editor.getByText("is not available offline")).toBeVisible();
    await expect(editor).toHaveURL(path);
  });

  await test.step("one of them is discarded, after asking", async () => {
    await offline.click();
    const list = editor.getByRole("dialog", { name: "Offline" });
    await expect(list.getByRole("link", { name: "at noon" })).toBeVisible();
    await expect(list.getByText("Tagged as claim")).toBeVisible();
    await list.getByRole("button", { name: "Discard: Annotation changed: note" }).click();
    await editor.getByRole("button", { name: "Discard it" }).click();
    await expect(list.getByRole("link", { name: "at noon" })).toBeHidden();
    await editor.keyboard.press("Escape");
  });

  await editor.context().setOffline(false);
  await expect(connection(editor).first()).toHaveText("Live", { timeout: 30_000 });
  expect(await stored(editor, path)).toEqual({ "at noon": "", "Nobody was warned": "By whom?" });
});

test("what was done in a tab that was closed offline arrives from the next one, once", async ({ editor }) => {
  const path = await openFresh(editor, "Closed offline", "The bridge was shut. The road was not.");
  await editor.context().setOffline(true);
  await select(editor, "The bridge was shut");
  await editor.keyboard.press("1");
  await write(editor, "The bridge was shut", "Since when?");
  await expect(connection(editor).first()).toHaveText("Offline – 1 change kept here", { timeout: 30_000 });
  await editor.close();
  const context = editor.context();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto("/dossiers");
  await expect.poll(() => stored(next, path)).toEqual({ "The bridge was shut": "Since when?" });
  await next.goto(path);
  await openedArticle(next);
  await expect(card(next, "The bridge was shut")).toContainText("Since when?");
  await expect(connection(next).first()).toHaveText("Live");
});

test("ten tabs of one person share one stream; when the one that leads closes, another goes on", async ({
  editor,
}) => {
  const path = await openFresh(editor, "Ten tabs", "The mill stood still. The mill ran.", [
    { exact: "stood still", kind: "claim" },
  ]);
  const context = editor.context();
  const others: Page[] = [];
  for (let i = 0; i < 9; i++) {
    const page = await context.newPage();
    await page.goto(path);
    others.push(page);
  }
  const last = others.at(-1);
  if (!last) throw new Error("No tabs");
  await expect(connection(last).first()).toHaveText("Live");
  await write(last, "stood still", "Says who?");
  await expect(card(editor, "stood still")).toContainText("Says who?");
  await editor.close();
  await write(last, "stood still", "Says the miller?");
  await expect(card(others[0] ?? last, "stood still")).toContainText("Says the miller?");
  await expect.poll(() => stored(last, path)).toEqual({ "stood still": "Says the miller?" });
});

test("a change that met another’s is kept, through a reload too, until its writer has chosen", async ({
  browser,
}) => {
  const mine = await signedIn(browser, "editor");
  const theirs = await signedIn(browser, "reviewer");
  const path = await openFresh(mine, "Crossed", "The bell rang twice.", [
    { exact: "rang twice", kind: "claim" },
  ]);
  await theirs.goto(path);
  await openedArticle(theirs);
  await mine.context().setOffline(true);
  await write(mine, "rang twice", "I heard it once.");
  await expect(connection(mine).first()).toHaveText("Offline – 1 change kept here", { timeout: 30_000 });
  await write(theirs, "rang twice", "I heard it twice.");
  await expect.poll(() => stored(theirs, path)).toEqual({ "rang twice": "I heard it twice." });
  await mine.context().setOffline(false);
  const decide = mine.getByRole("button", { name: "1 change to decide" });
  await expect(decide).toBeVisible({ timeout: 30_000 });
  await mine.reload();
  await openedArticle(mine);
  await decide.click();
  const list = mine.getByRole("dialog");
  await expect(list.getByText("I heard it once.")).toBeVisible();
  await expect(list.getByText("I heard it twice.")).toBeVisible();
  await list.getByRole("button", { name: "Keep mine" }).click();
  await expect(decide).toBeHidden();
  await expect.poll(() => stored(theirs, path)).toEqual({ "rang twice": "I heard it once." });
  await expect(card(theirs, "rang twice")).toContainText("I heard it once.");
});

test("another person at the same browser neither sees nor sends what waits; its writer does", async ({
  browser,
}) => {
  const editor = await signedIn(browser, "editor");
  const reviewer = await signedIn(browser, "reviewer");
  const { path } = await addArticle(editor, "Not yours", "The key was lost.", [
    { exact: "was lost", kind: "claim" },
  ]);
  await editor.goto(path);
  await openedArticle(editor);
  await editor.context().setOffline(true);
  await write(editor, "was lost", "By whom?");
  await expect(connection(editor).first()).toHaveText("Offline – 1 change kept here", { timeout: 30_000 });
  const context = editor.context();
  const own = await context.cookies();
  await context.clearCookies();
  await context.addCookies(await reviewer.context().cookies());
  await context.setOffline(false);
  // The page of the first person is still open, under the second one's session.
  const other = await context.newPage();
  await other.goto(path);
  await openedArticle(other);
  await expect(connection(other).first()).toHaveText("Live");
  await expect(card(other, "was lost")).not.toContainText("By whom?");
  await other.close();
  await editor.close();
  expect(await stored(reviewer, path)).toEqual({ "was lost": "" });
  await context.clearCookies();
  await context.addCookies(own);
  const again = await context.newPage();
  await again.goto(path);
  await expect.poll(() => stored(again, path)).toEqual({ "was lost": "By whom?" });
});
