import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { openFresh } from "./ownArticle";
import { card, clickOn, openedArticle, select } from "./passages";
import { call, signedIn, test } from "./people";

const evidenceOf = (page: Page, words: string) => card(page, words).getByRole("region", { name: "Evidence" });
const commentsOf = (page: Page, words: string) => card(page, words).getByRole("region", { name: "Comments" });
const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Inbox/ });

/** Pastes text where the focus is, as a person would. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", words);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test("a source is pasted, named and saved by keyboard; one without a locator is flagged until it has one", async ({
  editor,
}) => {
  await openFresh(editor, "Sources", "The dam holds 12 million tonnes. It was built in 1961.");
  await select(editor, "12 million tonnes");
  await editor.keyboard.press("2");
  const evidence = evidenceOf(editor, "12 million tonnes");
  await evidence.getByRole("button", { name: /Add evidence/ }).click();
  const form = evidence.getByRole("form", { name: "Evidence" });
  await expect(form.getByLabel("Address")).toBeFocused();
  await paste(editor, "https://www.dams.example/report.pdf#page=7");
  await expect(form.getByLabel("Title")).toBeFocused();
  await editor.keyboard.type("<b>Survey</b> of dams");
  await editor.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(card(editor, "12 million tonnes").getByText("Saving")).toHaveCount(0);
  await editor.reload();
  await openedArticle(editor);
  await clickOn(editor, "12 million tonnes");
  await evidence.getByRole("button", { name: /Add evidence/ }).click();
  await expect(form.getByLabel("Title")).toHaveValue("<b>Survey</b> of dams");
  await editor.keyboard.press("Control+Enter");
  const source = evidence.getByRole("link", { name: /Survey/ });
  await expect(source).toHaveText(/^<b>Survey<\/b> of dams/);
  await expect(source).toHaveAttribute("rel", "noreferrer");
  await expect(source).toHaveAttribute("target", "_blank");
  await expect(evidence).toContainText("dams.example");
  await expect(evidence.getByText("no locator")).toBeVisible();
  await editor.keyboard.press("Escape");
  await expect(card(editor, "12 million tonnes")).toContainText("1 with no locator");

  await clickOn(editor, "12 million tonnes");
  await evidence.getByRole("button", { name: "Change source" }).click();
  await form.getByRole("button", { name: "Write it as p. 7" }).click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(evidence.getByText("p. 7")).toBeVisible();
  await expect(evidence.getByText("no locator")).toBeHidden();
  await expectAccessible(editor);
  await evidence.getByRole("button", { name: "Delete source" }).click();
  await expect(source).toBeHidden();
  await editor.getByRole("button", { name: "Undo" }).last().click();
  await expect(source).toBeVisible();
});

test("a mention rings the other's bell at once and leads to the thread, to answer, resolve and reopen", async ({
  browser,
}) => {
  const mine = await signedIn(browser, "editor");
  const path = await openFresh(mine, "Talk", "The minister resigned on Monday. Nobody took over.");
  const reviewer = await signedIn(browser, "reviewer");
  const { name } = await (await call(reviewer, "GET", "/api/account")).json();
  const waiting = (await (await call(reviewer, "GET", "/api/me/inbox/unread")).json()).unread;
  await reviewer.goto(path);
  await openedArticle(reviewer);

  await select(mine, "resigned on Monday");
  await mine.keyboard.press("1");
  const comments = commentsOf(mine, "resigned on Monday");
  const field = comments.getByRole("combobox", { name: "Comment" });
  await field.click();
  await mine.keyboard.type(`Sure, @${name.slice(0, 3)}`);
  await expect(comments.getByRole("option").first()).toContainText(name);
  await mine.keyboard.press("Enter");
  await expect(field).toHaveValue(`Sure, @${name} `);
  await mine.keyboard.type("? <img src=x onerror=alert(1)> **really**");
  await mine.keyboard.press("Control+Enter");
  await expect(field).toHaveValue("");
  await expect(comments).toContainText("<img src=x onerror=alert(1)> really");
  await expect(comments.locator("img")).toHaveCount(0);
  await expect(comments.locator(".mention")).toHaveText(`@${name}`);

  await expect(bell(reviewer)).toHaveAccessibleName(`Inbox, ${waiting + 1} unread`);
  await bell(reviewer).click();
  const item = reviewer.getByRole("main").getByRole("listitem").first();
  await expect(item).toContainText("mentioned you on a passage");
  await expect(item).toContainText("resigned on Monday");
  await expectAccessible(reviewer);
  await item.getByRole("link").click();
  await openedArticle(reviewer);
  const there = commentsOf(reviewer, "resigned on Monday");
  await expect(there.getByText(`@${name}`)).toBeInViewport();
  await expect(bell(reviewer)).toHaveAccessibleName(
    waiting === 0 ? "Inbox, nothing unread" : `Inbox, ${waiting} unread`,
  );

  await there.getByRole("button", { name: "Reply" }).click();
  await reviewer.keyboard.type("He wrote it himself.");
  await reviewer.keyboard.press("Control+Enter");
  await expect(comments.getByRole("list", { name: "Replies" })).toContainText("He wrote it himself.");
  await expect(bell(mine)).toHaveAccessibleName(/[1-9]\d* unread/);
  await comments.getByRole("button", { name: "Resolve" }).click();
  await expect(there.getByRole("button", { name: "1 resolved thread" })).toBeVisible();
  await comments.getByRole("button", { name: "1 resolved thread" }).click();
  await comments.getByRole("button", { name: "Reopen" }).click();
  await expect(there.getByRole("button", { name: "Resolve" })).toBeVisible();
  await expect(there).toContainText("He wrote it himself.");
});

test("what one was writing about an annotation that somebody deletes is handed back", async ({ browser }) => {
  const mine = await signedIn(browser, "editor");
  const path = await openFresh(mine, "Gone", "The road was closed. The bridge stayed open.");
  await select(mine, "The road was closed.");
  await mine.keyboard.press("1");
  await commentsOf(mine, "The road was closed.")
    .getByRole("combobox", { name: "Comment" })
    .fill("Who closed it?");
  const theirs = await signedIn(browser, "reviewer");
  await theirs.goto(path);
  await openedArticle(theirs);
  await clickOn(theirs, "The road was closed.");
  await theirs.keyboard.press("x");
  await expect(card(mine, "The road was closed.")).toBeHidden();
  await expect(mine.getByText("Who closed it?")).toBeVisible();
});
