import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAnnotation, deleteAnnotation } from "@/lib/annotations/commands";
import type { Annotation } from "@/lib/annotations/schema";
import { createComment } from "@/lib/comments/commands";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { addEvidence, deleteEvidence } from "@/lib/evidence/commands";
import { changeLink, createLink } from "@/lib/links/commands";
import type { Link } from "@/lib/links/schema";
import { createReport } from "@/lib/reports/commands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { decide, returnRound } from "./decisionCommands";
import { returnedIn, returnOf } from "./returned";
import type { Round } from "./schema";
import { takeBack } from "./undoCommands";

let desk: TestDesk;
let figure: Annotation;
let claim: Annotation;
let link: Link;
let reportId: string;
let round: Round;
beforeAll(async () => {
  desk = await openDesk();
  const { dossierId, editor } = desk;
  figure = await desk.tag("490 people were freed", "figure");
  claim = await desk.tag("Nobody else confirmed it", "claim", desk.editor2);
  link = await createLink(editor, { dossierId, from: figure.id, to: claim.id, relation: "disputes" });
  reportId = (await createReport(editor, { dossierId, title: "A report" })).id;
  round = await submitRound(editor, { reportId });
});
afterAll(() => desk.close());

const state = () => readDossierState(desk.viewer, { dossierId: desk.dossierId });
const all = async () => returnedIn(await state());
const standingOf = async (type: "annotation" | "link", id: string) =>
  returnOf(await state(), { type, id })?.standing ?? null;
const send = (type: "annotation" | "link", id: string, reason: string, suggestion = "") =>
  decide(desk.reviewer, {
    roundId: round.id,
    items: [{ type, id, decision: "returned", reason, suggestion }],
  });
const note = (annotation: Annotation, version: number, text: string) =>
  changeAnnotation(desk.editor, { annotationId: annotation.id, version, note: text });

describe("what was returned", () => {
  test("nothing, at first", async () => expect(await all()).toEqual([]));

  test("comes back with the reason, the suggestion and who made it", async () => {
    await send("annotation", figure.id, "Which list?", "By the ministry’s list.");
    await send("link", link.id, "Why?");
    expect(await all()).toMatchObject([
      { type: "link", id: link.id, standing: "returned", reason: "Why?", suggestion: "" },
      {
        ...{ type: "annotation", id: figure.id, standing: "returned", reason: "Which list?" },
        ...{
          suggestion: "By the ministry’s list.",
          by: desk.reviewer.caller.id,
          makers: [desk.editor.caller.id],
        },
        ...{ reportId, roundId: round.id },
      },
    ]);
  });

  test("is answered in the thread of its reason, by another than whoever gave it", async () => {
    const item = returnOf(await state(), { type: "link", id: link.id });
    const { dossierId } = desk;
    const on = { type: "link" as const, id: link.id };
    await createComment(desk.editor, { dossierId, on, body: "Elsewhere." });
    expect(await standingOf("link", link.id)).toBe("returned");
    const replyTo = item?.commentId ?? "";
    await createComment(desk.reviewer, { dossierId, on, replyTo, body: "I mean the figure." });
    expect(await standingOf("link", link.id)).toBe("returned");
    await createComment(desk.editor, { dossierId, on, replyTo, body: "They differ by 200." });
    expect(await standingOf("link", link.id)).toBe("answered");
  });

  test("is fixed once it says something else, and returned again when that is undone", async () => {
    await note(figure, 1, "By the ministry’s list.");
    expect(await standingOf("annotation", figure.id)).toBe("fixed");
    await note(figure, 2, "");
    expect(await standingOf("annotation", figure.id)).toBe("returned");
    const source = await addEvidence(desk.editor, {
      annotationId: figure.id,
      stance: "for",
      title: "A list",
    });
    expect(await standingOf("annotation", figure.id)).toBe("fixed");
    await deleteEvidence(desk.editor, { evidenceId: source.id, version: 1 });
    expect(await standingOf("annotation", figure.id)).toBe("returned");
    // Given to somebody else, it says the same.
    const given = { annotationId: figure.id, version: 3, assignee: desk.editor2.caller.id };
    await changeAnnotation(desk.editor, given);
    expect(await standingOf("annotation", figure.id)).toBe("returned");
    await changeLink(desk.editor, { linkId: link.id, version: 1, rationale: "By 200." });
    expect(await standingOf("link", link.id)).toBe("fixed");
  });

  test("a decision that is taken back returned nothing", async () => {
    await send("annotation", claim.id, "Who?");
    expect(await standingOf("annotation", claim.id)).toBe("returned");
    await takeBack(desk.reviewer, { roundId: round.id, items: [{ type: "annotation", id: claim.id }] });
    expect(await standingOf("annotation", claim.id)).toBeNull();
  });

  test("stays through the next round, until that accepts it", async () => {
    await returnRound(desk.reviewer, { roundId: round.id, reason: "Three things." });
    round = await submitRound(desk.editor, { reportId });
    expect(await standingOf("annotation", figure.id)).toBe("returned");
    expect(await standingOf("link", link.id)).toBe("fixed");
    const accepted = { type: "link" as const, id: link.id, decision: "accepted" as const };
    await decide(desk.reviewer, { roundId: round.id, items: [accepted] });
    expect((await all()).map(({ id }) => id)).toEqual([figure.id]);
  });

  test("of two reports the last that returned it says why", async () => {
    const other = await createReport(desk.editor, { dossierId: desk.dossierId, title: "Another" });
    const { id: roundId } = await submitRound(desk.editor, { reportId: other.id });
    const items = [
      {
        type: "annotation" as const,
        id: figure.id,
        decision: "returned" as const,
        reason: "Not here either.",
      },
    ];
    await decide(desk.reviewer2, { roundId, items });
    expect(await all()).toMatchObject([{ id: figure.id, reason: "Not here either.", reportId: other.id }]);
    await returnRound(desk.reviewer2, { roundId, reason: "Look again." });
    expect(await all()).toMatchObject([{ id: figure.id, reportId: other.id }]);
  });

  test("what is deleted is not returned", async () => {
    const { version } = (await state()).annotations[figure.id] ?? {};
    await deleteAnnotation(desk.editor, { annotationId: figure.id, version: version ?? 0 });
    expect(await all()).toEqual([]);
  });
});
