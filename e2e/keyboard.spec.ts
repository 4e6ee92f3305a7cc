import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { openFresh } from "./ownArticle";
import { card } from "./passages";
import { call, test } from "./people";

/** What screen readers were told last. */
const said = (page: Page) => page.locator("p[aria-live='polite'][aria-atomic]");

const setKeys = async (page: Page, keys: Record<string, string[]>) => {
  const { version } = await (await call(page, "GET", "/api/me/preferences")).json();
  const answer = await call(page, "PATCH", "/api/me/preferences", { version, keys });
  expect(answer.ok()).toBe(true);
};

test("tagging ten sentences takes twenty key presses", async ({ editor }) => {
  const numbers = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
  await openFresh(editor, "Ten sentences", numbers.map((word) => `${word} ships came.`).join(" "));
  let presses = 0;
  for (const word of numbers) {
    await editor.keyboard.press("s");
    await expect(said(editor)).toHaveText(`${word} ships came. open`);
    await editor.keyboard.press("1");
    await expect(said(editor)).toHaveText("Tagged as claim");
    presses += 2;
  }
  expect(presses).toBe(20);
  await expect(editor.getByText("100%")).toBeVisible();
});

test("a whole article by keyboard: tag, clear, adjust, change, go to the card and back, comment, undo, redo", async ({
  editor,
}) => {
  await openFresh(editor, "By keyboard", "The dam held. It rained.\nNobody slept. Ten left.");
  const { keyboard } = editor;
  await keyboard.press("s");
  await keyboard.press("Shift+ArrowLeft");
  await expect(said(editor)).toHaveText("held. left out");
  await keyboard.press("1");
  await expect(card(editor, "claim: The dam")).toBeVisible();
  await keyboard.press("Shift+ArrowRight");
  await expect(card(editor, "claim: The dam held")).toBeVisible();
  await keyboard.press("s");
  await keyboard.press("0");
  await expect(said(editor)).toHaveText("Nothing to check in this sentence");
  await keyboard.press("p");
  await expect(said(editor)).toHaveText("Nobody slept. open");
  await keyboard.press("3");
  await keyboard.press("o");
  await expect(said(editor)).toHaveText("Ten left. open");
  await keyboard.press("2");
  await expect(editor.getByText("100%")).toBeVisible();
  await keyboard.press("k");
  await expect(card(editor, "Nobody slept.")).toHaveAttribute("aria-current", "true");
  await keyboard.press("f");
  await expect(card(editor, "Nobody slept.").locator(":focus")).toBeVisible();
  await keyboard.press("f");
  await expect(said(editor)).toHaveText("Nobody slept. Official statement");
  await keyboard.press("c");
  await keyboard.type("Who said so?");
  await keyboard.press("Control+Enter");
  await expect(card(editor, "Nobody slept.")).toContainText("Who said so?");
  await keyboard.press("Escape");
  await keyboard.press("x");
  await expect(card(editor, "Nobody slept.")).toBeHidden();
  await keyboard.press("u");
  await expect(card(editor, "Nobody slept.")).toBeVisible();
  await keyboard.press("U");
  await expect(card(editor, "Nobody slept.")).toBeHidden();
});

test("keys work on a keyboard that types Arabic", async ({ editor }) => {
  await openFresh(editor, "Another script", "وصلت السفن. غادر عشرة.");
  const press = (key: string, code: string) =>
    editor.evaluate(
      (init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true })),
      { key, code },
    );
  await press("س", "KeyS");
  await expect(said(editor)).toHaveText("وصلت السفن. open");
  await press("١", "Digit1");
  await expect(card(editor, "وصلت السفن.")).toBeVisible();
});

test("the palette runs commands, goes to passages, says why not, and gives the focus back", async ({
  editor,
}) => {
  await openFresh(editor, "Palette", "The bridge stood. Ferries waited.");
  const { keyboard } = editor;
  await keyboard.press("Control+k");
  const palette = editor.getByRole("dialog");
  await keyboard.type("add evid");
  await expect(palette.getByRole("option")).toContainText("Select an annotation first.");
  await keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await keyboard.press("s");
  await keyboard.press("Control+k");
  await keyboard.type("tag claim");
  await keyboard.press("Enter");
  await expect(card(editor, "The bridge stood.")).toBeVisible();
  await keyboard.press("Escape");
  await keyboard.press("f");
  await keyboard.press(":");
  await keyboard.type("bridge stood");
  await expect(palette.getByRole("option").first()).toContainText("The bridge stood.");
  await expectAccessible(editor);
  await keyboard.press("Enter");
  await expect(card(editor, "The bridge stood.")).toHaveAttribute("aria-current", "true");
});

test("a key is changed by pressing it, taken from who had it, printed everywhere, kept, and given back", async ({
  reviewer,
}) => {
  await setKeys(reviewer, {});
  await reviewer.goto("/settings");
  await expectAccessible(reviewer);
  const add = reviewer.getByRole("button", { name: "Add a key for Next sentence" });
  const recorder = reviewer.getByRole("button", { name: /Press the key for Next sentence/ });
  await expect(async () => {
    await add.click();
    await expect(recorder).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await reviewer.keyboard.press("F5");
  await expect(reviewer.getByText("Browsers keep the F keys for themselves.")).toBeVisible();
  await reviewer.keyboard.press("j");
  await expect(reviewer.getByText("“j” is used by “Next annotation”: take it?")).toBeVisible();
  const stored = reviewer.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await reviewer.keyboard.press("Enter");
  await stored;
  await openFresh(reviewer, "Own keys", "One came. Two left.");
  await reviewer.keyboard.press("j");
  await expect(said(reviewer)).toHaveText("One came. open");
  await reviewer.keyboard.press("?");
  const row = reviewer.getByRole("dialog").getByText("Next sentence", { exact: true }).locator("..");
  await expect(row).toContainText("sj");
  await setKeys(reviewer, {});
});
