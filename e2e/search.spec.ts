import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { card, openedArticle } from "./passages";
import { call, test } from "./people";

const english =
  "The Élysée denied it. All prisoners were freed.\nSome prisoners stayed; others were FREED later.";
const arabic = "أُطلق سراح الأسرى بموجب العفو. وقال الوزير إن ٤٩٠ خرجوا.";

/** A dossier of its own, so that what is found in it is known. */
async function openDossier(page: Page): Promise<{ id: string; paths: string[] }> {
  const made = await call(page, "POST", "/api/dossiers", { title: "Search" });
  const { id } = await made.json();
  const paths: string[] = [];
  for (const [title, text] of [
    ["English", english],
    ["عربي", arabic],
    ["Third", "Nobody was freed here.\nPrisoners wrote."],
  ]) {
    const answer = await call(page, "POST", `/api/dossiers/${id}/articles`, {
      title,
      text,
      paragraphs: "line",
    });
    paths.push(`/dossiers/${id}/articles/${(await answer.json()).id}`);
  }
  return { id, paths };
}

const panel = (page: Page) => page.getByRole("search", { name: "Search" });
const box = (page: Page) => panel(page).getByRole("searchbox");
const found = (page: Page) => page.evaluate(() => CSS.highlights.get("stet-found")?.size ?? 0);

async function openSearch(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await openedArticle(page);
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
}

test("accents and Arabic forms are folded, quotes exact; the hit is in hand and tagged", async ({
  editor,
}) => {
  const { paths } = await openDossier(editor);
  const [first = "", second = ""] = paths;
  await openSearch(editor, first);
  await box(editor).fill("elysee");
  await expect(panel(editor)).toContainText("1 of 1");
  await box(editor).fill("freed");
  await expect(panel(editor)).toContainText("1 of 2");
  expect(await found(editor)).toBe(2);
  await editor.keyboard.press("Enter");
  await expect(panel(editor)).toContainText("2 of 2");
  await editor.keyboard.press("F3");
  await expect(panel(editor)).toContainText("1 of 2");
  await box(editor).fill('"FREED"');
  await expect(panel(editor)).toContainText("1 of 1");
  await expectAccessible(editor);
  await box(editor).focus();
  await editor.keyboard.press("Escape");
  await expect(panel(editor)).toBeHidden();
  await editor.keyboard.press("1");
  await expect(card(editor, "FREED")).toContainText("Claim");

  await openSearch(editor, second);
  await box(editor).fill("اطلق");
  await expect(panel(editor)).toContainText("1 of 1");
  await box(editor).fill("عفو");
  await expect(panel(editor)).toContainText("1 of 1");
  await box(editor).fill("قال 490");
  await expect(panel(editor)).toContainText("1 of 1");
});

test("a result of another article opens in place, and the search is kept on the way", async ({ editor }) => {
  const { id, paths } = await openDossier(editor);
  await openSearch(editor, paths[1] ?? "");
  await box(editor).fill("prisoners freed");
  await panel(editor).getByRole("button", { name: "Whole dossier" }).click();
  await expect(panel(editor)).toContainText("2 paragraphs in 1 article");
  await panel(editor)
    .getByRole("link", { name: /prisoners were freed/ })
    .click();
  await expect(editor).toHaveURL(new RegExp(`${paths[0]}#passage-`));
  await expect(editor.getByRole("toolbar", { name: "Tag this passage" })).toBeVisible();
  await expect(box(editor)).toHaveValue("prisoners freed");
  await expect(panel(editor)).toContainText("1 of 2");
  await editor.goBack();
  await expect(box(editor)).toHaveValue("prisoners freed");
  await expect(panel(editor)).toContainText("2 paragraphs in 1 article");

  await editor.goto(`/dossiers/${id}?tab=search&q=wrote`);
  await editor.getByRole("link", { name: /Prisoners wrote/ }).click();
  await expect(editor).toHaveURL(new RegExp(`${paths[2]}#passage-`));
  await expect(editor.getByRole("toolbar", { name: "Tag this passage" })).toBeVisible();
});

test("all matches are tagged after a look at them, and undone in one step", async ({ editor }) => {
  const { id, paths } = await openDossier(editor);
  await openSearch(editor, paths[0] ?? "");
  await box(editor).fill("freed");
  await expect(panel(editor)).toContainText(/1 of \d/);
  await editor.keyboard.press("Escape");
  await editor.keyboard.press("1");
  await expect(card(editor, "freed")).toBeVisible();
  await editor.keyboard.press("/");
  await panel(editor).getByRole("button", { name: "Tag all" }).click();
  const dialog = editor.getByRole("dialog");
  await dialog.getByRole("radio", { name: "The whole dossier" }).check();
  await expect(dialog.getByRole("checkbox")).toHaveCount(3);
  await expect(dialog).toContainText("Already tagged as claim");
  await dialog.getByRole("checkbox", { name: /Nobody was freed/ }).uncheck();
  await dialog.getByRole("checkbox", { name: /Nobody was freed/ }).check();
  await expectAccessible(editor);
  await dialog.getByRole("button", { name: "Tag 2 passages as claim" }).click();
  await expect(dialog).toBeHidden();
  const tagged = async () =>
    (await (await call(editor, "GET", `/api/dossiers/${id}/search?q=freed`)).json()).items;
  await expect
    .poll(
      async () => (await tagged()).flatMap((one: { annotationIds: string[] }) => one.annotationIds).length,
    )
    .toBe(3);
  await box(editor).press("Escape");
  await editor.keyboard.press("u");
  await expect
    .poll(
      async () => (await tagged()).flatMap((one: { annotationIds: string[] }) => one.annotationIds).length,
    )
    .toBe(1);
});

test("whatever is typed is a question, never an order", async ({ editor }) => {
  const { id, paths } = await openDossier(editor);
  await openSearch(editor, paths[0] ?? "");
  await panel(editor).getByRole("button", { name: "Whole dossier" }).click();
  for (const typed of ["'; DROP TABLE search_block; --", "<img src=x onerror=alert(1)>", "%_\\", '"']) {
    await box(editor).fill(typed);
    await expect(panel(editor)).toContainText(/Not here|Write a word/);
    const answer = await call(editor, "GET", `/api/dossiers/${id}/search?q=${encodeURIComponent(typed)}`);
    expect([200, 400]).toContain(answer.status());
  }
  await box(editor).fill("freed:* | !(");
  await expect(panel(editor)).toContainText("3 paragraphs in 2 articles");
  await box(editor).fill("-freed");
  await expect(panel(editor)).toContainText("Say also what to look for");
  await box(editor).fill("freed -nobody");
  await expect(panel(editor)).toContainText("2 paragraphs in 1 article");
});
