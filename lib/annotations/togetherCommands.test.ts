import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { changeAnnotation } from "./commands";
import { createAnnotations, deleteAnnotations, restoreAnnotations } from "./togetherCommands";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const item = (exact: string) => {
  const start = desk.text.indexOf(exact);
  const range = { start, end: start + exact.length, exact };
  return { id: uuidv7(), articleId: desk.article.id, ...range, kind: "claim" as const };
};
/** Three passages that nothing else here tags: the words are taken letter by letter. */
let taken = 0;
const items = () => {
  taken += 1;
  return ["The minister", "Nobody else", "All were told"].map((words) => item(words.slice(0, -taken)));
};
const create = (wanted: ReturnType<typeof items>, as = desk.editor) =>
  createAnnotations(as, { dossierId: desk.dossierId, items: wanted });
const rowsAndEntries = async () => [await desk.db.annotation.count(), await desk.db.journalEntry.count()];

describe("many at once", () => {
  test("are made in one go, each with an entry; the same again is the same success", async () => {
    const wanted = items();
    const [rows = 0, entries = 0] = await rowsAndEntries();
    const made = await create(wanted);
    expect(made.items.map(({ id, exact }) => [id, exact])).toEqual(
      wanted.map(({ id, exact }) => [id, exact]),
    );
    expect(await rowsAndEntries()).toEqual([rows + 3, entries + 3]);
    expect(await create(wanted)).toEqual(made);
    expect(await rowsAndEntries()).toEqual([rows + 3, entries + 3]);
  });

  test("are deleted and brought back in one go", async () => {
    const { items: made } = await create(items());
    const named = made.map(({ id, version }) => ({ id, version }));
    const gone = await deleteAnnotations(desk.editor, { dossierId: desk.dossierId, items: named });
    expect(gone.items.every(({ deletedAt, version }) => deletedAt !== null && version === 2)).toBe(true);
    const graves = gone.items.map(({ id, version }) => ({ id, version }));
    const back = await restoreAnnotations(desk.editor, { dossierId: desk.dossierId, items: graves });
    expect(back.items.map(({ deletedAt, version }) => [deletedAt, version])).toEqual(
      made.map(() => [null, 3]),
    );
  });

  test.each<[string, (wanted: ReturnType<typeof items>) => ReturnType<typeof items>, string, string]>([
    [
      "a quote that does not match",
      (all) => all.map((one, i) => (i === 1 ? { ...one, exact: "x".repeat(one.exact.length) } : one)),
      "quote_mismatch",
      "items.1.",
    ],
    [
      "an article that is not there",
      (all) => [...all, { ...item("came too"), articleId: uuidv7() }],
      "not_found",
      "items.3",
    ],
    ["an id twice", (all) => [...all, ...all.slice(0, 1)], "invalid", "items.3.id"],
  ])("are refused together for %s, and it is named", async (_name, spoil, code, field) => {
    const before = await rowsAndEntries();
    const refusal = await create(spoil(items())).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: expect.stringMatching(code),
      field: expect.stringContaining(field),
    });
    expect(await rowsAndEntries()).toEqual(before);
  });

  test("are refused together when one was changed meanwhile, with what it says now", async () => {
    const { items: made } = await create(items());
    const second = made[1];
    if (!second) throw new Error("Three were made.");
    const current = await changeAnnotation(desk.editor2, {
      annotationId: second.id,
      version: 1,
      note: "No.",
    });
    const before = await rowsAndEntries();
    const named = made.map(({ id, version }) => ({ id, version }));
    await expect(
      deleteAnnotations(desk.editor, { dossierId: desk.dossierId, items: named }),
    ).rejects.toMatchObject({ code: "stale", field: "items.1", current });
    expect(await rowsAndEntries()).toEqual(before);
  });

  test("are not a viewer's or an outsider's to make, nor anyone's of another dossier", async () => {
    await expect(create(items(), desk.viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(create(items(), desk.outsider)).rejects.toMatchObject({ code: "not_found" });
    const named = [{ id: uuidv7(), version: 1 }];
    await expect(
      restoreAnnotations(desk.editor, { dossierId: desk.dossierId, items: named }),
    ).rejects.toMatchObject({ code: "not_found", field: "items.0" });
  });
});
