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
    const again = () => ({ ...place(), start: place().start + 4, exact: "people were freed" });
    const first = await createAnnotation(desk.editor, { ...again(), id });
    await changeAnnotation(desk.editor, { annotationId: id, version: 1, note: "Later." });
    const before = await rowsAndEntries();
    expect((await createAnnotation(desk.editor, { ...again(), id })).id).toBe(first.id);
    for (const [who, input] of [
      [desk.editor, { ...again(), id, kind: "figure" as const }],
      [desk.editor2, { ...again(), id }],
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

describe("the same words are tagged as the same kind once", () => {
  const twice = "confirmed it";
  const twin = async (kind: "claim" | "figure" = "claim", as = desk.editor) => desk.tag(twice, kind, as);
  const count = () => desk.db.annotation.count({ where: { exact: twice, deletedAt: null } });

  test("of two people who tag them at once one is told of the other's", async () => {
    const made = await Promise.allSettled([twin(), twin("claim", desk.editor2), twin("claim", desk.owner)]);
    const won = made.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const lost = made.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(won).toHaveLength(1);
    expect(lost).toHaveLength(2);
    for (const reason of lost) expect(reason).toMatchObject({ code: "duplicate", current: won[0] });
    expect(await count()).toBe(1);
  });

  test("nor does changing a kind or a range, or bringing one back, make a second", async () => {
    const [claim] = await desk.db.annotation.findMany({ where: { exact: twice } });
    if (!claim) throw new Error("The test before this one tagged it.");
    const figure = await twin("figure");
    const change = (wanted: object) =>
      changeAnnotation(desk.editor, { annotationId: figure.id, version: 1, ...wanted });
    const before = await rowsAndEntries();
    const duplicate = { code: "duplicate", current: { id: claim.id } };
    await expect(change({ kind: "claim" })).rejects.toMatchObject(duplicate);
    expect(await rowsAndEntries()).toEqual(before);

    const wider = await desk.tag(`else ${twice}`);
    const range = { start: claim.start, end: claim.end, exact: twice };
    await expect(
      changeAnnotation(desk.editor, { annotationId: wider.id, version: 1, range }),
    ).rejects.toMatchObject(duplicate);

    await deleteAnnotation(desk.editor, { annotationId: claim.id, version: claim.version });
    expect(await change({ kind: "claim" })).toMatchObject({ kind: "claim", version: 2 });
    await expect(
      restoreAnnotation(desk.editor, { annotationId: claim.id, version: claim.version + 1 }),
    ).rejects.toMatchObject({ code: "duplicate", current: { id: figure.id } });
    expect(await count()).toBe(1);
  });

  test("a change that leaves kind and range as they are is not asked", async () => {
    const one = await desk.tag("to wait");
    // Two from before this rule.
    const row = await desk.db.annotation.findUniqueOrThrow({ where: { id: one.id } });
    await desk.db.annotation.create({ data: { ...row, id: uuidv7(), attributes: {} } });
    const range = { start: one.start, end: one.end, exact: one.exact };
    const noted = await changeAnnotation(desk.editor, {
      annotationId: one.id,
      version: 1,
      kind: "claim",
      range,
      note: "Still editable.",
    });
    expect(noted.note).toBe("Still editable.");
  });
});
