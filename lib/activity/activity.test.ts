import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAnnotation, deleteAnnotation } from "@/lib/annotations/commands";
import type { Annotation } from "@/lib/annotations/schema";
import { createComment, deleteComment } from "@/lib/comments/commands";
import { readDossier } from "@/lib/dossiers/queries";
import { addEvidence } from "@/lib/evidence/commands";
import { changeLink, createLink } from "@/lib/links/commands";
import { createReport } from "@/lib/reports/commands";
import { submitRound } from "@/lib/reviews/commands";
import { decide } from "@/lib/reviews/decisionCommands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { markVisit } from "@/lib/visits/commands";
import { listActivity } from "./queries";
import type { Activity } from "./schema";

let desk: TestDesk;
let claim: Annotation;
beforeAll(async () => {
  desk = await openDesk();
  const { editor, reviewer, dossierId } = desk;
  claim = await desk.tag("490 people were freed", "figure");
  const other = await desk.tag("Nobody else confirmed it");
  await changeAnnotation(editor, { annotationId: claim.id, version: 1, assignee: reviewer.caller.id });
  await changeAnnotation(reviewer, { annotationId: claim.id, version: 2, checkStatus: "confirmed" });
  const link = await createLink(editor, { dossierId, from: claim.id, to: other.id, relation: "contradicts" });
  await changeLink(editor, { linkId: link.id, version: 1, rationale: "Both cannot hold." });
  const body = `@[old name](user:${reviewer.caller.id}) really?`;
  const on = { type: "annotation" as const, id: claim.id };
  await createComment(editor, { dossierId, on, body });
  const slip = await createComment(editor, { dossierId, on, body: "a slip" });
  await deleteComment(editor, { commentId: slip.id, version: 1 });
  await deleteAnnotation(editor, { annotationId: other.id, version: 1 });
});
afterAll(() => desk.close());

const feed = (wanted: Partial<Parameters<typeof listActivity>[1]> = {}) =>
  listActivity(desk.viewer, { dossierId: desk.dossierId, limit: 50, ...wanted });
const sentence = ({ actor, did, what, isQuote, isDeleted }: Activity) =>
  `${actor.name} ${did}${what ? ` ${isQuote ? `“${what}”` : what}` : ""}${isDeleted ? " †" : ""}`;

test("each entry is a sentence that says what was changed, as it stands now", async () => {
  const { items, older, newer } = await feed();
  expect(items.map(sentence)).toEqual([
    "editor deleted a claim “Nobody else confirmed it” †",
    "editor deleted a comment on a passage: †",
    "editor commented on a passage: †",
    "editor commented on a passage: “@reviewer really?”",
    "editor changed the reasons of a contradiction “490 people were freed”",
    "editor recorded a contradiction “490 people were freed”",
    "reviewer marked a figure as confirmed “490 people were freed”",
    "editor gave a figure to reviewer “490 people were freed”",
    "editor tagged a claim “Nobody else confirmed it” †",
    "editor tagged a figure “490 people were freed”",
    "editor added the article An article",
    "owner brought in, as owner, owner",
    "owner created the dossier A test dossier",
  ]);
  expect([older, newer]).toEqual([null, null]);
});

test("each leads to the very place; what is deleted leads nowhere", async () => {
  const { items } = await feed();
  const home = `/dossiers/${desk.dossierId}`;
  const passage = `${home}/articles/${desk.article.id}#annotation-${claim.id}`;
  expect(items[6]?.href).toBe(passage);
  expect(items[3]?.href).toMatch(new RegExp(`^${passage}/comment-`));
  expect(items[4]?.href).toMatch(new RegExp(`^${home}\\?tab=links#link-`));
  expect(items.filter(({ isDeleted }) => isDeleted).every(({ href }) => href === null)).toBe(true);
});

test("by person, by article, by kind", async () => {
  const { reviewer, article } = desk;
  const types = async (wanted: Parameters<typeof feed>[0]) =>
    (await feed(wanted)).items.map(({ type }) => type);
  expect(await types({ person: reviewer.caller.id })).toEqual(["annotation.changed"]);
  expect(await types({ kind: "links" })).toEqual(["link.changed", "link.created"]);
  expect(await types({ article: article.id })).toHaveLength(11);
  expect(await types({ article: article.id, kind: "comments", person: reviewer.caller.id })).toEqual([]);
  expect(await types({ kind: "people" })).toEqual(["member.added", "dossier.created"]);
});

test("pages from either side, without gap or repeat", async () => {
  const all = (await feed()).items.map(({ seq }) => seq);
  const down: number[] = [];
  let before: number | null | undefined;
  do {
    const page = await feed({ limit: 4, before: before ?? undefined });
    down.push(...page.items.map(({ seq }) => seq));
    before = page.older;
  } while (before !== null);
  expect(down).toEqual(all);
  const up: number[] = [];
  let after: number | null = 0;
  do {
    const page: Awaited<ReturnType<typeof feed>> = await feed({ limit: 4, after });
    up.unshift(...page.items.map(({ seq }) => seq));
    after = page.newer;
  } while (after !== null);
  expect(up).toEqual(all);
});

test("how much others did since one had it open, for each person their own", async () => {
  const { viewer, editor, dossierId } = desk;
  const unseen = async (person: typeof viewer) => (await readDossier(person, { dossierId })).unseen;
  expect(await unseen(viewer)).toBe(0);
  const { seq } = await readDossier(viewer, { dossierId });
  expect(await markVisit(viewer, { dossierId, seq: seq - 2 })).toMatchObject({
    seq: seq - 2,
    since: { seq: seq - 2 },
  });
  await markVisit(editor, { dossierId, seq: 1 });
  expect(await unseen(viewer)).toBe(2);
  expect(await unseen(editor)).toBe(2); // the rest was their own
  await Promise.all([1, 2, 3].map(() => markVisit(viewer, { dossierId, seq: seq + 100 })));
  expect(await unseen(viewer)).toBe(0);
});

test("nobody outside reads it or leaves a mark", async () => {
  const { outsider, dossierId } = desk;
  await expect(listActivity(outsider, { dossierId, limit: 5 })).rejects.toMatchObject({ code: "not_found" });
  await expect(markVisit(outsider, { dossierId, seq: 1 })).rejects.toMatchObject({ code: "not_found" });
});

test("what happened to one item, with the decisions on it among those on others", async () => {
  const { editor, owner, reviewer, dossierId } = desk;
  await addEvidence(editor, { annotationId: claim.id, stance: "for", title: "The list" });
  const untouched = await desk.tag("All were told to wait");
  const { id: reportId } = await createReport(editor, { dossierId, title: "A report" });
  const { id: roundId } = await submitRound(editor, { reportId });
  const items = [claim, untouched].map(({ id }) => ({ type: "annotation" as const, id }));
  await decide(owner, { roundId, items: items.map((item) => ({ ...item, decision: "accepted" as const })) });
  const [, second] = items;
  if (second)
    await decide(reviewer, { roundId, items: [{ ...second, decision: "returned", reason: "Why?" }] });
  const { items: told } = await feed({ item: claim.id });
  expect(told.map(sentence)).toEqual([
    "owner accepted 1 item in round 1 of the report A report",
    "editor added evidence for a passage: The list",
    "editor deleted a comment on a passage: †",
    "editor commented on a passage: †",
    "editor commented on a passage: “@reviewer really?”",
    "reviewer marked a figure as confirmed “490 people were freed”",
    "editor gave a figure to reviewer “490 people were freed”",
    "editor tagged a figure “490 people were freed”",
  ]);
  const { items: other } = await feed({ item: untouched.id });
  expect(other.map(({ type }) => type)).toEqual([
    ...["round.decided", "comment.created", "round.decided", "annotation.created"],
  ]);
});
