import { expect, type Page } from "@playwright/test";
import { openedArticle } from "./passages";
import { call } from "./people";

type Tag = { exact: string; kind: "claim" | "figure" | "official_statement" };

/**
 * An article of a promise's own in the sample dossier, so that none stands on another's work: one paragraph to a line,
 * tagged as asked. Answers its id and address.
 */
export async function addArticle(
  page: Page,
  title: string,
  text: string,
  tags: readonly Tag[] = [],
): Promise<{ id: string; path: string }> {
  const { items } = await (await call(page, "GET", "/api/dossiers")).json();
  const dossier = items.find((one: { title: string }) => one.title.startsWith("Two amnesties"));
  const article = { title, text, paragraphs: "line" };
  const made = await call(page, "POST", `/api/dossiers/${dossier.id}/articles`, article);
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  for (const tag of tags) {
    const start = text.indexOf(tag.exact);
    const range = { start, end: start + tag.exact.length };
    const tagged = await call(page, "POST", `/api/articles/${id}/annotations`, { ...tag, ...range });
    expect(tagged.status()).toBe(201);
  }
  return { id, path: `/dossiers/${dossier.id}/articles/${id}` };
}

/** The same, open on the desk. Answers its address. */
export async function openFresh(
  page: Page,
  title: string,
  text: string,
  tags: readonly Tag[] = [],
): Promise<string> {
  const { path } = await addArticle(page, title, text, tags);
  await page.goto(path);
  await openedArticle(page);
  return path;
}
