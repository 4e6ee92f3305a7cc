import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listActivity } from "@/lib/activity/queries";
import type { Context } from "@/lib/auth/caller";
import { createReport } from "@/lib/reports/commands";
import { deskPassword, openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { decide, returnRound } from "./decisionCommands";
import { readRound } from "./queries";
import { decideInput, type Round } from "./schema";
import { signRound } from "./signCommand";

let desk: TestDesk;
let reportId: string;
let round: Round;
beforeAll(async () => {
  process.env.STET_DATA_DIR = await mkdtemp(join(tmpdir(), "stet-keys-"));
  desk = await openDesk();
  await desk.tag("490 people were freed", "figure");
  await desk.tag("Nobody else confirmed it", "claim", desk.editor2);
  reportId = (await createReport(desk.editor, { dossierId: desk.dossierId, title: "A report" })).id;
});
afterAll(() => desk.close());
beforeEach(async () => {
  round = await submitRound(desk.editor, { reportId });
  return async () => {
    const { status } = await readRound(desk.viewer, { roundId: round.id });
    if (status === "in_review") await returnRound(desk.reviewer, { roundId: round.id, reason: "Next." });
  };
});

const other = "019b2c00-0000-7000-8000-00000000beef";
const zeros = "0".repeat(64);
const first = () => {
  const [item] = round.items;
  if (!item) throw new Error("The round has no items.");
  return { type: item.type, id: item.id };
};
const accepted = () => ({ ...first(), decision: "accepted" as const });
const decided = (items: Parameters<typeof decide>[1]["items"], who: Context = desk.reviewer) =>
  decide(who, { roundId: round.id, items });
const sign = (who: Context, { id, contentHash }: Pick<Round, "id" | "contentHash"> = round) =>
  signRound(who, { roundId: id, contentHash, statement: "Checked.", password: deskPassword });
const refusals = async () =>
  (
    await desk.db.journalEntry.findMany({
      where: { type: "round.refused", subjectId: round.id },
      orderBy: { seq: "asc" },
    })
  ).map(({ payload }) => payload);

describe("a decision", () => {
  test.each<[string, () => Promise<unknown>, object]>([
    [
      "on an item that is not in the round",
      () => decided([accepted(), { ...accepted(), id: other }]),
      { code: "not_found", field: "items.1.id" },
    ],
    [
      "on an annotation called a link",
      () => decided([{ ...accepted(), type: "link" }]),
      { code: "not_found", message: "This link is not in the round." },
    ],
    [
      "in a round there is none of",
      () => decide(desk.reviewer, { roundId: other, items: [accepted()] }),
      { code: "not_found" },
    ],
    [
      "without the reason for returning",
      () => decided([{ ...first(), decision: "returned", reason: " \n " }]),
      { code: "invalid", field: "items.0.reason" },
    ],
    [
      "that accepts and suggests another thing",
      () => decided([{ ...accepted(), suggestion: "Say less." }]),
      { code: "invalid", field: "items.0.suggestion" },
    ],
    [
      "on a round that was not the one read",
      () => decide(desk.reviewer, { roundId: round.id, contentHash: zeros, items: [accepted()] }),
      { code: "outdated", field: "contentHash" },
    ],
    [
      "in a closed round",
      async () => {
        await returnRound(desk.reviewer, { roundId: round.id, reason: "Closed." });
        await decided([accepted()]);
      },
      { code: "forbidden", message: "This round is closed." },
    ],
  ])("%s is refused, and nothing of it is done", async (_what, work, refusal) => {
    await expect(work()).rejects.toMatchObject(refusal);
    const { items } = await readRound(desk.viewer, { roundId: round.id });
    expect(items.filter(({ decision, carriedFrom }) => decision !== null && carriedFrom === null)).toEqual(
      [],
    );
  });

  test.each<[string, () => unknown[]]>([
    ["of nothing", () => []],
    ["on an item named twice", () => [accepted(), { ...first(), decision: "returned", reason: "r" }]],
    ["there is no such of", () => [{ ...first(), decision: "ignored" }]],
    ["of no decision", () => [{ ...first(), decision: null }]],
    ["on a thing of another type", () => [{ ...accepted(), type: "report" }]],
    ["on no id", () => [{ ...accepted(), id: "1" }]],
    ["in somebody’s name", () => [{ ...accepted(), decidedBy: other }]],
    ["with a reason of 2,001", () => [{ ...first(), decision: "returned", reason: "r".repeat(2_001) }]],
    [
      "with a suggestion of 10,001",
      () => [{ ...first(), decision: "returned", suggestion: "s".repeat(10_001) }],
    ],
    ["with half a character", () => [{ ...first(), decision: "returned", reason: "\ud83d" }]],
  ])("%s is not understood", (_what, items) => {
    expect(decideInput.safeParse({ roundId: round.id, items: items() }).success).toBe(false);
  });
});

describe("a sign-off", () => {
  const acceptAll = async () => {
    await decided(round.items.map(({ type, id }) => ({ type, id, decision: "accepted" })));
  };
  test("of an incomplete round is refused, which is no misdeed", async () => {
    const { items } = await readRound(desk.viewer, { roundId: round.id });
    const open = items.filter(({ decision }) => decision === null);
    expect(open).toHaveLength(2);
    await expect(sign(desk.reviewer)).rejects.toMatchObject({ code: "incomplete" });
    expect(await refusals()).toEqual([]);
  });

  test("over another hash is refused and journalled, once: by whom, and why", async () => {
    await acceptAll();
    const forged = { id: round.id, contentHash: zeros };
    for (let time = 0; time < 3; time++) {
      await expect(sign(desk.reviewer, forged)).rejects.toMatchObject({
        code: "outdated",
        field: "contentHash",
      });
    }
    expect(await refusals()).toMatchObject([
      { roundId: round.id, by: desk.reviewer.caller.id, attempt: "sign", code: "outdated" },
    ]);
    const { items } = await listActivity(desk.viewer, { dossierId: desk.dossierId, limit: 1 });
    expect(items[0]?.actor.name).toBe("Stet");
    expect(items[0]?.did).toBe(
      `refused a sign-off by reviewer, over other content than was frozen, in round ${round.number} of the report`,
    );
  });

  test("of an earlier round, sent again for this one, is refused and journalled", async () => {
    const { contentHash } = round;
    await returnRound(desk.reviewer, { roundId: round.id, reason: "Next." });
    round = await submitRound(desk.editor, {
      reportId,
      waiver: "Otherwise it would be the same to the letter.",
    });
    await acceptAll();
    const replayed = { id: round.id, contentHash };
    await expect(sign(desk.reviewer, replayed)).rejects.toMatchObject({ code: "outdated" });
    expect(await refusals()).toMatchObject([{ attempt: "sign", code: "outdated" }]);
  });

  test("or decision by who may not is refused and journalled, each attempt of each person", async () => {
    await expect(decided([accepted()], desk.editor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(sign(desk.editor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(sign(desk.editor2)).rejects.toMatchObject({ code: "forbidden" });
    await expect(sign(desk.outsider)).rejects.toMatchObject({ code: "not_found" });
    const [editor, editor2] = [desk.editor.caller.id, desk.editor2.caller.id];
    expect(await refusals()).toMatchObject([
      { by: editor, attempt: "decide", code: "forbidden" },
      { by: editor, attempt: "sign", code: "forbidden" },
      { by: editor2, attempt: "sign", code: "forbidden" },
    ]);
  });

  test("of a closed round is refused, which is no misdeed", async () => {
    await acceptAll();
    await returnRound(desk.reviewer2, { roundId: round.id, reason: "Faster." });
    await expect(sign(desk.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await refusals()).toEqual([]);
  });
});
