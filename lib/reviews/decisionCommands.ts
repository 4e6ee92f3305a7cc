import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import type { RoundItem as RoundItemRow } from "@/lib/db/generated/client";
import { Refusal } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { grouped } from "@/lib/text/grouped";
import { setReportStatus } from "./commands";
import { currentItems } from "./currentQueries";
import { type ItemType, itemKey } from "./itemHash";
import { reportAfter, roundAfter } from "./machine";
import { findRound, presented } from "./queries";
import { commentOn, settleReasons } from "./reasonCommands";
import { journallingRefusals } from "./refusedCommands";
import type { DecisionValue, decideInput, Round, returnRoundInput } from "./schema";

/**
 * Accepts or returns items of a round; all of them or, when one is refused, none.
 * A returned item's reason becomes a comment on it, which is how it goes back to its author; accepting it later
 * resolves that thread.
 * @throws Refusal `forbidden` for what one made or last changed, `not_found` for an item not in the round,
 *   `outdated` for one that changed since or when another round's hash was seen, `invalid` for returning without a
 *   reason, `stale` for accepting what another reviewer returned
 */
export async function decide(
  context: Context,
  { roundId, contentHash, items }: z.infer<typeof decideInput>,
): Promise<Round> {
  const { dossierId } = await findRound(context, roundId);
  const work = async (change: Change) => {
    const { tx, now, actor, append } = change;
    const round = await tx.round.findUniqueOrThrow({
      where: { id: roundId },
      select: { status: true, contentHash: true, items: true },
    });
    if (contentHash !== undefined && contentHash !== round.contentHash) {
      throw new Refusal("outdated", "What you saw is not what this round froze. Read it again.", {
        field: "contentHash",
        current: { contentHash: round.contentHash },
      });
    }
    const wanted = items.map(({ reason = "", suggestion = "", ...item }) => ({
      ...item,
      reason,
      suggestion,
    }));
    const rows = await allowed(change, round, wanted);
    const decided = wanted.filter(({ decision, reason, suggestion }, index) => {
      const row = rows[index];
      const isSame = row?.decision === decision && row.reason === reason && row.suggestion === suggestion;
      return !isSame || row.decidedById !== actor.userId || row.carriedFromId !== null;
    });
    // One write for all that got the same word: a filtered list is accepted as one.
    // By type too: a link may have been made under an annotation's id, and is not decided on with it.
    const words = ({ type, decision, reason, suggestion }: Wanted) =>
      JSON.stringify([type, decision, reason, suggestion]);
    for (const same of grouped(decided, words).values()) {
      const [first] = same;
      if (!first) continue;
      const { type, decision, reason, suggestion } = first;
      await tx.roundItem.updateMany({
        where: { roundId, type, itemId: { in: same.map(({ id }) => id) } },
        data: {
          ...{ decision, reason, suggestion, decidedById: actor.userId, decidedAt: now },
          carriedFromId: null,
        },
      });
    }
    await settleReasons(change, decided);
    for (const { type, id, decision, reason } of decided) {
      if (decision === "returned") await commentOn(change, { type, id }, reason);
    }
    if (decided.length > 0) {
      const subject = { type: "round" as const, id: roundId };
      append({ type: "round.decided", subject, payload: { roundId, items: decided } });
    }
    return presented(tx, roundId);
  };
  return journallingRefusals(context, { dossierId, roundId }, "decide", () =>
    changeDossier(context, dossierId, "round.decide", work),
  );
}

type Wanted = { type: ItemType; id: string; decision: DecisionValue; reason: string; suggestion: string };

/** The rows of the items to decide on, in their order, once each of them may be decided on like this. */
async function allowed(
  { tx, actor, authorise }: Change,
  round: { status: Round["status"]; items: RoundItemRow[] },
  wanted: readonly Wanted[],
): Promise<RoundItemRow[]> {
  const byKey = new Map(round.items.map((row) => [`${row.type}:${row.itemId}`, row]));
  const current = await currentItems(tx, wanted);
  return wanted.map(({ type, id, decision, reason, suggestion }, index) => {
    const row = byKey.get(`${type}:${id}`);
    const field = `items.${index}.id`;
    if (!row) throw new Refusal("not_found", `This ${type} is not in the round.`, { field });
    authorise("round.decide", { makers: row.makers, roundStatus: round.status });
    if (decision === "returned" && reason.trim() === "") {
      throw new Refusal("invalid", "Say why this is returned.", { field: `items.${index}.reason` });
    }
    if (decision === "accepted" && suggestion !== "") {
      const sentence = "A change is suggested with what is returned, not with what is accepted.";
      throw new Refusal("invalid", sentence, { field: `items.${index}.suggestion` });
    }
    // What is decided on is what was frozen: a newer version needs a new round.
    const now = current.get(itemKey({ type, id }));
    const isSame = row.contentHash === "" || row.contentHash === now?.contentHash;
    if (now?.version !== row.itemVersion || !isSame) {
      throw new Refusal(
        "outdated",
        `This ${type} changed after the round was submitted. It needs a new round.`,
        { field },
      );
    }
    if (row.decision === "returned" && decision === "accepted" && row.decidedById !== actor.userId) {
      throw new Refusal("stale", "Another reviewer returned this: they take it back themselves.", {
        field,
        current: { decision: row.decision, reason: row.reason, decidedBy: row.decidedById },
      });
    }
    return row;
  });
}

/** Sends the whole round back with a reason, which becomes a comment on the report. @throws Refusal `forbidden` */
export async function returnRound(
  context: Context,
  { roundId, reason }: z.infer<typeof returnRoundInput>,
): Promise<Round> {
  const { dossierId, reportId } = await findRound(context, roundId);
  return changeDossier(context, dossierId, "round.return", async (change) => {
    const { tx, now, authorise, append } = change;
    const { status, report: before } = await tx.round.findUniqueOrThrow({
      where: { id: roundId },
      select: { status: true, report: { select: { status: true } } },
    });
    authorise("round.return", { roundStatus: status });
    await tx.round.update({
      where: { id: roundId },
      data: { status: roundAfter(status, "return"), returnReason: reason, closedAt: now },
    });
    await commentOn(change, { type: "report", id: reportId }, reason);
    const report = await setReportStatus(tx, reportId, reportAfter(before.status, "return"));
    const round = await presented(tx, roundId);
    append({ type: "round.returned", subject: { type: "round", id: roundId }, payload: { round, report } });
    return round;
  });
}
