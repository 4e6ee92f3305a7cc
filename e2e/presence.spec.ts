import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { addArticle } from "./ownArticle";
import { openedArticle } from "./passages";
import { test } from "./people";

const lines = Array.from(
  { length: 60 },
  (_, i) => `Paragraph ${i}: the minister said that ${i + 400} people were freed.`,
);
const text = lines.join("\n");

const here = (page: Page) => page.getByRole("list", { name: "Here now" });
const nameOf = async (page: Page) => (await (await page.request.get("/api/account")).json()).name as string;

async function openAt(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await openedArticle(page);
}

test("three people see who is here, where, and what is selected; viewers too; and who leaves is gone", async ({
  owner,
  editor,
  viewer,
}) => {
  const one = await addArticle(owner, "Where others are", text);
  const [ownerName, editorName, viewerName] = [
    await nameOf(owner),
    await nameOf(editor),
    await nameOf(viewer),
  ];
  await openAt(editor, one.path);
  await openAt(viewer, one.path);
  await openAt(owner, one.path);
  await expect(here(owner).getByRole("button")).toHaveCount(2);
  await expect(here(owner).getByRole("button", { name: viewerName })).toBeVisible();
  await expect(here(viewer).getByRole("button", { name: ownerName })).toBeVisible();
  await expect(here(editor).getByRole("button", { name: editorName })).toHaveCount(0);

  // A sentence in hand is what others see selected, with a name.
  await editor.getByText("Paragraph 2:", { exact: false }).click();
  const beside = owner.getByRole("list", { name: "Where others are" });
  await expect(beside.getByRole("img", { name: `${editorName} is at: Paragraph 2` })).toBeVisible();
  await expect
    .poll(() =>
      owner.evaluate(
        () => [...CSS.highlights].filter(([name, all]) => /person/.test(name) && all.size > 0).length,
      ),
    )
    .toBe(1);
  await expectAccessible(owner);

  await owner.goto(one.path.replace(/\/articles\/.*/, ""));
  const row = owner.getByRole("row", { name: /Where others are/ });
  await expect(row.getByRole("img", { name: `${editorName} is here` })).toBeVisible();
  await expect(row.getByRole("img", { name: `${viewerName} is here` })).toBeVisible();
  await expectAccessible(owner);

  await viewer.goto("about:blank");
  await expect(row.getByRole("img", { name: `${viewerName} is here` })).toHaveCount(0);
  await expect(row.getByRole("img", { name: `${editorName} is here` })).toBeVisible();
});

test("who is followed is kept in view, into another article too, until one moves", async ({
  owner,
  editor,
}) => {
  const one = await addArticle(owner, "The one that is followed", text);
  const other = await addArticle(owner, "Where they go next", text);
  const editorName = await nameOf(editor);
  await openAt(editor, one.path);
  await openAt(owner, one.path);
  await here(owner).getByRole("button", { name: editorName }).click();
  await expect(here(owner).getByRole("button", { name: editorName })).toHaveAttribute("aria-pressed", "true");
  await expect(owner.getByText(`Following ${editorName}`)).toBeVisible();

  await editor.getByText("Paragraph 55:", { exact: false }).click();
  await expect(owner.getByText("Paragraph 55:", { exact: false })).toBeInViewport();
  await openAt(editor, other.path);
  await owner.waitForURL(`**${other.path}`);
  await expect(owner.getByText(`Following ${editorName}`)).toBeVisible();

  await openedArticle(owner);
  await owner.keyboard.press("Escape");
  await expect(owner.getByText(`Following ${editorName}`)).toHaveCount(0);
  await editor.getByText("Paragraph 55:", { exact: false }).click();
  const beside = owner.getByRole("list", { name: "Where others are" });
  await expect(beside.getByRole("img", { name: `${editorName} is at: Paragraph 55` })).toBeAttached();
  await expect(owner.getByText("Paragraph 55:", { exact: false })).not.toBeInViewport();
});

test("signing out closes what is open in another tab", async ({ reviewer }) => {
  const { path } = await addArticle(reviewer, "Signed out meanwhile", text);
  await openAt(reviewer, path);
  const second = await reviewer.context().newPage();
  await second.goto(path);
  const live = reviewer.getByRole("status").filter({ hasText: "Live" });
  await expect(live.first()).toBeVisible();
  await second.getByRole("button", { name: /account/i }).click();
  await second
    .getByRole("menuitem", { name: /sign out/i })
    .first()
    .click();
  await expect(reviewer.getByText("Signed out", { exact: true }).filter({ visible: true })).toHaveCount(1);
});
