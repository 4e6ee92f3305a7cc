import { afterAll, beforeAll, expect, test } from "vitest";
import { createComment } from "@/lib/comments/commands";
import { createReport } from "@/lib/reports/commands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { decide, returnRound } from "./decisionCommands";
import { readRound } from "./queries";
import type { Round } from "./schema";
import { takeBack } from "./undoCommands";

let desk: TestDesk;
let round: Round;
let ids: string[];
beforeAll(async () => {
  desk = await openDesk();
  const { editor, dossierId } = desk;
  const words = ["490 people were freed", "Nobody else confirmed it", "All were told to wait"];
  ids = await Promise.all(words.map(async (exact) => (await desk.tag(exact)).id));
  const { id: reportId } = await createReport(editor, { dossierId, title: "A report" });
  round = await submitRound(editor, { reportId });
});
afterAll(() => desk.close());

const item = (index: number) => ({ type: "annotation" as const, id: ids[index] ?? "" });
const accepted = (index: number) => ({ ...item(index), decision: "accepted" as const });
const returned = (index: number) => ({
  ...item(index),
  decision: "returned" as const,
  reason: "Who said so?",
});
const undecided = { decision: null, reason: "", suggestion: "", decidedBy: null, decidedAt: null };
const decisionOn = async (index: number) =>
  (await readRound(desk.viewer, { roundId: round.id })).items.find(({ id }) => id === ids[index]);
const reasonsOn = (index: number) =>
  desk.db.comment.findMany({ where: { onId: ids[index] ?? "", deletedAt: null }, select: { body: true } });

test("decisions on many are taken back as one, with the reasons that nobody answered", async () => {
  const { reviewer } = desk;
  await decide(reviewer, { roundId: round.id, items: [accepted(0), returned(1), returned(2)] });
  const [reason] = await desk.db.comment.findMany({ where: { onId: ids[2] ?? "" } });
  const on = item(2);
  await createComment(desk.editor, { dossierId: desk.dossierId, on, body: "He did.", replyTo: reason?.id });
  await takeBack(reviewer, { roundId: round.id, items: [item(0), item(1), item(2)] });
  for (const index of [0, 1, 2]) expect(await decisionOn(index)).toMatchObject(undecided);
  expect(await reasonsOn(1)).toEqual([]);
  expect((await reasonsOn(2)).map(({ body }) => body)).toContain("He did.");
  expect(await reasonsOn(2)).toHaveLength(2);
});

test("taken back twice is taken back once", async () => {
  const entries = () => desk.db.journalEntry.count({ where: { type: "round.undecided" } });
  const before = await entries();
  await takeBack(desk.reviewer, { roundId: round.id, items: [item(0)] });
  expect(await entries()).toBe(before);
});

test("nobody takes back another's decision, nor of many any when one is another's", async () => {
  const { reviewer, reviewer2, editor } = desk;
  await decide(reviewer, { roundId: round.id, items: [accepted(0)] });
  await decide(reviewer2, { roundId: round.id, items: [accepted(1)] });
  const both = { roundId: round.id, items: [item(1), item(0)] };
  await expect(takeBack(reviewer2, both)).rejects.toMatchObject({ code: "forbidden" });
  await expect(takeBack(editor, both)).rejects.toMatchObject({ code: "forbidden" });
  expect(await decisionOn(1)).toMatchObject({ decision: "accepted" });
  const elsewhere = { roundId: round.id, items: [{ type: "link" as const, id: ids[0] ?? "" }] };
  await expect(takeBack(reviewer, elsewhere)).rejects.toMatchObject({ code: "not_found" });
});

test("in a closed round a decision stands", async () => {
  await returnRound(desk.reviewer, { roundId: round.id, reason: "Not yet." });
  const taking = takeBack(desk.reviewer, { roundId: round.id, items: [item(0)] });
  await expect(taking).rejects.toMatchObject({ code: "forbidden" });
  expect(await decisionOn(0)).toMatchObject({ decision: "accepted" });
});
