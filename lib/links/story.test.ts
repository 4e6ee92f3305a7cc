import { afterAll, beforeAll, expect, test } from "vitest";
import { createAnnotation } from "@/lib/annotations/commands";
import { addArticle, deleteArticle } from "@/lib/articles/commands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { createLink } from "./commands";
import { boardSpeakers } from "./speakerQueries";
import { readLinkAround } from "./storyQueries";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const qualify = (from: string, to: string) =>
  createLink(desk.editor, { dossierId: desk.dossierId, from, to, relation: "qualifies" });
const passagesAround = async (linkId: string) =>
  (await readLinkAround(desk.viewer, { linkId })).story.steps.map(({ annotation }) => annotation.id);

test("a story tells no words of a deleted article, and its speakers are not offered", async () => {
  const text = "He never said so.";
  const article = await addArticle(desk.editor, {
    ...{ dossierId: desk.dossierId, title: "Another", text, paragraphs: "line" },
  });
  const [first, second] = [await desk.tag("490 people"), await desk.tag("Nobody else")];
  const third = await createAnnotation(desk.editor, {
    ...{ articleId: article.id, start: 0, end: text.length, exact: text, kind: "claim" },
    attributes: { speaker: "A. Nobody" },
  });
  const link = await qualify(second.id, first.id);
  await qualify(third.id, second.id);
  expect(await passagesAround(link.id)).toEqual([first.id, second.id, third.id]);
  expect(await boardSpeakers(desk.viewer, desk.dossierId)).toEqual(["A. Nobody"]);

  await deleteArticle(desk.owner, { articleId: article.id, version: article.version });
  expect(await passagesAround(link.id)).toEqual([first.id, second.id]);
  expect(await boardSpeakers(desk.viewer, desk.dossierId)).toEqual([]);
});

test("links back and forth between the same passages are each walked once", async () => {
  const words = ["The", "minister", "said", "people", "were", "freed", "else", "confirmed", "All", "told"];
  const passages = [];
  for (const word of words) passages.push((await desk.tag(word)).id);
  const links = [];
  for (const from of passages)
    for (const to of passages) if (from !== to) links.push(await qualify(from, to));
  const steps = await passagesAround(links[0]?.id ?? "");
  expect(new Set(steps).size).toBe(steps.length);
  expect(steps.length).toBeGreaterThan(1);
});
