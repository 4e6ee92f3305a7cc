import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAnnotation, deleteAnnotation, restoreAnnotation } from "@/lib/annotations/commands";
import { clearSentence, reopenSentence } from "@/lib/articles/coverageCommands";
import { createComment } from "@/lib/comments/commands";
import { addMember, removeMember } from "@/lib/dossiers/memberCommands";
import { readDossierState } from "@/lib/dossiers/stateQuery";
import { addEvidence } from "@/lib/evidence/commands";
import { createLink, deleteLink } from "@/lib/links/commands";
import { createReport } from "@/lib/reports/commands";
import { submitRound } from "@/lib/reviews/commands";
import { decide, returnRound } from "@/lib/reviews/decisionCommands";
import { takeBack } from "@/lib/reviews/undoCommands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { apply, type DossierState } from "./apply";
import type { Entry } from "./entries";
import { entriesAfter } from "./tail";

let desk: TestDesk;
let before: DossierState;
let after: DossierState;
let entries: Entry[];

beforeAll(async () => {
  desk = await openDesk();
  const { dossierId, editor, editor2, owner, reviewer } = desk;
  before = await readDossierState(editor, { dossierId });
  const a = await desk.tag("490 people were freed", "figure");
  const b = await desk.tag("Nobody else confirmed it");
  await changeAnnotation(editor2, {
    annotationId: a.id,
    version: 1,
    note: "Who says so?",
    checkStatus: "disputed",
  });
  const gone = await desk.tag("All were told");
  await deleteAnnotation(editor, { annotationId: gone.id, version: 1 });
  await restoreAnnotation(editor, { annotationId: gone.id, version: 2 });
  await addEvidence(editor, { annotationId: a.id, stance: "against", title: "A letter", locator: "p. 3" });
  const first = desk.text.indexOf("Nobody");
  const sentence = { articleId: desk.article.id, start: first, end: desk.text.indexOf("\n") };
  await clearSentence(editor, sentence);
  await reopenSentence(editor2, sentence);
  await clearSentence(editor2, sentence);
  const link = { dossierId, from: a.id, to: b.id };
  await createLink(editor, { ...link, relation: "disputes" });
  const wrong = await createLink(editor, { ...link, relation: "repeats" });
  await deleteLink(editor, { linkId: wrong.id, version: 1 });
  await createComment(editor2, { dossierId, on: { type: "annotation", id: a.id }, body: "Called them." });
  await addMember(owner, { dossierId, email: "outsider@test.example", role: "viewer" });
  await removeMember(owner, { dossierId, userId: desk.outsider.caller.id });
  const report = await createReport(editor, { dossierId, title: "A report" });
  const round = await submitRound(editor, { reportId: report.id });
  const item = round.items[0];
  if (!item) throw new Error("The round has no items.");
  const returned = { type: item.type, id: item.id, decision: "returned" as const, reason: "Not yet." };
  await decide(reviewer, { roundId: round.id, items: [returned] });
  const other = round.items[1];
  if (!other) throw new Error("The round has one item.");
  const accepted = { type: other.type, id: other.id, decision: "accepted" as const };
  await decide(reviewer, { roundId: round.id, items: [accepted] });
  await takeBack(reviewer, { roundId: round.id, items: [{ type: other.type, id: other.id }] });
  await returnRound(reviewer, { roundId: round.id, reason: "See my comment." });
  after = await readDossierState(editor, { dossierId });
  entries = await entriesAfter(desk.db, dossierId, before.seq, 1_000);
});
afterAll(() => desk.close());

describe("applying the journal", () => {
  test("leads from what was read before to what the server says now", () => {
    const applied = entries.reduce((state, entry) => apply(state, entry).state, before);
    expect(applied).toEqual(after);
  });

  test("in any order, with entries repeated and missing until they are fetched, ends in the same state", () => {
    const order = fc.shuffledSubarray([...entries, ...entries.slice(0, 5)], { minLength: entries.length });
    fc.assert(
      fc.property(order, (arrived) => {
        let state = before;
        for (const entry of arrived) {
          const { state: next, outcome } = apply(state, entry);
          if (outcome !== "applied") expect(next).toBe(state);
          state = next;
          if (outcome === "gap") {
            const missing = entries.filter(({ seq }) => seq > state.seq && seq <= entry.seq);
            for (const fetched of missing) state = apply(state, fetched).state;
          }
        }
        for (const rest of entries) state = apply(state, rest).state;
        expect(state).toEqual(after);
      }),
    );
  });

  test("does not touch the state it was given", () => {
    const frozen = structuredClone(before);
    for (const entry of entries) apply(before, entry);
    expect(before).toEqual(frozen);
  });
});
