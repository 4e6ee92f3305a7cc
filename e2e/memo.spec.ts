import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { call, test } from "./people";

/** A report of a promise's own in the sample dossier; answers its address and the API's. */
async function addReport(page: Page, title: string, memo: string): Promise<{ path: string; api: string }> {
  const { items } = await (await call(page, "GET", "/api/dossiers")).json();
  const dossier = items.find((one: { title: string }) => one.title.startsWith("Two amnesties"));
  const made = await call(page, "POST", `/api/dossiers/${dossier.id}/reports`, { title, memo });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  return { path: `/dossiers/${dossier.id}/reports/${id}`, api: `/api/reports/${id}` };
}

const memoOf = (page: Page) => page.getByRole("textbox", { name: "Memo" });
const statusOf = (page: Page, phase: string) => page.locator(`[data-memo="${phase}"]`);

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(memoOf(page)).toBeVisible();
}

/** Puts the caret behind the last word and types. */
async function write(page: Page, words: string): Promise<void> {
  await memoOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

test("two people in one memo see each other's words and carets, and undo takes back one's own", async ({
  editor,
  owner,
}) => {
  const { path, api } = await addReport(editor, "Written together", "It began here.");
  await open(editor, path);
  await open(owner, path);

  await write(editor, " The editor wrote this.");
  await expect(memoOf(owner)).toContainText("The editor wrote this.");
  const name = (await editor.request.get("/api/account").then((answer) => answer.json())).name as string;
  await expect(owner.locator(`[data-caret="${name}"]`)).toBeVisible();
  await expect(owner.getByText(`Also writing here: ${name}`)).toBeVisible();

  await write(owner, " And the owner this.");
  await expect(memoOf(editor)).toContainText("And the owner this.");
  const undo = editor.getByRole("button", { name: "Undo" });
  // A pause while typing begins another step.
  while (await undo.isEnabled()) await undo.click();
  const both = "It began here. And the owner this.";
  await expect(memoOf(editor)).toHaveText(both);
  await expect(memoOf(owner)).toHaveText(both);
  await expect(statusOf(editor, "saved")).toBeVisible();

  // Whoever leaves takes their caret along.
  await editor.goto("/dossiers");
  await expect(owner.locator(`[data-caret="${name}"]`)).toHaveCount(0);
  expect((await (await call(owner, "GET", api)).json()).memo).toBe(both);
});

test("what is typed without a network merges with what the other typed, and a closed tab loses nothing", async ({
  editor,
  owner,
}) => {
  const { path } = await addReport(editor, "Without a network", "Start.");
  await open(editor, path);
  await open(owner, path);
  await expect(statusOf(editor, "saved")).toBeVisible();

  await editor.context().setOffline(true);
  await write(editor, " Typed offline.");
  await expect(statusOf(editor, "waiting")).toBeVisible();
  await write(owner, " Typed online.");
  await expect(statusOf(owner, "saved")).toBeVisible();

  await editor.close();
  const again = await editor.context().newPage();
  await editor.context().setOffline(false);
  await open(again, path);
  await expect(statusOf(again, "saved")).toBeVisible();
  for (const page of [again, owner]) {
    await expect(memoOf(page)).toContainText("Typed offline.");
    await expect(memoOf(page)).toContainText("Typed online.");
  }
  const words = (await memoOf(owner).textContent()) ?? "";
  expect(words.match(/Typed offline\./g)).toHaveLength(1);
});

test("saved words stay through a reload and go into the export, and a program's change reaches the open editor", async ({
  editor,
}) => {
  const { path, api } = await addReport(editor, "Taken out", "First.");
  await open(editor, path);
  await write(editor, " Last words, R&D.");
  await expect(statusOf(editor, "saved")).toBeVisible();
  await editor.reload();
  await expect(memoOf(editor)).toHaveText("First. Last words, R&D.");
  const page = await (await call(editor, "GET", `${api}/export?format=html&round=draft`)).text();
  expect(page).toContain("First. Last words, R&amp;D.");

  const { version } = await (await call(editor, "GET", api)).json();
  const memo = "## A heading\n\nFirst. Last words, R&D.";
  const changed = await call(editor, "PATCH", api, { version, memo });
  expect(changed.status()).toBe(200);
  await expect(memoOf(editor).getByRole("heading", { name: "A heading" })).toBeVisible();
  await write(editor, " More.");
  await expect(statusOf(editor, "saved")).toBeVisible();
  expect((await (await call(editor, "GET", api)).json()).memo).toBe(`${memo} More.`);
});

test("a viewer reads the memo as it is written, and cannot write; the page is accessible", async ({
  editor,
  viewer,
}) => {
  const { path } = await addReport(editor, "Read along", "Read this.");
  await open(editor, path);
  await open(viewer, path);
  await write(editor, " And this, live.");
  await expect(memoOf(viewer)).toHaveText("Read this. And this, live.");
  await expect(memoOf(viewer)).toHaveAttribute("aria-readonly", "true");
  await expect(memoOf(viewer)).toHaveAttribute("contenteditable", "false");
  await expectAccessible(editor);
  await expectAccessible(viewer);
});

test("whoever only reads a memo changes nothing in it", async ({ editor }) => {
  const sent: string[] = [];
  editor.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/memo/updates")) sent.push(request.url());
  });
  for (const memo of ["", "What is open:\n\n- the first\n- the last", "> A quotation at the end"]) {
    const { path } = await addReport(editor, "Only read", memo);
    await open(editor, path);
    await expect(statusOf(editor, "saved")).toBeVisible();
    await memoOf(editor).click();
    // Leaving sends what is still waiting.
    await editor.goto("/dossiers");
  }
  expect(sent).toEqual([]);
});
