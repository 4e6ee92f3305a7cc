import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAnnotation } from "@/lib/annotations/commands";
import { clearSentence } from "@/lib/articles/coverageCommands";
import { createComment } from "@/lib/comments/commands";
import { addEvidence, deleteEvidence } from "@/lib/evidence/commands";
import { createReport } from "@/lib/reports/commands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { readChanges } from "./changesQueries";
import { submitRound } from "./commands";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("every change of what a round covers is listed, newest first and page by page, and nothing else", async () => {
  const { id: annotationId } = await desk.tag("490 people were freed");
  const report = await createReport(desk.editor, { dossierId: desk.dossierId, title: "Listed" });
  const { id: roundId } = await submitRound(desk.editor, { reportId: report.id });
  expect(await readChanges(desk.viewer, { roundId, limit: 30 })).toMatchObject({ outdated: false, total: 0 });

  const source = await addEvidence(desk.editor, { annotationId, stance: "for", title: "A list" });
  await deleteEvidence(desk.editor, { evidenceId: source.id, version: 1 });
  // Taken back again: both are told, and nothing is outdated by them.
  const back = await readChanges(desk.viewer, { roundId, limit: 30 });
  expect(back.items.map(({ type }) => type)).toEqual(["evidence.deleted", "evidence.added"]);
  expect(back.outdated).toBe(false);

  for (let version = 1; version <= 12; version++) {
    await changeAnnotation(desk.editor, { annotationId, version, note: `Note ${version}` });
    await createComment(desk.editor, {
      ...{ dossierId: desk.dossierId, on: { type: "annotation", id: annotationId }, body: "No change." },
    });
  }
  const [start, end] = [desk.text.indexOf("Nobody"), desk.text.indexOf("\n")];
  await clearSentence(desk.editor, { articleId: desk.article.id, start, end });
  const seen: number[] = [];
  let before: number | undefined;
  for (;;) {
    const page = await readChanges(desk.viewer, { roundId, limit: 4, before });
    expect(page).toMatchObject({ outdated: true, total: 15 });
    seen.push(...page.items.map(({ seq }) => seq));
    if (page.next === null) break;
    before = page.next;
  }
  expect(seen).toHaveLength(15);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  await expect(readChanges(desk.outsider, { roundId, limit: 4 })).rejects.toMatchObject({
    code: "not_found",
  });
});
