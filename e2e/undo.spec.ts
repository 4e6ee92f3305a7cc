import { expect, type Page } from "@playwright/test";
import { openFresh } from "./ownArticle";
import { card, clickOn, openedArticle, select } from "./passages";
import { signedIn, test } from "./people";

const note = (page: Page, passage: string) => card(page, passage).getByRole("textbox", { name: "Note" });
const saved = (page: Page, passage: string) => expect(card(page, passage)).toContainText("Saved");

async function tagAndNote(page: Page, passage: string, words: string) {
  await select(page, passage);
  await page.keyboard.press("1");
  await note(page, passage).click();
  await page.keyboard.type(words);
  await saved(page, passage);
  await page.keyboard.press("Escape");
}

test("undo goes on after a reload, and redo after another", async ({ editor }) => {
  await openFresh(editor, "Undo later", "The pier was closed. Two boats waited. Nobody was hurt.");
  await tagAndNote(editor, "The pier was closed.", "Who says so?");
  await clickOn(editor, "Two boats");
  await editor.keyboard.press("0");
  await editor.reload();
  await openedArticle(editor);
  await editor.keyboard.press("u");
  await expect(editor.getByText("Undone: sentence opened again").first()).toBeVisible();
  await editor.keyboard.press("u");
  await expect(editor.getByText("Undone: annotation changed").first()).toBeVisible();
  await editor.keyboard.press("u");
  await expect(card(editor, "The pier was closed.")).toBeHidden();
  await editor.reload();
  await openedArticle(editor);
  await expect(card(editor, "The pier was closed.")).toBeHidden();
  await editor.keyboard.press("U");
  await expect(card(editor, "The pier was closed.")).toBeVisible();
  await editor.keyboard.press("U");
  await expect(card(editor, "The pier was closed.")).toContainText("Who says so?");
});

test("undo takes back my note beside another's verdict, and says so when the note is theirs now", async ({
  browser,
}) => {
  const mine = await signedIn(browser, "editor");
  const path = await openFresh(mine, "Undo beside", "Prices fell by a tenth. Wages did not.");
  await tagAndNote(mine, "Prices fell by a tenth.", "By which index?");
  await tagAndNote(mine, "Wages did not.", "Which wages?");

  const theirs = await signedIn(browser, "reviewer");
  await theirs.goto(path);
  await openedArticle(theirs);
  await clickOn(theirs, "Prices fell");
  await card(theirs, "Prices fell by a tenth.").getByLabel("Check").selectOption("disputed");
  await clickOn(theirs, "Wages did");
  await note(theirs, "Wages did not.").click();
  await theirs.keyboard.type("Hourly ones: ");
  await saved(theirs, "Wages did not.");
  await expect(card(mine, "Wages did not.")).toContainText("Hourly ones");
  await expect(card(mine, "Prices fell by a tenth.")).toContainText("Disputed");

  await mine.reload();
  await openedArticle(mine);
  await mine.keyboard.press("u");
  await expect(
    mine.getByText(/Could not undo\. Someone else has changed this annotation/).first(),
  ).toBeVisible();
  await mine.keyboard.press("u");
  await expect(mine.getByText(/Could not undo/).first()).toBeVisible();
  await expect(card(mine, "Wages did not.")).toContainText("Hourly ones");
  await mine.keyboard.press("u");
  await expect(card(mine, "Prices fell by a tenth.")).not.toContainText("By which index?");
  await expect(card(mine, "Prices fell by a tenth.")).toContainText("Disputed");
  await expect(card(theirs, "Prices fell by a tenth.")).not.toContainText("By which index?");
});
