import { afterAll, beforeAll, expect, test } from "vitest";
import { createLink } from "@/lib/links/commands";
import { createReport } from "@/lib/reports/commands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { decide } from "./decisionCommands";
import { readRound } from "./queries";
import type { Round } from "./schema";
import { takeBack } from "./undoCommands";

let desk: TestDesk;
let round: Round;
let id: string;
beforeAll(async () => {
  desk = await openDesk();
  const [figure, claim] = [
    await desk.tag("490 people were freed", "figure"),
    await desk.tag("Nobody else confirmed it"),
  ];
  id = figure.id;
  // Whoever makes something names it: nothing keeps a link from having the id of an annotation.
  const ends = { from: id, to: claim.id, relation: "disputes" as const };
  await createLink(desk.reviewer, { dossierId: desk.dossierId, id, ...ends });
  const report = await createReport(desk.editor, { dossierId: desk.dossierId, title: "A report" });
  round = await submitRound(desk.editor, { reportId: report.id });
});
afterAll(() => desk.close());

const decisions = async () => {
  const { items } = await readRound(desk.viewer, { roundId: round.id });
  return Object.fromEntries(items.filter((one) => one.id === id).map((one) => [one.type, one.decision]));
};
const annotation = () => ({ type: "annotation" as const, id });
const link = () => ({ type: "link" as const, id });
const accepted = { decision: "accepted" as const };

test("an annotation is not decided on with a link of the same id, nor a link by who made it", async () => {
  await decide(desk.reviewer, { roundId: round.id, items: [{ ...annotation(), ...accepted }] });
  expect(await decisions()).toEqual({ annotation: "accepted", link: null });
});

test("nor is one taken back with the other", async () => {
  await decide(desk.reviewer2, { roundId: round.id, items: [{ ...link(), ...accepted }] });
  await takeBack(desk.reviewer2, { roundId: round.id, items: [link()] });
  expect(await decisions()).toEqual({ annotation: "accepted", link: null });
});
