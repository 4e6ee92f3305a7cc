import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { changeAnnotation, createAnnotation, deleteAnnotation, restoreAnnotation } from "./commands";
import { listAnnotations, readAnnotation } from "./queries";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const exact = "490 people were freed";
const place = () => {
  const start = desk.text.indexOf(exact);
  return { articleId: desk.article.id, start, end: start + exact.length, exact, kind: "claim" as const };
};
const rowsAndEntries = async () => [await desk.db.annotation.count(), await desk.db.journalEntry.count()];

describe("tagging a passage", () => {
  test("keeps its words, context and maker", async () => {
    const annotation = await createAnnotation(desk.editor, { ...place(), note: "Who counted?" });
    expect(annotation).toMatchObject({ exact, note: "Who counted?", version: 1, checkStatus: "unchecked" });
    expect(annotation.prefix + annotation.exact + annotation.suffix).toBe(
      desk.text.slice(annotation.start - annotation.prefix.length, annotation.end + annotation.suffix.length),
    );
    expect(annotation.createdBy).toBe(desk.editor.caller.id);
  });

  const family = "👩‍👩‍👧";
  test.each([
    ["a quote that does not match", { exact: "491 people were freed" }, "quote_mismatch"],
    ["an end past the text", { end: 100_000 }, "out_of_range"],
    ["an empty range", { end: 17, start: 17, exact: "x" }, "out_of_range"],
    ["a range turned around", { start: 20, end: 17, exact: "x" }, "out_of_range"],
    ["an attribute of another kind", { attributes: { value: 3 } }, "invalid"],
    ["an assignee from elsewhere", { assignee: uuidv7() }, "invalid"],
  ])("is refused for %s, and nothing is written", async (_name, wrong, code) => {
    const before = await rowsAndEntries();
    await expect(createAnnotation(desk.editor, { ...place(), ...wrong })).rejects.toMatchObject({ code });
    expect(await rowsAndEntries()).toEqual(before);
  });

  test("is refused inside a character of several code points", async () => {
    const start = desk.text.indexOf(family);
    const half = {
      articleId: desk.article.id,
      start,
      end: start + 2,
      exact: family.slice(0, 2),
      kind: "claim" as const,
    };
    await expect(createAnnotation(desk.editor, half)).rejects.toMatchObject({ code: "out_of_range" });
    const whole = { ...half, end: start + family.length, exact: family };
    expect((await createAnnotation(desk.editor, whole)).exact).toBe(family);
  });

  test("is refused to a viewer, and the article is unknown to an outsider", async () => {
    await expect(createAnnotation(desk.viewer, place())).rejects.toMatchObject({ code: "forbidden" });
    await expect(createAnnotation(desk.outsider, place())).rejects.toMatchObject({ code: "not_found" });
  });

  test("repeated with the same id and content is the same success; with other content a duplicate", async () => {
    const id = uuidv7();
    const first = await createAnnotation(desk.editor, { ...place(), id });
    await changeAnnotation(desk.editor, { annotationId: id, version: 1, note: "Later." });
    const before = await rowsAndEntries();
    expect((await createAnnotation(desk.editor, { ...place(), id })).id).toBe(first.id);
    for (const [who, input] of [
      [desk.editor, { ...place(), id, kind: "figure" as const }],
      [desk.editor2, { ...place(), id }],
    ] as const) {
      await expect(createAnnotation(who, input)).rejects.toMatchObject({ code: "duplicate" });
    }
    expect(await rowsAndEntries()).toEqual(before);
  });
});

describe("changing an annotation", () => {
  test("of two edits that saw the same version one wins and the other is told what stands now", async () => {
    const { id } = await desk.tag("Nobody else");
    const edits = await Promise.allSettled([
      changeAnnotation(desk.editor, { annotationId: id, version: 1, note: "one" }),
      changeAnnotation(desk.editor2, { annotationId: id, version: 1, note: "two" }),
    ]);
    const won = edits.find((edit) => edit.status === "fulfilled");
    const lost = edits.find((edit) => edit.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "stale", current: won?.value });
    expect(await readAnnotation(desk.viewer, { annotationId: id })).toEqual(won?.value);
  });

  test("to another kind keeps the attributes that kind has", async () => {
    const { id } = await desk.tag("The minister", "official_statement");
    const attributes = { speaker: "The minister", mode: "direct" };
    await changeAnnotation(desk.editor, { annotationId: id, version: 1, attributes });
    const claim = await changeAnnotation(desk.editor, { annotationId: id, version: 2, kind: "claim" });
    expect(claim.attributes).toEqual(attributes);
    const figure = await changeAnnotation(desk.editor, { annotationId: id, version: 3, kind: "figure" });
    expect(figure.attributes).toEqual({});
  });

  test("records who checked; the second checker is another person, and each speaks only for themselves", async () => {
    const { id } = await desk.tag("All were told");
    const change = (who: TestDesk["editor"], version: number, wanted: object) =>
      changeAnnotation(who, { annotationId: id, version, ...wanted });
    const checked = await change(desk.editor, 1, { checkStatus: "confirmed" });
    expect(checked.checker).toBe(desk.editor.caller.id);
    const me = desk.editor.caller.id;
    await expect(change(desk.editor, 2, { secondChecker: me })).rejects.toMatchObject({ code: "invalid" });
    await expect(change(desk.editor2, 2, { checker: desk.owner.caller.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    const twice = await change(desk.editor2, 2, { secondChecker: desk.editor2.caller.id });
    expect([twice.checker, twice.secondChecker]).toEqual([me, desk.editor2.caller.id]);
    const range = { start: twice.start, end: twice.start + 3, exact: "All" };
    expect(await change(desk.editor, 3, { range })).toMatchObject({
      checkStatus: "unchecked",
      checker: null,
    });
  });

  test("deleting and restoring are both in the journal and bring back the same thing", async () => {
    const before = await desk.tag("told to wait");
    await deleteAnnotation(desk.editor, { annotationId: before.id, version: 1 });
    const list = await listAnnotations(desk.editor, { articleId: desk.article.id, limit: 500 });
    expect(list.items.map(({ id }) => id)).not.toContain(before.id);
    const back = await restoreAnnotation(desk.editor2, { annotationId: before.id, version: 2 });
    expect(back).toMatchObject({ exact: before.exact, deletedAt: null, version: 3 });
    const types = await desk.db.journalEntry.findMany({
      where: { subjectId: before.id },
      orderBy: { seq: "asc" },
    });
    expect(types.map(({ type }) => type)).toEqual([
      "annotation.created",
      "annotation.deleted",
      "annotation.restored",
    ]);
  });
});
