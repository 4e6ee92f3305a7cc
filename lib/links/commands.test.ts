import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deleteAnnotation } from "@/lib/annotations/commands";
import type { Annotation } from "@/lib/annotations/schema";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { changeLink, createLink, deleteLink, restoreLink } from "./commands";
import { readLinkAround } from "./storyQueries";

let desk: TestDesk;
let a: Annotation;
let b: Annotation;
beforeAll(async () => {
  desk = await openDesk();
  a = await desk.tag("490 people were freed", "figure");
  b = await desk.tag("Nobody else confirmed it");
});
afterAll(() => desk.close());

const contradiction = () => ({
  dossierId: desk.dossierId,
  from: a.id,
  to: b.id,
  relation: "contradicts" as const,
});

describe("linking", () => {
  test("records relation, subtype, events, strength and rationale", async () => {
    const details = {
      subtype: "scope",
      sameEvent: "no",
      strength: "apparent",
      rationale: "Two decrees.",
    } as const;
    const link = await createLink(desk.editor, { ...contradiction(), ...details });
    expect(link).toMatchObject({ ...details, status: "open", from: a.id, to: b.id });
    for (const again of [contradiction(), { ...contradiction(), from: b.id, to: a.id }]) {
      const second = createLink(desk.editor2, again);
      await expect(second).rejects.toMatchObject({ code: "duplicate", current: link });
    }
    await deleteLink(desk.editor, { linkId: link.id, version: 1 });
    const other = await createLink(desk.editor, { ...contradiction(), from: b.id, to: a.id });
    await expect(restoreLink(desk.editor, { linkId: link.id, version: 2 })).rejects.toMatchObject({
      code: "duplicate",
    });
    await deleteLink(desk.editor, { linkId: other.id, version: 1 });
    expect((await restoreLink(desk.editor, { linkId: link.id, version: 2 })).deletedAt).toBeNull();
  });

  test("both directions of a directed relation are two links", async () => {
    const qualifies = { ...contradiction(), relation: "qualifies" as const };
    await createLink(desk.editor, qualifies);
    await createLink(desk.editor, { ...qualifies, from: b.id, to: a.id });
    await expect(createLink(desk.editor, qualifies)).rejects.toMatchObject({ code: "duplicate" });
  });

  test("to itself, to a deleted one and to nowhere is refused", async () => {
    const gone = await desk.tag("All were told");
    await deleteAnnotation(desk.editor, { annotationId: gone.id, version: 1 });
    const link = (to: string) => createLink(desk.editor, { ...contradiction(), to });
    await expect(link(a.id)).rejects.toMatchObject({ code: "invalid" });
    await expect(link(gone.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(link(uuidv7())).rejects.toMatchObject({ code: "not_found" });
  });

  test("only a contradiction has subtype, strength and severity", async () => {
    const link = (more: object) =>
      createLink(desk.editor, { ...contradiction(), relation: "supersedes", ...more });
    for (const [field, value] of [
      ["subtype", "scope"],
      ["strength", "direct"],
      ["severity", "minor"],
    ]) {
      await expect(link({ [field ?? ""]: value })).rejects.toMatchObject({ code: "invalid", field });
    }
    const other = await desk.tag("All were told", "official_statement");
    const made = await createLink(desk.editor, {
      ...{ ...contradiction(), to: other.id, subtype: "scope", strength: "direct", severity: "major" },
    });
    const change = { linkId: made.id, version: 1, relation: "qualifies" as const };
    await expect(changeLink(desk.editor, { ...change, subtype: "time" })).rejects.toMatchObject({
      field: "subtype",
    });
    expect(await changeLink(desk.editor, change)).toMatchObject({
      ...{ relation: "qualifies", subtype: null, strength: null, severity: null, version: 2 },
    });
  });

  test("every change of status needs its reason, and the journal tells it", async () => {
    const link = await createLink(desk.editor, { ...contradiction(), relation: "disputes" });
    const change = { linkId: link.id, version: 1, status: "explained" as const };
    await expect(changeLink(desk.editor, change)).rejects.toMatchObject({
      code: "invalid",
      field: "statusReason",
    });
    const explained = await changeLink(desk.editor, { ...change, statusReason: "Different decrees." });
    expect(explained).toMatchObject({ status: "explained", version: 2 });
    await expect(changeLink(desk.editor2, change)).rejects.toMatchObject({
      code: "stale",
      current: explained,
    });
    const reopen = { linkId: link.id, version: 2, status: "open" as const };
    await expect(changeLink(desk.editor2, { ...reopen, statusReason: "  " })).rejects.toMatchObject({
      code: "invalid",
      field: "statusReason",
    });
    const { version } = reopen;
    const emptied = changeLink(desk.editor2, { linkId: link.id, version, statusReason: " " });
    await expect(emptied).rejects.toMatchObject({ code: "invalid", field: "statusReason" });
    await changeLink(desk.editor2, { ...reopen, statusReason: "A third decree was found." });
    const { history } = await readLinkAround(desk.viewer, { linkId: link.id });
    expect(history.map(({ did, actorId, status }) => ({ did, actorId, status }))).toEqual([
      { did: "created", actorId: desk.editor.caller.id, status: undefined },
      {
        ...{ did: "changed", actorId: desk.editor.caller.id },
        status: { from: "open", to: "explained", reason: "Different decrees." },
      },
      {
        ...{ did: "changed", actorId: desk.editor2.caller.id },
        status: { from: "explained", to: "open", reason: "A third decree was found." },
      },
    ]);
    await expect(readLinkAround(desk.outsider, { linkId: link.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
