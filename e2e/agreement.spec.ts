import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { addArticle } from "./ownArticle";
import { call, test } from "./people";

const text = "The bridge was closed in May. Forty cars waited. The mayor said it was safe. Nobody was hurt.";

async function tag(page: Page, articleId: string, exact: string, kind = "claim") {
  const start = text.indexOf(exact);
  const body = { start, end: start + exact.length, exact, kind };
  expect((await call(page, "POST", `/api/articles/${articleId}/annotations`, body)).status()).toBe(201);
}

test("two people annotate without seeing each other; a reviewer reads how far they agree and makes one set", async ({
  editor,
  owner,
  reviewer,
}) => {
  test.setTimeout(180_000);
  const { id, path } = await addArticle(owner, "Independent", text, []);
  await reviewer.goto(path);
  await reviewer.getByRole("link", { name: "Agreement" }).click();
  await reviewer.getByRole("button", { name: "Have it annotated independently" }).click();
  await expect(reviewer.getByText("This article is annotated independently")).toBeVisible();
  await expect(reviewer.getByText("Nobody has annotated this article.")).toBeVisible();

  await tag(editor, id, "The bridge was closed in May.");
  await tag(editor, id, "Forty cars", "figure");
  await tag(editor, id, "The mayor said it was safe.", "official_statement");
  await tag(owner, id, "The bridge was closed in May.");
  await tag(owner, id, "The mayor said it was safe.");

  // Each sees their own, and not the other's; nor the comparison.
  const cards = (page: Page) => page.getByRole("complementary", { name: "Annotations" }).getByRole("article");
  await editor.goto(path);
  await expect(cards(editor)).toHaveCount(3);
  await owner.goto(path);
  await expect(cards(owner)).toHaveCount(2);
  await editor.getByRole("link", { name: "Independent" }).click();
  await expect(editor.getByText("Shown when the independent part is over")).toBeVisible();

  await expect(reviewer.getByRole("heading", { name: "2 differences" })).toBeVisible();
  const overall = reviewer.getByRole("row", { name: /What each sentence is/ });
  // Two of four sentences alike; by chance 4/16 would be.
  await expect(overall).toContainText("2 of 4 (50%)");
  await expect(overall).toContainText("0.333");
  await expectAccessible(reviewer);

  const places = reviewer.getByRole("listitem").filter({ has: reviewer.getByRole("radio") });
  await expect(reviewer.getByRole("button", { name: "Make one set" })).toBeDisabled();
  await places
    .filter({ hasText: "Forty cars" })
    .getByRole("radio", { name: /Keep Edda/ })
    .check();
  await places
    .filter({ hasText: "The mayor" })
    .getByRole("radio", { name: /Keep Edda/ })
    .check();
  await reviewer.reload();
  await expect(reviewer.getByText("Every difference is decided.")).toBeVisible();
  await reviewer.getByRole("button", { name: "Make one set" }).click();
  await reviewer.getByRole("alertdialog").getByRole("button", { name: "Make one set" }).click();
  await expect(reviewer).toHaveURL(new RegExp(`${path}$`));
  await expect(cards(reviewer)).toHaveCount(3);
  await expect(cards(owner)).toHaveCount(3);
  await reviewer.getByRole("button", { name: "Undo" }).click();
  await expect(cards(owner)).toHaveCount(2);
});
