import { readFileSync, writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { account, call, test } from "./people";

const text = "The office said that 12 bridges were repaired.\nThree of them are closed again.";

async function post(page: Page, path: string, data: unknown) {
  const answer = await call(page, "POST", path, data);
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(201);
  return answer.json();
}

test("what was signed is corrected beside it, withdrawn with a reason, and its export says so", async ({
  owner,
  editor,
  reviewer,
}, info) => {
  test.setTimeout(120_000);
  const { id: dossierId } = await post(owner, "/api/dossiers", { title: "Bridges" });
  for (const role of ["editor", "reviewer"] as const) {
    await post(owner, `/api/dossiers/${dossierId}/members`, { email: account(role).email, role });
  }
  const article = await post(editor, `/api/dossiers/${dossierId}/articles`, {
    title: "Twelve bridges",
    text,
  });
  const exact = "12 bridges were repaired";
  const start = text.indexOf(exact);
  const passage = { start, end: start + exact.length, exact, kind: "figure" };
  await post(editor, `/api/articles/${article.id}/annotations`, passage);
  const report = await post(editor, `/api/dossiers/${dossierId}/reports`, { title: "How many bridges?" });
  const submitted = await call(editor, "POST", `/api/reports/${report.id}/rounds`, {});
  expect(submitted.status(), await submitted.text()).toBe(201);
  const round = await submitted.json();
  const items = round.items.map(({ type, id }: { type: string; id: string }) => ({
    type,
    id,
    decision: "accepted",
  }));
  const decided = await reviewer.request.put(`/api/rounds/${round.id}/decisions`, {
    data: { items },
    headers: { origin: new URL(process.env.STET_E2E_URL ?? "http://127.0.0.1").origin },
  });
  expect(decided.status(), await decided.text()).toBe(200);
  const path = `/dossiers/${dossierId}/reports/${report.id}/rounds/${round.id}`;
  const signOff = (page: Page) => page.getByRole("region", { name: "Sign-off" });

  await test.step("the panel says what is signed; a wrong password signs nothing, the right one does", async () => {
    await reviewer.goto(path);
    const panel = signOff(reviewer);
    await expect(panel).toContainText("1 passage in 1 article: 0 claims, 1 figure, 0 official statements");
    await expect(panel).toContainText("accepted 1 item");
    await panel.getByText("in full").click();
    await expect(panel).toContainText(round.contentHash);
    await panel.getByLabel("Your password").fill("surely not this");
    await panel.getByRole("button", { name: "Sign round 1" }).click();
    await expect(panel.getByText("This is not your password")).toBeVisible();
    await panel.getByLabel("Your password").fill(account("reviewer").password);
    await panel.getByRole("button", { name: "Sign round 1" }).click();
    await expect(panel.getByText(/Signed by/)).toBeVisible();
    await expectAccessible(reviewer);
  });

  await test.step("a correction stands beside what was signed, for everyone, and in the export, which is valid", async () => {
    await editor.goto(path);
    await signOff(reviewer).getByRole("button", { name: "Add a correction…" }).click();
    const dialog = reviewer.getByRole("dialog");
    await dialog.getByLabel("What it is about").selectOption({ label: `“${exact}”` });
    await dialog.getByLabel("What was wrong").fill("It was 11 bridges.");
    await dialog.getByLabel("What is right").fill("Eleven were repaired, one was painted.");
    await dialog.getByRole("button", { name: "Add the correction" }).click();
    await expect(dialog).toBeHidden();
    await expect(signOff(editor)).toContainText("Eleven were repaired");
    const answer = await editor.request.get(`/api/reports/${report.id}/export?format=html&round=1`);
    writeFileSync(info.outputPath("signed.html"), await answer.body());
    await editor.goto("/verify");
    await editor.getByLabel("Exported file").setInputFiles(info.outputPath("signed.html"));
    await expect(editor.getByText("Yes: this is what was signed")).toBeVisible();
    await expect(editor.getByRole("region", { name: "Corrections" })).toContainText("Eleven were repaired");
    await expect(editor.getByRole("region", { name: "Public keys of this Stet" })).toContainText("in use");
  });

  await test.step("the owner withdraws the sign-off with a reason; the report goes back to its editors", async () => {
    await owner.goto(path);
    await signOff(owner).getByRole("button", { name: "Withdraw…" }).click();
    const dialog = owner.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("The list of bridges was forged.");
    await dialog.getByLabel("Your password").fill(account("owner").password);
    await dialog.getByRole("button", { name: "Withdraw the sign-off" }).click();
    await expect(dialog).toBeHidden();
    await expect(signOff(reviewer)).toContainText("The list of bridges was forged.");
    await editor.goto(`/dossiers/${dossierId}/reports/${report.id}`);
    await expect(editor.getByText("The sign-off of round 1 was withdrawn")).toBeVisible();
    await expect(editor.getByText("Returned", { exact: true }).first()).toBeVisible();
    await expectAccessible(editor);
  });

  await test.step("the new export says so on its face; the old one is known to be withdrawn where it was signed", async () => {
    const answer = await editor.request.get(`/api/reports/${report.id}/export?format=html&round=1`);
    expect(answer.headers()["content-disposition"]).toContain("withdrawn");
    writeFileSync(info.outputPath("withdrawn.html"), await answer.body());
    expect(readFileSync(info.outputPath("withdrawn.html"), "utf8")).toContain("<strong>WITHDRAWN.</strong>");
    await editor.goto("/verify");
    for (const file of ["withdrawn.html", "signed.html"]) {
      await editor.getByLabel("Exported file").setInputFiles(info.outputPath(file));
      await expect(editor.getByText("Withdrawn: this was signed")).toBeVisible();
      await expect(editor.getByText(/because: The list of bridges was forged/)).toBeVisible();
    }
  });
});
