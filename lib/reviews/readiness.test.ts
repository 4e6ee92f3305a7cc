import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAnnotation } from "@/lib/annotations/commands";
import { clearSentence, reopenSentence } from "@/lib/articles/coverageCommands";
import { changeComment, createComment } from "@/lib/comments/commands";
import { changeDossierSettings } from "@/lib/dossiers/commands";
import { addEvidence } from "@/lib/evidence/commands";
import { changeLink, createLink } from "@/lib/links/commands";
import { createReport } from "@/lib/reports/commands";
import type { OpenPointKind } from "@/lib/reports/snapshot";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { decide } from "./decisionCommands";
import { readRound } from "./queries";
import { readReadiness } from "./readinessQueries";
import { submitRoundInput } from "./schema";

let desk: TestDesk;
let reportId: string;
beforeAll(async () => {
  desk = await openDesk();
  reportId = (await createReport(desk.editor, { dossierId: desk.dossierId, title: "A report" })).id;
});
afterAll(() => desk.close());

const ready = () => readReadiness(desk.editor, { reportId });
const group = async (kind: OpenPointKind) => (await ready()).groups.find((one) => one.kind === kind);

test("an article nobody worked on: every sentence is open, each by its place", async () => {
  const { frozen, groups, reviewers, standing } = await ready();
  expect(frozen).toMatchObject({ annotations: 0, evidence: 0, links: 0, cleared: 0 });
  expect(groups.map(({ kind, total }) => [kind, total])).toEqual([["open_sentences", 3]]);
  for (const { range, excerpt, on } of groups[0]?.items ?? []) {
    expect(on).toEqual({ type: "article", id: desk.article.id });
    expect(desk.text.slice(range?.start, range?.end)).toBe(excerpt);
  }
  expect(reviewers.map(({ name, maySign }) => [name, maySign])).toEqual([
    ["owner", true],
    ["reviewer", true],
    ["reviewer2", true],
  ]);
  expect(standing).toEqual({ new: 0, changed: 0, fixed: 0, "returned-unchanged": 0, carried: 0 });
});

test("each thing that stands in the way is there until it is done", async () => {
  const claim = await desk.tag("490 people were freed", "figure");
  const other = await desk.tag("Nobody else confirmed it", "claim", desk.reviewer2);
  expect((await group("open_sentences"))?.total).toBe(1);
  const start = desk.text.indexOf("All were");
  const sentence = { articleId: desk.article.id, start, end: desk.text.length };
  await clearSentence(desk.editor, sentence);
  expect(await group("open_sentences")).toBeUndefined();
  expect((await ready()).frozen.cleared).toBe(1);
  await reopenSentence(desk.editor, sentence);
  expect((await group("open_sentences"))?.total).toBe(1);

  expect((await group("unchecked"))?.items.map(({ annotationId }) => annotationId)).toEqual([
    claim.id,
    other.id,
  ]);
  await changeAnnotation(desk.editor, { annotationId: claim.id, version: 1, checkStatus: "confirmed" });
  expect((await group("unchecked"))?.items).toMatchObject([
    { annotationId: other.id, articleId: desk.article.id },
  ]);

  const ends = { from: claim.id, to: other.id };
  const link = await createLink(desk.editor, { dossierId: desk.dossierId, ...ends, relation: "contradicts" });
  expect((await group("undecided_contradiction"))?.items).toMatchObject([
    { linkId: link.id, excerpt: "490 people were freed ↔ Nobody else confirmed it" },
  ]);
  const decided = { status: "explained" as const, statusReason: "Two events." };
  await changeLink(desk.editor, { linkId: link.id, version: link.version, ...decided });
  expect(await group("undecided_contradiction")).toBeUndefined();

  await addEvidence(desk.editor, {
    annotationId: claim.id,
    stance: "for",
    title: "With a page",
    locator: "p. 2",
  });
  const source = await addEvidence(desk.editor, { annotationId: claim.id, stance: "for", title: "A list" });
  expect((await group("missing_locator"))?.items).toMatchObject([
    { on: { type: "evidence", id: source.id }, annotationId: claim.id, excerpt: "A list" },
  ]);

  for (const on of [
    { type: "report", id: reportId } as const,
    { type: "annotation", id: claim.id } as const,
  ]) {
    const comment = await createComment(desk.editor, { dossierId: desk.dossierId, on, body: "Is it so?" });
    const answer = { dossierId: desk.dossierId, on, body: "It is.", replyTo: comment.id };
    await createComment(desk.editor, answer);
    expect((await group("open_comment"))?.items).toMatchObject([
      { commentId: comment.id, excerpt: "Is it so?" },
    ]);
    await changeComment(desk.editor, { commentId: comment.id, version: 1, resolved: true });
    expect(await group("open_comment")).toBeUndefined();
  }
  const { frozen, reviewers } = await ready();
  expect(frozen).toMatchObject({
    ...{ annotations: 2, evidence: 2, links: 1, cleared: 0 },
    articles: [{ id: desk.article.id, annotations: 2, evidence: 2, links: 1, cleared: 0 }],
  });
  expect(reviewers.find(({ userId }) => userId === desk.reviewer2.caller.id)?.maySign).toBe(false);
});

test("what is let be is frozen with its reason, thing by thing; what nobody excused is not", async () => {
  const accepted = [
    { kind: "open_sentences" as const, reason: " Only a caption. " },
    { kind: "open_comment" as const, reason: "There is none of these any more." },
  ];
  const id = "019b2c00-0000-7000-8000-00000000a001";
  const round = await submitRound(desk.editor, { id, reportId, accepted });
  const { snapshot } = await readRound(desk.viewer, { roundId: round.id });
  expect(snapshot.openPoints).toEqual([
    { kind: "open_sentences", on: { type: "article", id: desk.article.id }, reason: "Only a caption." },
  ]);
  expect((await readRound(desk.viewer, { roundId: round.id })).outdated).toBe(false);
  expect((await submitRound(desk.editor, { id, reportId, accepted })).id).toBe(id);
  const otherwise = [{ kind: "open_sentences" as const, reason: "Another reason." }];
  for (const changed of [otherwise, []]) {
    await expect(submitRound(desk.editor, { id, reportId, accepted: changed })).rejects.toMatchObject({
      code: "duplicate",
    });
  }
});

test("what was returned and is as it was stands in the way, its reason is no open comment", async () => {
  const rounds = await desk.db.round.findMany({ where: { reportId } });
  const roundId = rounds[0]?.id ?? "";
  const { items } = await readRound(desk.reviewer, { roundId });
  const back = items.filter(({ type }) => type === "annotation").slice(0, 1);
  await decide(desk.reviewer, {
    roundId,
    items: back.map(({ type, id }) => ({ type, id, decision: "returned", reason: "Which list?" })),
  });
  expect((await group("returned"))?.items).toMatchObject([{ annotationId: back[0]?.id }]);
  expect(await group("open_comment")).toBeUndefined();
  expect((await ready()).standing).toMatchObject({ "returned-unchanged": 1 });
  const { version } = await desk.db.annotation.findUniqueOrThrow({ where: { id: back[0]?.id ?? "" } });
  await changeAnnotation(desk.editor, { annotationId: back[0]?.id ?? "", version, note: "The ministry's." });
  expect(await group("returned")).toBeUndefined();
  expect((await ready()).standing).toMatchObject({ fixed: 1, "returned-unchanged": 0 });
});

test("full coverage is asked for where the dossier asks for it, and a waiver stands for it", async () => {
  const { id } = await createReport(desk.editor, { dossierId: desk.dossierId, title: "Another" });
  await changeDossierSettings(desk.owner, { dossierId: desk.dossierId, version: 1, requireCoverage: true });
  expect((await readReadiness(desk.editor, { reportId: id })).requireCoverage).toBe(true);
  await expect(submitRound(desk.editor, { reportId: id })).rejects.toMatchObject({
    ...{ code: "invalid", field: "waiver" },
    message: "One sentence is neither annotated nor cleared. Finish them, or say why not.",
  });
  expect((await submitRound(desk.editor, { reportId: id, waiver: "A caption." })).waiver).toBe("A caption.");
});

test.each([
  ["a kind there is none of", [{ kind: "weather", reason: "r" }]],
  ["no reason", [{ kind: "returned", reason: " " }]],
  [
    "a kind twice",
    [
      { kind: "returned", reason: "r" },
      { kind: "returned", reason: "s" },
    ],
  ],
  ["a reason of a thousand and one", [{ kind: "returned", reason: "r".repeat(1_001) }]],
])("letting be with %s is refused", (_what, accepted) => {
  expect(submitRoundInput.safeParse({ reportId, accepted }).success).toBe(false);
});

test("only those who may see the report are told what stands in its way", async () => {
  await expect(readReadiness(desk.outsider, { reportId })).rejects.toMatchObject({ code: "not_found" });
  expect((await readReadiness(desk.viewer, { reportId })).groups.length).toBeGreaterThan(0);
});
