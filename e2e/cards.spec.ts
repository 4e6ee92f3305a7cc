import { expect } from "@playwright/test";
import { addArticle } from "./ownArticle";
import { card, clickOn, openedArticle, select } from "./passages";
import { call, signedIn, test } from "./people";

test("figures and days are checked where they are typed, and saved when they are right", async ({
  editor,
}) => {
  const { path } = await addArticle(editor, "Typed figures", "The mayor said 1,310 houses burned.");
  await editor.goto(path);
  await select(editor, "1,310 houses");
  await editor.keyboard.press("2");
  const figure = card(editor, "1,310 houses");
  const value = figure.getByRole("textbox", { name: "Value" });
  await value.fill("1310 houses");
  await expect(figure).toContainText("write 1310, and “houses” as the unit");
  await value.fill("1,310");
  await figure.getByRole("combobox", { name: "Unit" }).fill("houses");
  await figure.getByRole("textbox", { name: "As of" }).fill("3/4/2014");
  await expect(figure).toContainText("Write 2014-04-03 or 2014-03-04");
  await expect(figure).toContainText("Kept here, not saved");
  await figure.getByRole("textbox", { name: "As of" }).fill("3 April 2014");
  await figure.getByRole("button", { name: "More fields" }).click();
  await figure.getByRole("textbox", { name: "At least" }).fill("2000");
  await expect(figure).toContainText("The value is below the lowest.");
  await figure.getByRole("textbox", { name: "At least" }).fill("12,5");
  await figure.getByRole("combobox", { name: "Period" }).focus();
  await expect(figure.getByText("Saved", { exact: true })).toBeVisible();
  await editor.reload();
  await openedArticle(editor);
  await clickOn(editor, "1,310 houses");
  await expect(value).toHaveValue("1310");
  await expect(figure.getByRole("textbox", { name: "As of" })).toHaveValue("2014-04-03");
  await expect(figure.getByRole("textbox", { name: "At least" })).toHaveValue("12.5");
});

test("tags, assignee, confidence and both checks are saved and seen by a second person", async ({
  browser,
}) => {
  const mine = await signedIn(browser, "editor");
  const { path } = await addArticle(mine, "Whose work", "Prices rose by a third. Wages did not.");
  await mine.goto(path);
  await select(mine, "Prices rose");
  await mine.keyboard.press("1");
  const own = card(mine, "Prices rose");
  await own.getByRole("combobox", { name: "Tags" }).fill("prices, inflation,");
  await expect(own.getByRole("button", { name: "Remove the tag inflation" })).toBeVisible();
  await own.getByRole("combobox", { name: "Tags" }).fill("Prices");
  await mine.keyboard.press("Enter");
  await expect(own).toContainText("“Prices” is there already.");
  await own.getByRole("combobox", { name: "Tags" }).fill("");
  await own.getByRole("button", { name: "Assign to me" }).click();
  await own.getByRole("combobox", { name: "Confidence" }).selectOption("high");
  await own.getByRole("combobox", { name: "Check", exact: true }).selectOption("confirmed");
  await expect(own).toContainText("you cannot give both");

  const theirs = await signedIn(browser, "reviewer");
  await theirs.goto(`${path}?check=confirmed&tag=prices`);
  await clickOn(theirs, "Prices rose");
  const seen = card(theirs, "Prices rose");
  await expect(seen.getByRole("button", { name: "Remove the tag inflation" })).toBeVisible();
  await expect(seen.getByRole("combobox", { name: "Confidence" })).toHaveValue("high");
  await seen.getByRole("button", { name: "I checked this, too" }).click();
  await expect(seen.getByRole("button", { name: "Take back" })).toBeVisible();
  await expect(own).not.toContainText("you cannot give both");
});

test("thirty annotations in one paragraph are a count that opens; the filter hides, counts and is kept", async ({
  editor,
}) => {
  const text = `${"Forty of the houses burned down that night, it said. ".repeat(12).trim()}\nNobody asked.`;
  const { id, path } = await addArticle(editor, "Crowded", text);
  for (let i = 0; i < 30; i++) {
    const [start, end] = [i * 20, i * 20 + 12];
    const kind = i % 3 === 0 ? "figure" : "claim";
    const passage = { start, end, exact: text.slice(start, end), kind };
    expect((await call(editor, "POST", `/api/articles/${id}/annotations`, passage)).status()).toBe(201);
  }
  await editor.goto(path);
  await openedArticle(editor);
  const margin = editor.getByRole("complementary", { name: "Annotations" });
  const counts = margin.getByRole("button", { name: /annotations here/ });
  await expect(counts.first()).toBeVisible();
  expect(await margin.getByRole("article").count()).toBeLessThan(15);
  await counts.first().focus();
  await editor.keyboard.press("Enter");
  await expect(counts.first()).toHaveAttribute("aria-expanded", "true");
  await margin
    .getByRole("region", { name: /annotations here/ })
    .getByRole("listitem")
    .nth(1)
    .getByRole("button")
    .click();
  await expect(margin.getByRole("article").and(editor.locator("[aria-current=true]"))).toBeVisible();
  await editor.keyboard.press("Escape");

  await editor.getByRole("group", { name: "Kinds shown" }).getByRole("button", { name: /Claim/ }).click();
  await expect(editor.getByText("20 hidden")).toBeVisible();
  await editor.reload();
  await openedArticle(editor);
  await expect(editor.getByText("20 hidden")).toBeVisible();
  await editor.getByRole("button", { name: "Clear the filter" }).click();
  await expect(editor.getByText("20 hidden")).toBeHidden();
});

test("nothing to check in several sentences is said at once, and undone at once", async ({ editor }) => {
  const { path } = await addArticle(editor, "Weather", "It rained. It was cold. Nobody came. The dam broke.");
  await editor.goto(path);
  await select(editor, "It rained. It was cold. Nobody came.");
  await editor.keyboard.press("0");
  await expect(editor.getByText("75%")).toBeVisible();
  await editor.keyboard.press("u");
  await expect(editor.getByText("0%", { exact: true })).toBeVisible();
});
