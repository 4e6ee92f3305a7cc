import { afterAll, beforeAll, expect, test } from "vitest";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { readArticleAt } from "./queries";

let desk: TestDesk;
const second = "018f0000-0000-7000-8000-000000000002";
beforeAll(async () => {
  desk = await openDesk();
  const first = await desk.db.revision.findUniqueOrThrow({ where: { id: desk.article.revisionId } });
  const corrected = { text: "They were freed.", id: second, number: 2 };
  await desk.db.revision.create({ data: { ...first, ...corrected, document: first.document as object } });
});
afterAll(() => desk.close());

test("an article is read at the revision that is asked for, and says which there are", async () => {
  const articleId = desk.article.id;
  const earlier = await readArticleAt(desk.viewer, { articleId, revisionId: desk.article.revisionId });
  expect(earlier.revision.text).toBe(desk.text);
  expect(earlier.revisions.map(({ number }) => number)).toEqual([1, 2]);
  // What the article calls its own is the newest, whichever is read.
  expect(earlier.revisionId).toBe(second);
});

test.each([
  ["none is asked for", undefined],
  ["another article's is asked for", "018f0000-0000-7000-8000-00000000000f"],
])("the newest is read when %s", async (_name, revisionId) => {
  const { revision } = await readArticleAt(desk.viewer, { articleId: desk.article.id, revisionId });
  expect(revision.text).toBe("They were freed.");
});

test("an outsider reads no revision", async () => {
  const read = readArticleAt(desk.outsider, { articleId: desk.article.id });
  await expect(read).rejects.toMatchObject({ code: "not_found" });
});
