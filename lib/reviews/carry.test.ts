import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAnnotation } from "@/lib/annotations/commands";
import type { Annotation } from "@/lib/annotations/schema";
import { addEvidence } from "@/lib/evidence/commands";
import { changeLink, createLink } from "@/lib/links/commands";
import type { Link } from "@/lib/links/schema";
import { createReport } from "@/lib/reports/commands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { decide, returnRound } from "./decisionCommands";
import { itemKey } from "./itemHash";
import type { Round, RoundItem } from "./schema";
import { standingsOf } from "./standing";

let desk: TestDesk;
let reportId: string;
let [figure, claim, order]: Annotation[] = [];
let link: Link;
const rounds: Round[] = [];

beforeAll(async () => {
  desk = await openDesk();
  figure = await desk.tag("490 people were freed", "figure");
  claim = await desk.tag("Nobody else confirmed it", "claim", desk.editor2);
  order = await desk.tag("All were told to wait");
  const ends = { from: figure.id, to: claim.id };
  link = await createLink(desk.editor, { dossierId: desk.dossierId, ...ends, relation: "disputes" });
  reportId = (await createReport(desk.editor, { dossierId: desk.dossierId, title: "A report" })).id;
});
afterAll(() => desk.close());

const named = () => ({ figure: figure?.id, claim: claim?.id, order: order?.id, link: link.id });
const idOf = (name: keyof ReturnType<typeof named>) => named()[name] ?? "";
const itemOf = (round: Round | undefined, name: keyof ReturnType<typeof named>): RoundItem => {
  const item = round?.items.find(({ id }) => id === idOf(name));
  if (!item) throw new Error(`No ${name} in the round.`);
  return item;
};
const standingIn = (round: Round) =>
  Object.fromEntries(
    (Object.keys(named()) as (keyof ReturnType<typeof named>)[]).map((name) => [
      name,
      standingsOf(round, rounds).get(itemKey(itemOf(round, name)))?.standing,
    ]),
  );
const accept = { decision: "accepted" as const };
const back = { decision: "returned" as const, reason: "Which list?", suggestion: "By the ministry’s list." };
const openThreads = () =>
  desk.db.comment.count({ where: { onId: figure?.id, replyToId: null, resolvedAt: null } });

async function submit(): Promise<Round> {
  const round = await submitRound(desk.editor, { reportId });
  rounds.push(round);
  return round;
}
async function close(roundId: string) {
  const round = await returnRound(desk.reviewer, { roundId, reason: "Once more." });
  rounds[rounds.length - 1] = round;
  return round;
}

describe("decisions over rounds", () => {
  test("in the first everything is new", async () => {
    const round = await submit();
    expect(standingIn(round)).toEqual({ figure: "new", claim: "new", order: "new", link: "new" });
    await decide(desk.reviewer, {
      roundId: round.id,
      contentHash: round.contentHash,
      items: round.items.map(({ type, id }) => ({ type, id, ...(id === figure?.id ? back : accept) })),
    });
    const closed = await close(round.id);
    expect(itemOf(closed, "figure")).toMatchObject({ ...back, decidedBy: desk.reviewer.caller.id });
  });

  test("the second carries what says the same: by whom and when, and from where", async () => {
    const first = rounds[0];
    await changeAnnotation(desk.editor2, { annotationId: idOf("claim"), version: 1, note: "Agency only." });
    // Given to somebody: another version, the same content.
    const given = { version: 1, assignee: desk.editor.caller.id };
    await changeAnnotation(desk.editor, { annotationId: idOf("order"), ...given });
    const round = await submit();
    expect(standingIn(round)).toEqual({
      ...{ figure: "returned-unchanged", claim: "changed", order: "carried", link: "carried" },
    });
    for (const name of ["order", "link"] as const) {
      const before = itemOf(first, name);
      const { decidedAt } = before;
      expect(itemOf(round, name)).toMatchObject({
        ...{ decision: "accepted", carriedFrom: first?.id, decidedAt, contentHash: before.contentHash },
        decidedBy: desk.reviewer.caller.id,
      });
    }
    for (const name of ["figure", "claim"] as const) {
      expect(itemOf(round, name)).toMatchObject({ decision: null, carriedFrom: null, suggestion: "" });
    }
    await close(round.id);
  });

  test("the third: fixed is to be seen again, and what is carried names where it was decided", async () => {
    const change = { annotationId: idOf("figure"), version: 1, note: "By the ministry’s list." };
    await changeAnnotation(desk.editor, change);
    expect(await openThreads()).toBe(1);
    const round = await submit();
    expect(standingIn(round)).toMatchObject({ figure: "fixed", claim: "changed", link: "carried" });
    expect(itemOf(round, "link").carriedFrom).toBe(rounds[0]?.id);
    const { type, id } = itemOf(round, "figure");
    await decide(desk.reviewer2, { roundId: round.id, items: [{ type, id, ...accept }] });
    // Nobody waits for an answer to why it was returned.
    expect(await openThreads()).toBe(0);
  });

  test("a decision that was carried can be taken back, or made one's own", async () => {
    const round = rounds[2];
    if (!round) throw new Error("No third round.");
    const { type, id } = itemOf(round, "link");
    const reviewer2 = desk.reviewer2.caller.id;
    const again = await decide(desk.reviewer2, { roundId: round.id, items: [{ type, id, ...accept }] });
    expect(itemOf(again, "link")).toMatchObject({ decidedBy: reviewer2, carriedFrom: null });
    const one = itemOf(round, "order");
    const items = [{ type: one.type, id: one.id, ...back }];
    const taken = await decide(desk.reviewer2, { roundId: round.id, items });
    expect(itemOf(taken, "order")).toMatchObject({ ...back, carriedFrom: null, decidedBy: reviewer2 });
    await close(round.id);
  });

  test("an acceptance is not carried once whoever gave it is a maker, nor over other evidence", async () => {
    const owner = await changeLink(desk.reviewer2, {
      linkId: link.id,
      version: 1,
      owner: desk.owner.caller.id,
    });
    expect(owner.version).toBe(2);
    await addEvidence(desk.editor, {
      annotationId: idOf("figure"),
      stance: "against",
      title: "Another list",
    });
    const round = await submit();
    expect(standingIn(round)).toMatchObject({
      ...{ link: "changed", figure: "changed", order: "returned-unchanged" },
    });
    expect(itemOf(round, "link").contentHash).toBe(itemOf(rounds[2], "link").contentHash);
  });

  test("evidence that comes after submission makes its annotation another one", async () => {
    const round = rounds[3];
    if (!round) throw new Error("No fourth round.");
    await addEvidence(desk.editor, { annotationId: idOf("claim"), stance: "for", title: "A third list" });
    const { type, id } = itemOf(round, "claim");
    const late = decide(desk.reviewer, { roundId: round.id, items: [{ type, id, ...accept }] });
    await expect(late).rejects.toMatchObject({ code: "outdated" });
  });
});
