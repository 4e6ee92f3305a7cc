import { expect, type Page } from "@playwright/test";
import { openFresh } from "./ownArticle";
import { card, clickOn, openedArticle, select } from "./passages";
import { signedIn, test } from "./people";

const note = (page: Page, passage: string) => card(page, passage).getByRole("textbox", { name: "Note" });

test("a note typed while the server cannot be reached survives a reload, and is sent once it can be", async ({
  editor,
}) => {
  await openFresh(editor, "Draft kept", "The weir broke at noon.");
  await select(editor, "The weir broke");
  await editor.keyboard.press("1");
  const found = card(editor, "The weir broke");
  await expect(note(editor, "The weir broke")).toBeVisible();
  await editor.route("**/api/annotations/*", (route) => route.abort());
  await note(editor, "The weir broke").click();
  await editor.keyboard.type("Which clock?");
  await expect(found.getByText("Kept here, not saved").first()).toBeVisible();
  await editor.reload();
  await openedArticle(editor);
  await clickOn(editor, "The weir");
  await expect(note(editor, "The weir broke")).toHaveText("Which clock?");
  await expect(found.getByText("Kept here, not saved").first()).toBeVisible();
  await editor.unroute("**/api/annotations/*");
  // Tried again by itself.
  await expect(found.getByText("Kept here, not saved")).toHaveCount(0, { timeout: 30_000 });
  await editor.reload();
  await openedArticle(editor);
  await clickOn(editor, "The weir");
  await expect(note(editor, "The weir broke")).toHaveText("Which clock?");
  await expect(found.getByText("Kept here, not saved")).toHaveCount(0);
});

test("a note over its limit says so and is kept, also through a reload", async ({ editor }) => {
  await openFresh(editor, "Draft too long", "The sluice was open.");
  await select(editor, "The sluice was open");
  await editor.keyboard.press("1");
  await note(editor, "The sluice was open").click();
  await editor.keyboard.insertText("a".repeat(10_100));
  const found = card(editor, "The sluice was open");
  await expect(found.getByText(/at most 10,000 characters/)).toBeVisible();
  await editor.reload();
  await openedArticle(editor);
  await clickOn(editor, "The sluice");
  await expect(note(editor, "The sluice was open")).toHaveText("a".repeat(10_100));
});

test("what was being written on an annotation that another deletes is kept, and can bring it back", async ({
  browser,
}) => {
  const mine = await signedIn(browser, "editor");
  const path = await openFresh(mine, "Draft orphaned", "The gate was left unlocked.");
  await select(mine, "The gate was left unlocked");
  await mine.keyboard.press("1");
  await expect(note(mine, "The gate")).toBeVisible();
  const theirs = await signedIn(browser, "reviewer");
  await theirs.goto(path);
  await openedArticle(theirs);
  await clickOn(theirs, "The gate");
  await mine.route("**/api/annotations/*", (route) =>
    route.request().method() === "PATCH" ? route.abort() : route.fallback(),
  );
  await note(mine, "The gate").click();
  await mine.keyboard.type("By whom?");
  await expect(card(mine, "The gate").getByText("Kept here, not saved").first()).toBeVisible();
  await card(theirs, "The gate").getByRole("button", { name: "Delete", exact: true }).click();
  const kept = mine.getByRole("region", { name: "Kept drafts" });
  await expect(kept).toContainText("By whom?");
  await mine.unroute("**/api/annotations/*");
  await mine.reload();
  await openedArticle(mine);
  await mine.getByRole("button", { name: "1 change to decide" }).click({ timeout: 30_000 });
  const list = mine.getByRole("dialog");
  await expect(list.getByText("By whom?")).toBeVisible();
  await list.getByRole("button", { name: "Bring it back with mine" }).click();
  await expect(list.getByText("Nothing is waiting: all you did is saved.")).toBeVisible();
  await mine.keyboard.press("Escape");
  await expect(kept).toBeHidden();
  await clickOn(mine, "The gate");
  await expect(note(mine, "The gate")).toHaveText("By whom?");
  await expect(card(theirs, "The gate")).toContainText("By whom?");
});
