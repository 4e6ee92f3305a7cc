import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAnnotation } from "@/lib/annotations/commands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { createLink } from "./commands";
import { parseFilter } from "./filter";
import { readPicture } from "./pictureQueries";
import { pictureSchema } from "./pictureSchema";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("a picture has the linked annotations only, dated, each speaker in one spelling, as the filter lets through", async () => {
  const read = (query: string, who = desk.viewer) =>
    readPicture(who, { dossierId: desk.dossierId, ...parseFilter(query) });
  expect(await read("")).toEqual({ articles: [], statements: [], links: [], total: 0 });
  const [a, b, c] = [
    await desk.tag("490 people were freed", "figure"),
    await desk.tag("Nobody else confirmed it", "official_statement"),
    await desk.tag("All were told to wait", "official_statement"),
  ];
  await desk.tag("came too");
  const attribute = (id: string, attributes: { speaker: string; saidOn?: string }) =>
    changeAnnotation(desk.editor, { annotationId: id, version: 1, attributes });
  await attribute(b.id, { speaker: "Élodie Martin", saidOn: "2014-06-09" });
  await attribute(c.id, { speaker: "elodie martin" });
  const link = (from: string, to: string, relation: "contradicts" | "supports") =>
    createLink(desk.editor, { dossierId: desk.dossierId, from, to, relation });
  const contradiction = await link(a.id, b.id, "contradicts");
  await link(b.id, c.id, "supports");

  const picture = pictureSchema.parse(await read(""));
  expect(picture).toMatchObject({ total: 2, articles: [{ id: desk.article.id, title: "An article" }] });
  const byId = new Map(picture.statements.map((one) => [one.id, one]));
  expect([...byId.keys()].toSorted()).toEqual([a.id, b.id, c.id].toSorted());
  expect(byId.get(b.id)).toMatchObject({ day: "2014-06-09", dayIs: "said", words: b.exact });
  expect(byId.get(c.id)?.speaker).toBe(byId.get(b.id)?.speaker);
  expect(byId.get(a.id)?.speaker).toBeNull();
  const narrowed = await read("relation=contradicts");
  expect(narrowed.links).toEqual([
    expect.objectContaining({ id: contradiction.id, from: a.id, to: b.id, relation: "contradicts" }),
  ]);
  expect(narrowed.statements).toHaveLength(2);
  await expect(read("", desk.outsider)).rejects.toMatchObject({ code: "not_found" });
});
