import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { presentComment } from "@/lib/comments/present";
import type { RoundItem as RoundItemRow } from "@/lib/db/generated/client";
import { notFound, Refusal } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { presented, setReportStatus } from "./commands";
import type { DecisionValue, decideInput, Round, returnRoundInput } from "./schema";

/**
 * Accepts or returns items of a round; all of them or, when one is refused, none.
 * A returned item's reason becomes a comment on it, which is how it goes back to its author.
 * @throws Refusal `forbidden` for what one made or last changed, `not_found` for an item not in the round,
 *   `outdated` for one that changed since, `invalid` for returning without a reason
 */
export async function decide(
  context: Context,
  { roundId, items }: z.infer<typeof decideInput>,
): Promise<Round> {
  const { dossierId } = await findRound(context, roundId);
  return changeDossier(context, dossierId, "round.decide", async (change) => {
    const { tx, now, actor, authorise, append } = change;
    const { status, items: rows } = await tx.round.findUniqueOrThrow({
      where: { id: roundId },
      select: { status: true, items: true },
    });
    const byKey = new Map(rows.map((row) => [`${row.type}:${row.itemId}`, row]));
    const decided: { type: "annotation" | "link"; id: string; decision: DecisionValue; reason: string }[] =
      [];
    for (const [index, { type, id, decision, reason = "" }] of items.entries()) {
      const row = byKey.get(`${type}:${id}`);
      if (!row)
        throw new Refusal("not_found", `This ${type} is not in the round.`, { field: `items.${index}.id` });
      authorise("round.decide", { makers: [row.createdById, row.lastEditorId], roundStatus: status });
      if (decision === "returned" && reason.trim() === "") {
        throw new Refusal("invalid", "Say why this is returned.", { field: `items.${index}.reason` });
      }
      await refuseChanged(change, row, `items.${index}.id`);
      if (row.decision === decision && row.reason === reason && row.decidedById === actor.userId) continue;
      await tx.roundItem.update({
        where: { roundId_type_itemId: { roundId, type, itemId: id } },
        data: { decision, reason, decidedById: actor.userId, decidedAt: now },
      });
      if (decision === "returned") await commentOn(change, { type, id }, reason);
      decided.push({ type, id, decision, reason });
    }
    if (decided.length > 0) {
      const subject = { type: "round" as const, id: roundId };
      append({ type: "round.decided", subject, payload: { roundId, items: decided } });
    }
    return presented(tx, roundId);
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
    const { status } = await tx.round.findUniqueOrThrow({ where: { id: roundId }, select: { status: true } });
    authorise("round.return", { roundStatus: status });
    await tx.round.update({
      where: { id: roundId },
      data: { status: "returned", returnReason: reason, closedAt: now },
    });
    await commentOn(change, { type: "report", id: reportId }, reason);
    const report = await setReportStatus(tx, reportId, "returned");
    const round = await presented(tx, roundId);
    append({ type: "round.returned", subject: { type: "round", id: roundId }, payload: { round, report } });
    return round;
  });
}

/** Where a round belongs, for a member of its dossier. @throws Refusal `not_found` */
export async function findRound({ db, caller }: Context, roundId: string) {
  const row = await db.round.findFirst({
    where: { id: roundId, report: { dossier: { members: { some: { userId: caller.id } } } } },
    select: { dossierId: true, reportId: true },
  });
  if (!row) throw notFound("round");
  return row;
}

/** What is decided on is what was frozen: a newer version needs a new round. */
async function refuseChanged({ tx }: Change, item: RoundItemRow, field: string): Promise<void> {
  const where = { id: item.itemId, version: item.itemVersion, deletedAt: null };
  const same =
    item.type === "annotation" ? await tx.annotation.count({ where }) : await tx.link.count({ where });
  if (same === 0) {
    throw new Refusal(
      "outdated",
      `This ${item.type} changed after the round was submitted. It needs a new round.`,
      {
        field,
      },
    );
  }
}

async function commentOn(
  { tx, now, actor, dossierId, append }: Change,
  on: { type: "annotation" | "link" | "report"; id: string },
  body: string,
): Promise<void> {
  const row = await tx.comment.create({
    data: {
      ...{ id: uuidv7(), dossierId, onType: on.type, onId: on.id, body },
      ...{ createdById: actor.userId, createdAt: now, updatedAt: now },
    },
  });
  const subject = { type: "comment" as const, id: row.id };
  append({ type: "comment.created", subject, payload: { comment: presentComment(row) } });
}
