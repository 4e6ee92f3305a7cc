import { afterAll, beforeAll, expect, test } from "vitest";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { changeFilter, deleteFilter, saveFilter } from "./commands";
import { listFilters } from "./queries";
import { saveFilterInput } from "./schema";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("a filter is kept for everybody, renamed and deleted; two of one name are refused", async () => {
  const { dossierId } = desk;
  const input = saveFilterInput.parse({ dossierId, name: " To decide ", query: "status=open&size=3" });
  const kept = await saveFilter(desk.editor, input);
  expect(kept).toMatchObject({ name: "To decide", query: "status=open", version: 1 });
  const list = () => listFilters(desk.viewer, { dossierId, limit: 10 });
  expect((await list()).items).toEqual([kept]);
  expect((await readDossierState(desk.viewer, { dossierId })).filters).toEqual({ [kept.id]: kept });

  const again = saveFilter(desk.editor2, { dossierId, name: "to DECIDE", query: "" });
  await expect(again).rejects.toMatchObject({ code: "duplicate", field: "name", current: kept });
  await expect(saveFilter(desk.viewer, input)).rejects.toMatchObject({ code: "forbidden" });

  const renamed = await changeFilter(desk.editor2, { filterId: kept.id, version: 1, name: "Mine" });
  expect(renamed).toMatchObject({ name: "Mine", query: "status=open", version: 2 });
  await expect(deleteFilter(desk.editor, { filterId: kept.id, version: 1 })).rejects.toMatchObject({
    ...{ code: "stale", current: renamed },
  });
  await deleteFilter(desk.editor, { filterId: kept.id, version: 2 });
  expect((await list()).items).toEqual([]);
  const entries = await desk.db.journalEntry.findMany({ where: { subjectType: "filter" } });
  expect(entries.map(({ type }) => type)).toEqual(["filter.saved", "filter.changed", "filter.deleted"]);
});
