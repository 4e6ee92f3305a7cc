import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteAnnotation } from "@/lib/annotations/commands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { addEvidence, changeEvidence, deleteEvidence, restoreEvidence } from "./commands";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("a deleted source comes back as it was, by the version it was deleted as", async () => {
  const annotation = await desk.tag("490 people were freed");
  const source = {
    annotationId: annotation.id,
    stance: "against",
    title: "A letter",
    locator: "p. 3",
  } as const;
  const { id } = await addEvidence(desk.editor, source);
  await changeEvidence(desk.editor, { evidenceId: id, version: 1, note: "Undated." });
  await expect(restoreEvidence(desk.editor, { evidenceId: id, version: 2 })).rejects.toMatchObject({
    code: "stale",
  });
  const gone = await deleteEvidence(desk.editor, { evidenceId: id, version: 2 });
  const restore = { evidenceId: id, version: gone.version };
  await expect(restoreEvidence(desk.viewer, restore)).rejects.toMatchObject({ code: "forbidden" });
  await expect(restoreEvidence(desk.outsider, restore)).rejects.toMatchObject({ code: "not_found" });
  const back = await restoreEvidence(desk.editor2, restore);
  expect(back).toMatchObject({ ...source, note: "Undated.", deletedAt: null, version: 4 });
  await expect(restoreEvidence(desk.editor, restore)).rejects.toMatchObject({ code: "stale", current: back });
});

test("nothing comes back to an annotation that is deleted", async () => {
  const annotation = await desk.tag("Nobody else confirmed it");
  const { id } = await addEvidence(desk.editor, {
    annotationId: annotation.id,
    stance: "for",
    title: "A list",
  });
  await deleteEvidence(desk.editor, { evidenceId: id, version: 1 });
  await deleteAnnotation(desk.editor, { annotationId: annotation.id, version: 1 });
  await expect(restoreEvidence(desk.editor, { evidenceId: id, version: 2 })).rejects.toMatchObject({
    code: "not_found",
  });
});
