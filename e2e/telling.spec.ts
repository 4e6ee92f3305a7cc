import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { addArticle } from "./ownArticle";
import { call, test } from "./people";

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Inbox/ });

/** An article of the promise's own, with one tagged passage, and the place that comments on it go to. */
async function aPassage(page: Page, title: string, exact: string) {
  const { id, path } = await addArticle(page, title, `${exact} Nothing else is known.`, [
    { exact, kind: "claim" },
  ]);
  const home = path.slice(0, path.indexOf("/articles"));
  const { items } = await (await call(page, "GET", `/api/articles/${id}/annotations`)).json();
  const on = { type: "annotation", id: items[0].id };
  const say = async (as: Page, body: string) => {
    expect((await call(as, "POST", `/api${home}/comments`, { on, body })).status()).toBe(201);
  };
  return { home, articleId: id, annotationId: on.id, say };
}

async function mentionOf(page: Page): Promise<string> {
  const { id, name } = await (await call(page, "GET", "/api/account")).json();
  return `@[${name}](user:${id})`;
}

test("who is mentioned sees it at the bell at once, and one press leads to the very comment", async ({
  editor,
  viewer,
}) => {
  const { home, say } = await aPassage(editor, "Mentions, live", "The bridge was closed in May.");
  await viewer.goto(home);
  const before = Number((await bell(viewer).getAttribute("aria-label"))?.match(/\d+/)?.[0] ?? 0);
  await say(editor, `${await mentionOf(viewer)} which May?`);
  await expect(bell(viewer)).toHaveAttribute("aria-label", `Inbox, ${before + 1} unread`);
  await bell(viewer).click();
  await viewer
    .getByRole("link", { name: /^Unread.*which May\?/ })
    .first()
    .click();
  await expect(viewer).toHaveURL(/#annotation-[0-9a-f-]+\/comment-[0-9a-f-]+$/);
  await expect(viewer.getByText("which May?").first()).toBeVisible();
});

test("an owner adds a webhook, pings it and reads in the log that it arrived; others do not see it", async ({
  owner,
  editor,
}) => {
  const pings: { id: string; signature: string }[] = [];
  const receiver = createServer((request, response) => {
    const header = (name: string) => String(request.headers[name] ?? "");
    pings.push({ id: header("webhook-id"), signature: header("webhook-signature") });
    response.end("thank you");
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`;
  const { home } = await aPassage(owner, "A webhook", "The dam was full.");
  await owner.goto(`${home}?tab=settings`);
  await owner.getByRole("button", { name: "Add a webhook" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByLabel("Address").fill("http://example.org/in");
  await dialog.getByRole("button", { name: "Add the webhook" }).click();
  await expect(dialog.getByText("The address must begin with https://.")).toBeVisible();
  await dialog.getByLabel("Address").fill(url);
  await dialog.getByLabel("Only some of it").check();
  await dialog.getByRole("checkbox", { name: "signed" }).check();
  await dialog.getByRole("button", { name: "Add the webhook" }).click();
  await expect(owner.getByText(/^whsec_/)).toBeVisible();
  await expectAccessible(owner);
  const card = owner.getByRole("listitem").filter({ hasText: url });
  await card.getByRole("button", { name: "Send a ping" }).click();
  const line = card.getByRole("listitem").filter({ hasText: "ping" });
  await expect(line.getByText("Delivered")).toBeVisible();
  await line.getByText("Delivered").click();
  await expect(line.getByText("thank you")).toBeVisible();
  await expect(line.getByText(pings[0]?.id ?? "nothing came")).toBeVisible();
  expect(pings[0]?.signature).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  await expectAccessible(owner);
  await editor.goto(`${home}?tab=settings`);
  await expect(editor.getByRole("tab", { name: /^Articles/ })).toHaveAttribute("aria-selected", "true");
  await expect(editor.getByRole("tab", { name: "Settings" })).toHaveCount(0);
  await card.getByRole("button", { name: "Delete" }).click();
  await owner.getByRole("button", { name: "Delete the webhook" }).click();
  await expect(card).toHaveCount(0);
  await new Promise((resolve) => receiver.close(resolve));
});

test("activity says who did what, by person and article, and leads there; what is new since is marked", async ({
  editor,
  owner,
}) => {
  const { home, articleId, annotationId, say } = await aPassage(
    editor,
    "Activity",
    "The tower fell at noon.",
  );
  await editor.goto(`${home}?tab=activity`);
  const feed = editor.getByRole("tabpanel", { name: "Activity" });
  await expect(feed.getByText("tagged a claim").first()).toBeVisible({ timeout: 30_000 });
  const seen = feed.getByRole("button", { name: "I have seen it all" });
  if (await seen.isVisible()) await seen.click();
  await expect(seen).toHaveCount(0);
  await say(owner, "At noon by which clock?");
  await feed.getByRole("button", { name: "1 new", exact: true }).click();
  await expect(feed.getByText(/^1 new since you were last here/)).toBeVisible();
  await expect(feed.getByText("You were here")).toBeVisible();
  await expectAccessible(editor);

  await feed.getByLabel("Article").selectOption(articleId);
  await feed.getByLabel("About").selectOption("Comments");
  await expect(editor).toHaveURL(new RegExp(`article=${articleId}&kind=comments`));
  await expect(feed.getByRole("listitem")).toHaveCount(1);
  await editor.reload();
  await feed.getByRole("link", { name: /by which clock/ }).click();
  await editor.waitForURL(new RegExp(`#annotation-${annotationId}/comment-`), { timeout: 40_000 });

  await editor.goto("/dossiers");
  await say(owner, "And who saw it?");
  await editor.reload();
  const dossier = editor.getByRole("listitem").filter({ hasText: "Two amnesties" });
  await expect(dossier.getByText("1 new since you were here")).toBeVisible();
});
