import { writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { openedArticle } from "./passages";
import { call, test } from "./people";

async function samplePaths(page: Page) {
  const { items } = await (await call(page, "GET", "/api/dossiers")).json();
  const { id } = items.find((one: { title: string }) => one.title.startsWith("Two amnesties"));
  const reports = await (await call(page, "GET", `/api/dossiers/${id}/reports`)).json();
  const articles = await (await call(page, "GET", `/api/dossiers/${id}/articles`)).json();
  return { dossier: `/dossiers/${id}`, reportId: reports.items[0].id, articles: articles.items };
}

test("nothing serious by axe on the public pages", async ({ page }) => {
  for (const path of ["/sign-in", "/verify", "/nowhere"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});

test("nothing serious by axe on the pages of a dossier", async ({ owner }) => {
  test.setTimeout(180_000);
  const { dossier, reportId } = await samplePaths(owner);
  const tabs = ["articles", "links", "reports", "members", "activity"].map((tab) => `${dossier}?tab=${tab}`);
  for (const path of ["/dossiers", ...tabs, `${dossier}/reports/${reportId}`, `${dossier}/log`]) {
    await owner.goto(path);
    await expect(owner.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(owner);
  }
});

test("nothing serious by axe on the desk, left to right and right to left, with a card open", async ({
  editor,
}) => {
  test.setTimeout(180_000);
  const { dossier, articles } = await samplePaths(editor);
  for (const { id } of articles.slice(0, 3)) {
    await editor.goto(`${dossier}/articles/${id}`);
    await openedArticle(editor);
    await editor.keyboard.press("j");
    await expect(editor.locator('[aria-current="true"]').first()).toBeVisible();
    await expectAccessible(editor);
  }
});

test("nothing serious by axe on a review and in the exported page", async ({ editor, reviewer }, info) => {
  test.setTimeout(180_000);
  const { dossier } = await samplePaths(editor);
  const id = dossier.split("/").at(-1);
  const report = await (
    await call(editor, "POST", `/api/dossiers/${id}/reports`, { title: "For axe" })
  ).json();
  const round = await (await call(editor, "POST", `/api/reports/${report.id}/rounds`, {})).json();
  await reviewer.goto(`${dossier}/reports/${report.id}/rounds/${round.id}`);
  await expect(reviewer.getByRole("heading", { name: "Review, round 1" })).toBeVisible();
  await expectAccessible(reviewer);
  const exported = await call(editor, "GET", `/api/reports/${report.id}/export?format=html`);
  const file = info.outputPath("draft.html");
  writeFileSync(file, await exported.body());
  await editor.goto(`file://${file}`);
  await expect(editor.getByText(/draft/i).first()).toBeVisible();
  await expectAccessible(editor);
});
