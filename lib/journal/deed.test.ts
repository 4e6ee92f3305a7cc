import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAnnotation, deleteAnnotation, restoreAnnotation } from "@/lib/annotations/commands";
import { deleteAnnotations } from "@/lib/annotations/togetherCommands";
import { clearSentence, reopenSentence } from "@/lib/articles/coverageCommands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { brokenAt } from "./chain";
import { entrySchema } from "./entries";
import { entriesAfter } from "./tail";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const named = (deed = uuidv7()) => ({ ...desk.editor, deed });
const journal = () => entriesAfter(desk.db, desk.dossierId, 0, 1_000);

test("a change sent again under its name is done once and answers the same, whatever came after it", async () => {
  const { id } = await desk.tag("490 people", "figure");
  const me = named();
  const first = await changeAnnotation(me, { annotationId: id, version: 1, note: "Which clock?" });
  await changeAnnotation(desk.editor2, { annotationId: id, version: 2, note: "The town hall’s." });
  const before = await journal();
  expect(await changeAnnotation(me, { annotationId: id, version: 1, note: "Which clock?" })).toEqual(first);
  expect(await journal()).toEqual(before);
  expect(before.find((entry) => entry.deed === me.deed)?.payload).toEqual({ annotation: first });
});

test("the name of one person’s change is nothing to another", async () => {
  const { id } = await desk.tag("The minister");
  const me = named();
  await changeAnnotation(me, { annotationId: id, version: 1, note: "mine" });
  const again = changeAnnotation(
    { ...desk.editor2, deed: me.deed },
    { annotationId: id, version: 1, note: "theirs" },
  );
  await expect(again).rejects.toMatchObject({ code: "stale" });
});

test("a refused change may be sent again under its name", async () => {
  const { id } = await desk.tag("Nobody else");
  const me = named();
  await expect(
    changeAnnotation(me, { annotationId: id, version: 7, note: "too soon" }),
  ).rejects.toMatchObject({ code: "stale" });
  await expect(changeAnnotation(me, { annotationId: id, version: 1, note: "now" })).resolves.toMatchObject({
    note: "now",
    version: 2,
  });
});

test("deleting, bringing back, clearing, opening again and many at once are done once", async () => {
  const { dossierId, article } = desk;
  const one = await desk.tag("All were told");
  const two = await desk.tag("to wait");
  const sentence = {
    articleId: article.id,
    start: 0,
    end: "The minister said 490 people were freed.".length,
  };
  const items = [one, two].map(({ id }) => ({ id, version: id === one.id ? 3 : 1 }));
  const deeds = [
    (me: typeof desk.editor) => deleteAnnotation(me, { annotationId: one.id, version: 1 }),
    (me: typeof desk.editor) => restoreAnnotation(me, { annotationId: one.id, version: 2 }),
    (me: typeof desk.editor) => deleteAnnotations(me, { dossierId, items }),
    (me: typeof desk.editor) => clearSentence(me, sentence),
    (me: typeof desk.editor) => reopenSentence(me, sentence),
  ];
  for (const deed of deeds) {
    const me = named();
    const first = await deed(me);
    const before = (await journal()).length;
    expect(await deed(me)).toEqual(first);
    expect((await journal()).length).toBe(before);
  }
});

test("the chain is whole, and the stream carries the names", async () => {
  const entries = await journal();
  expect(brokenAt(entries)).toBeNull();
  for (const entry of entries) expect(entrySchema.safeParse(entry).error).toBeUndefined();
  expect(entrySchema.parse(entries.find(({ deed }) => deed)).deed).toBeDefined();
});
