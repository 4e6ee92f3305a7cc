import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { addArticle } from "./ownArticle";
import { openedArticle } from "./passages";
import { call, test } from "./people";

const text = [
  "The ministry said 312 prisoners had left on Monday.",
  "A lawyer who was there counted 290.",
  "Nobody published a list.",
].join("\n");
const counted = "312 prisoners";
const lawyer = "counted 290";

async function json(page: Page, method: "GET" | "POST" | "PUT", path: string, data?: unknown) {
  const answer = await call(page, method, path, data);
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

test("submitting says what stands in the way; what is returned comes back, is fixed, and is seen again", async ({
  editor,
  reviewer,
}) => {
  const title = `Left on Monday ${Date.now()}`;
  const { id: articleId, path } = await addArticle(editor, title, text, [
    { exact: counted, kind: "figure" },
    { exact: lawyer, kind: "figure" },
  ]);
  const dossier = path.slice(0, path.indexOf("/articles"));
  const report = await json(editor, "POST", `/api${dossier}/reports`, {
    title: `How many left? ${Date.now()}`,
    articles: [articleId],
  });
  const panel = editor.getByRole("dialog", { name: "Submit for review" });

  await test.step("each thing that stands in the way leads to its place", async () => {
    await editor.goto(`${dossier}/reports/${report.id}`);
    await editor.getByRole("button", { name: "Submit for review…" }).click();
    await expect(panel.getByText("1 open sentence", { exact: true })).toBeVisible();
    await panel.getByText("2 annotations not checked", { exact: true }).click();
    await expectAccessible(editor);
    await panel.getByLabel(/Accept these as they are.*open sentence/).fill("It says nothing to check.");
    await panel.getByRole("link", { name: counted }).click();
    await openedArticle(editor);
    await expect(editor.locator('[data-annotation][aria-current="true"]')).toContainText(counted);
  });

  await test.step("what was written waits through the visit, and is frozen with the report", async () => {
    await editor.goto(`${dossier}/reports/${report.id}`);
    await editor.getByRole("button", { name: "Submit for review…" }).click();
    await expect(panel.getByLabel(/Accept these as they are.*open sentence/)).toHaveValue(
      "It says nothing to check.",
    );
    await panel.getByLabel("Note to the reviewers").fill("Two counts.");
    await panel.getByRole("button", { name: "Freeze and submit" }).click();
    await expect(editor).toHaveURL(/\/rounds\//);
  });
  const { items: rounds } = await json(reviewer, "GET", `/api/reports/${report.id}/rounds`);
  const { snapshot, items } = await json(reviewer, "GET", `/api/rounds/${rounds[0].id}`);
  expect(snapshot.openPoints).toEqual([
    { kind: "open_sentences", on: { type: "article", id: articleId }, reason: "It says nothing to check." },
  ]);

  const idOf = (exact: string) =>
    snapshot.annotations.find((one: { exact: string }) => one.exact === exact)?.id as string;
  const decision = (exact: string, words: object) => ({ type: "annotation", id: idOf(exact), ...words });
  await json(reviewer, "PUT", `/api/rounds/${rounds[0].id}/decisions`, {
    contentHash: rounds[0].contentHash,
    items: [
      decision(lawyer, { decision: "accepted" }),
      decision(counted, {
        ...{ decision: "returned", reason: "Which ministry?" },
        suggestion: "The interior ministry’s count.",
      }),
    ],
  });
  expect(items).toHaveLength(2);

  await test.step("its author finds it, uses the suggestion, takes that back, and answers", async () => {
    await editor.goto(`${dossier}?tab=returned`);
    const item = editor.getByRole("listitem").filter({ hasText: title });
    await expect(item.getByText("Which ministry?")).toBeVisible();
    await expectAccessible(editor);
    await item.getByRole("link", { name: counted }).click();
    await openedArticle(editor);
    const card = editor.locator('[data-annotation][aria-current="true"]');
    const returned = card.getByRole("region", { name: "Returned by a reviewer" });
    await expect(returned.getByText("The interior ministry’s count.")).toBeVisible();
    await returned.getByRole("button", { name: "Use it" }).click();
    await expect(returned.getByText("Fixed, to be seen again")).toBeVisible();
    await editor.getByRole("button", { name: "Undo", exact: true }).last().click();
    await expect(returned.getByText("Returned", { exact: true })).toBeVisible();
    await returned.getByRole("button", { name: "Answer" }).click();
    await returned.getByLabel("Answer the reviewer").fill("The interior ministry.");
    await editor.keyboard.press("Control+Enter");
    await expect(returned.getByText("Returned, answered")).toBeVisible();
    await returned.getByRole("button", { name: "Use it" }).click();
    await expect(returned.getByText("Fixed, to be seen again")).toBeVisible();
  });

  await test.step("the next round carries what is unchanged and asks again for what was fixed", async () => {
    await json(reviewer, "POST", `/api/rounds/${rounds[0].id}/return`, { reason: "One thing." });
    await editor.goto(`${dossier}/reports/${report.id}`);
    await editor.getByRole("button", { name: "Submit for review…" }).click();
    await expect(
      panel.getByText(/1 fixed, to be seen again · 1 accepted before and unchanged/),
    ).toBeVisible();
    await panel.getByRole("button", { name: "Freeze and submit" }).click();
    await expect(editor).not.toHaveURL(new RegExp(`${rounds[0].id}|reports/${report.id}$`));
    const { items: now } = await json(reviewer, "GET", `/api/reports/${report.id}/rounds`);
    const itemOf = (exact: string) => now[0].items.find((one: { id: string }) => one.id === idOf(exact));
    expect(itemOf(lawyer)).toMatchObject({ decision: "accepted", carriedFrom: rounds[0].id });
    expect(itemOf(counted)).toMatchObject({ decision: null, carriedFrom: null });
  });
});
