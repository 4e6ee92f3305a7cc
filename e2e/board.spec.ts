import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { call, test } from "./people";

const texts = {
  first:
    "The decree freed 1,310 prisoners in the capital and 341 elsewhere. The court had promised it in spring.",
  second:
    "Hundreds of prisoners were freed, a spokeswoman said. Nobody was told why. The list was never printed.",
};

type Made = { dossierId: string; tag(article: 0 | 1, exact: string, kind?: string): Promise<string> };

async function madeDossier(page: Page): Promise<Made> {
  const post = async (path: string, data: unknown) => (await call(page, "POST", path, data)).json();
  const { id: dossierId } = await post("/api/dossiers", { title: "A board" });
  for (const role of ["editor", "reviewer"]) {
    await post(`/api/dossiers/${dossierId}/members`, { email: `${role}@stet.example`, role });
  }
  const articles: { id: string; revision?: { text: string } }[] = [];
  for (const [title, text] of Object.entries(texts)) {
    articles.push(await post(`/api/dossiers/${dossierId}/articles`, { title, text, paragraphs: "line" }));
  }
  return {
    dossierId,
    async tag(article, exact, kind = "claim") {
      const start = Object.values(texts)[article]?.indexOf(exact) ?? -1;
      const passage = { start, end: start + exact.length, exact, kind };
      return (await post(`/api/articles/${articles[article]?.id}/annotations`, passage)).id;
    },
  };
}

const cards = (page: Page) => page.getByRole("list", { name: "Links" }).getByRole("listitem");

async function opened(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[data-board-ready]")).toBeAttached({ timeout: 60_000 });
}

test("the board: shared filters, decisions with reasons, another look, and what others add", async ({
  owner,
  editor,
}) => {
  test.setTimeout(240_000);
  const { dossierId, tag } = await madeDossier(owner);
  const links = `/api/dossiers/${dossierId}/links`;
  const figure = await tag(0, "1,310 prisoners in the capital and 341", "figure");
  const vague = await tag(1, "Hundreds of prisoners", "figure");
  const promise = await tag(0, "The court had promised it in spring");
  const silent = await tag(1, "Nobody was told why");
  const contradiction = { from: figure, to: vague, relation: "contradicts", subtype: "figure" };
  const made = await (
    await call(owner, "POST", links, { ...contradiction, strength: "apparent", sameEvent: "no" })
  ).json();
  await call(owner, "POST", links, { from: silent, to: promise, relation: "disputes" });
  await call(owner, "POST", links, { from: vague, to: promise, relation: "context" });

  // A filter is in the address, survives a reload, and reaches another person under its name.
  await opened(owner, `/dossiers/${dossierId}/links`);
  await expect(cards(owner)).toHaveCount(3);
  await owner.getByRole("button", { name: "Relation" }).click();
  await owner.getByRole("checkbox", { name: "contradicts" }).check();
  await owner.keyboard.press("Escape");
  await expect(cards(owner)).toHaveCount(1);
  await expect(owner).toHaveURL(/relation=contradicts/);
  await owner.reload();
  await expect(cards(owner)).toHaveCount(1);
  await expect(cards(owner)).toContainText(/apparent.*different events/s);
  await expect(cards(owner)).toContainText("1,310 + 341 = 1,651");
  await opened(editor, `/dossiers/${dossierId}/links`);
  await expect(cards(editor)).toHaveCount(3);
  await owner.getByRole("button", { name: "Keep this filter" }).click();
  await owner.getByLabel("Keep the present filter as").fill("Only contradictions");
  await owner.getByRole("button", { name: "Keep", exact: true }).click();
  await owner.keyboard.press("Escape");
  await editor.getByRole("button", { name: "Only contradictions" }).click();
  await expect(cards(editor)).toHaveCount(1);
  await editor.getByRole("button", { name: "Show all" }).click();

  // Decided in bulk by keyboard: refused without a reason, then told in the history.
  await expect(cards(editor)).toHaveCount(3);
  await editor.keyboard.press("j");
  await editor.keyboard.press("x");
  await editor.keyboard.press("j");
  await editor.keyboard.press("x");
  await editor.keyboard.press("e");
  const dialog = editor.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Explain 2 links" })).toBeVisible();
  await dialog.getByRole("button", { name: "Explain" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Say why");
  await dialog.getByLabel("Reason").fill("Two different lists.");
  await editor.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(editor.getByText("Explained because: Two different lists.")).toHaveCount(2);
  await editor.keyboard.press("Enter");
  await expect(editor.getByRole("region", { name: "History" })).toContainText(
    "open → explained: “Two different lists.”",
  );

  // The same contradiction the other way round is refused with the one that exists.
  const swapped = await call(editor, "POST", links, { ...contradiction, from: vague, to: figure });
  expect(swapped.status()).toBe(409);
  expect((await swapped.json()).error).toMatchObject({ code: "duplicate", current: { id: made.id } });

  // An end is changed: both boards ask for another look, until somebody has looked.
  const before = await (await call(owner, "GET", `/api/annotations/${vague}`)).json();
  await call(owner, "PATCH", `/api/annotations/${vague}`, {
    ...{ version: before.version, attributes: { min: 200, max: 999 } },
  });
  await expect(cards(owner)).toContainText("Look again");
  await owner.getByRole("button", { name: "Seen again" }).click();
  await expect(cards(owner)).not.toContainText("Look again");

  // What another person links is there at once.
  await call(editor, "POST", links, { from: silent, to: figure, relation: "contradicts" });
  await expect(cards(owner)).toHaveCount(2);

  // Words typed with pauses stay in their field, and none of them reaches the board's keys.
  const words = editor.locator("[data-board-words]");
  await words.pressSequentially("hundreds", { delay: 300 });
  await expect(words).toBeFocused();
  await expect(words).toHaveValue("hundreds");
  await expect(editor).toHaveURL(/q=hundreds/);

  await expectAccessible(owner);
  await expectAccessible(editor);
});
