import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAnnotation } from "@/lib/annotations/commands";
import type { Context } from "@/lib/auth/caller";
import { changeComment, createComment, deleteComment } from "@/lib/comments/commands";
import { removeMember } from "@/lib/dossiers/memberCommands";
import { changeLink, createLink } from "@/lib/links/commands";
import { createReport } from "@/lib/reports/commands";
import { submitRound } from "@/lib/reviews/commands";
import { decide, returnRound } from "@/lib/reviews/decisionCommands";
import { signRound } from "@/lib/reviews/signCommand";
import { deskPassword, openDesk, type TestDesk } from "@/lib/testing/desk";
import { markInbox } from "./commands";
import { countUnread, listInbox } from "./queries";

let desk: TestDesk;
let annotationId: string;
beforeAll(async () => {
  desk = await openDesk();
  annotationId = (await desk.tag("490 people were freed", "figure")).id;
});
afterAll(() => desk.close());

const on = () => ({ dossierId: desk.dossierId, on: { type: "annotation" as const, id: annotationId } });
const mention = ({ caller }: Context) => `@[${caller.name}](user:${caller.id})`;
const inbox = async (person: Context) => (await listInbox(person, { limit: 50 })).items;
const reasons = async (person: Context) => (await inbox(person)).map(({ reason }) => reason);

test("a viewer who is mentioned hears who said what, about which passage, and where that is", async () => {
  const { id } = await createComment(desk.editor, { ...on(), body: `${mention(desk.viewer)}, who counted?` });
  const [item, ...rest] = await inbox(desk.viewer);
  expect(rest).toEqual([]);
  expect(item).toMatchObject({
    reason: "mention",
    readAt: null,
    actor: { id: desk.editor.caller.id, name: "editor" },
    on: { type: "annotation", id: annotationId, isDeleted: false },
    about: "490 people were freed",
    article: { id: desk.article.id, title: "An article" },
    dossier: { id: desk.dossierId, title: "A test dossier" },
    comment: { id, body: "@viewer, who counted?" },
  });
  await deleteComment(desk.editor, { commentId: id, version: 1 });
  expect((await inbox(desk.viewer))[0]?.comment).toEqual({ id, body: null });
});

test("a reply reaches those in the thread; a change of words only whom it newly mentions", async () => {
  const first = await createComment(desk.editor2, { ...on(), body: "Where from?" });
  const reply = await createComment(desk.editor, { ...on(), body: "The ministry.", replyTo: first.id });
  expect(await reasons(desk.editor2)).toEqual(["reply"]);
  const body = `The ministry, ${mention(desk.owner)}.`;
  await changeComment(desk.editor, { commentId: reply.id, version: 1, body });
  await changeComment(desk.editor, { commentId: reply.id, version: 2, body: `${body} Or not.` });
  expect(await reasons(desk.owner)).toEqual(["mention"]);
  expect(await reasons(desk.editor)).toEqual([]);
  expect(await reasons(desk.editor2)).toEqual(["reply"]);
});

test("a repeated create tells nobody a second time", async () => {
  const id = "01900000-0000-7000-8000-000000000001";
  const comment = { ...on(), id, body: mention(desk.reviewer2) };
  await createComment(desk.editor, comment);
  await createComment(desk.editor, comment);
  expect(await reasons(desk.reviewer2)).toEqual(["mention"]);
});

test("work given to somebody, once, and not by themselves", async () => {
  const { tag, editor, reviewer, dossierId } = desk;
  const mine = await tag("Nobody else confirmed it");
  const assignee = reviewer.caller.id;
  await changeAnnotation(editor, { annotationId: mine.id, version: 1, assignee });
  await changeAnnotation(editor, { annotationId: mine.id, version: 2, note: "Please." });
  const link = await createLink(editor, { dossierId, from: mine.id, to: annotationId, relation: "disputes" });
  await changeLink(reviewer, { linkId: link.id, version: 1, owner: assignee });
  expect(await reasons(reviewer)).toEqual(["assignment"]);
  await changeLink(reviewer, { linkId: link.id, version: 2, owner: editor.caller.id });
  expect((await inbox(editor))[0]).toMatchObject({ reason: "assignment", on: { type: "link" } });
});

test("read and unread: one's own, by id or all up to what was seen", async () => {
  const { editor2, editor, outsider } = desk;
  for (const word of ["one", "two", "three"]) {
    await createComment(editor, { ...on(), body: `${mention(editor2)} ${word}` });
  }
  const [newest, second] = await inbox(editor2);
  if (!newest || !second) throw new Error("Nothing was told.");
  const { unread } = await countUnread(editor2);
  expect(await markInbox(outsider, { items: [newest.id], read: true })).toEqual({ unread: 0 });
  expect(await countUnread(editor2)).toEqual({ unread });
  expect(await markInbox(editor2, { all: true, upTo: second.id, read: true })).toEqual({ unread: 1 });
  expect((await listInbox(editor2, { limit: 50, unread: true })).items.map(({ id }) => id)).toEqual([
    newest.id,
  ]);
  expect(await markInbox(editor2, { items: [second.id], read: false })).toEqual({ unread: 2 });
});

test("pages follow one another without gap or repeat", async () => {
  const all = (await inbox(desk.editor2)).map(({ id }) => id);
  const walked: string[] = [];
  let after: string | undefined;
  do {
    const page = await listInbox(desk.editor2, { limit: 2, after });
    walked.push(...page.items.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  expect(walked).toEqual(all);
});

test("nothing of a dossier one is no longer in", async () => {
  const { owner, reviewer2, dossierId } = desk;
  expect((await countUnread(reviewer2)).unread).toBe(1);
  await removeMember(owner, { dossierId, userId: reviewer2.caller.id });
  expect(await listInbox(reviewer2, { limit: 50 })).toEqual({ items: [], next: null, unread: 0 });
  await createComment(owner, { ...on(), body: mention(reviewer2) });
  expect(await desk.db.inboxItem.count({ where: { userId: reviewer2.caller.id } })).toBe(1);
});

test("reviewers hear of a round, makers of what comes back and of the sign-off, each with the way there", async () => {
  const own = await openDesk();
  const { editor, editor2, reviewer, owner, viewer, dossierId } = own;
  const told = async (person: Context) =>
    (await listInbox(person, { limit: 50 })).items.map(({ reason, on, about, words, round, count }) => {
      return { reason, on: on.type, about, words, round: round?.number, count };
    });
  const [one] = [
    await own.tag("490 people were freed", "figure"),
    await own.tag("All were told", "claim", editor2),
  ];
  const report = await createReport(editor, { dossierId, title: "The report" });
  const submit = () => submitRound(editor, { reportId: report.id, note: "Ready" });
  const first = await submit();
  const review = { reason: "review", on: "report", about: "The report", words: "Ready", round: 1, count: 0 };
  expect(await told(reviewer)).toEqual([review]);
  expect(await told(owner)).toEqual([review]);
  expect(await told(viewer)).toEqual([]);
  const items = [
    { type: "annotation" as const, id: one.id, decision: "returned" as const, reason: "Who says?" },
  ];
  await decide(reviewer, { roundId: first.id, items });
  await decide(reviewer, { roundId: first.id, items });
  expect(await told(editor)).toEqual([
    { reason: "returned", on: "annotation", about: one.exact, words: "Who says?", round: 1, count: 1 },
  ]);
  expect(await told(editor2)).toEqual([]);
  await returnRound(reviewer, { roundId: first.id, reason: "Not yet." });
  expect((await told(editor2))[0]).toMatchObject({
    reason: "returned",
    on: "report",
    words: "Not yet.",
    round: 1,
  });
  const second = await submit();
  const accepted = second.items.map(({ type, id }) => ({ type, id, decision: "accepted" as const }));
  await decide(reviewer, { roundId: second.id, items: accepted });
  await signRound(reviewer, {
    roundId: second.id,
    contentHash: second.contentHash,
    statement: "I checked.",
    password: deskPassword,
  });
  const signed = { reason: "sign_off", on: "report", words: "I checked.", round: 2 };
  expect((await told(editor))[0]).toMatchObject(signed);
  expect((await told(editor2))[0]).toMatchObject(signed);
  expect((await told(reviewer)).map(({ reason }) => reason)).toEqual(["review", "review"]);
  await own.close();
});
