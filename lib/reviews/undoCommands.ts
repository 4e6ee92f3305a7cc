import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { presentComment } from "@/lib/comments/present";
import type { RoundItem as RoundItemRow } from "@/lib/db/generated/client";
import { Refusal } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { findRound, presented } from "./queries";
import type { Round, takeBackInput } from "./schema";

/**
 * Takes one's own decisions back while the round is open: the items are undecided again, all of them or, when one is
 * refused, none. A reason that nobody has answered goes with its decision. What is undecided already stays so.
 * @throws Refusal `forbidden` for another's decision, for one that was carried over and in a closed round,
 *   `not_found` for an item not in the round
 */
export async function takeBack(
  context: Context,
  { roundId, items }: z.infer<typeof takeBackInput>,
): Promise<Round> {
  const { dossierId } = await findRound(context, roundId);
  return changeDossier(context, dossierId, "round.decide", async (change) => {
    const { tx, actor, authorise, append } = change;
    const { status, items: rows } = await tx.round.findUniqueOrThrow({
      where: { id: roundId },
      select: { status: true, items: true },
    });
    const known = new Map(rows.map((row) => [`${row.type}:${row.itemId}`, row]));
    const taken = items.flatMap(({ type, id }, index) => {
      const field = `items.${index}.id`;
      const row = known.get(`${type}:${id}`);
      if (!row) throw new Refusal("not_found", `This ${type} is not in the round.`, { field });
      authorise("round.decide", { makers: row.makers, roundStatus: status });
      if (row.decision === null) return [];
      if (row.decidedById !== actor.userId || row.carriedFromId !== null) {
        throw new Refusal("forbidden", "Only who decided in this round takes a decision back.", { field });
      }
      return [row];
    });
    if (taken.length > 0) {
      await tx.roundItem.updateMany({
        where: { roundId, OR: taken.map(({ type, itemId }) => ({ type, itemId })) },
        data: { decision: null, reason: "", suggestion: "", decidedById: null, decidedAt: null },
      });
      await withoutReasons(change, taken);
      append({
        type: "round.undecided",
        subject: { type: "round", id: roundId },
        payload: { roundId, items: taken.map(({ type, itemId }) => ({ type, id: itemId })) },
      });
    }
    return presented(tx, roundId);
  });
}

/** A reason that was answered stays: the answer would stand under nothing. */
async function withoutReasons({ tx, now, actor, append }: Change, taken: readonly RoundItemRow[]) {
  for (const { type, itemId, decision, decidedAt } of taken) {
    if (decision !== "returned" || decidedAt === null) continue;
    const said = await tx.comment.findFirst({
      where: {
        ...{ onType: type, onId: itemId, createdById: actor.userId, createdAt: decidedAt },
        ...{ deletedAt: null, replyToId: null },
      },
    });
    if (!said || (await tx.comment.count({ where: { replyToId: said.id, deletedAt: null } })) > 0) continue;
    const comment = presentComment(
      await tx.comment.update({
        where: { id: said.id },
        data: { deletedAt: now, updatedAt: now, version: { increment: 1 } },
      }),
    );
    append({ type: "comment.deleted", subject: { type: "comment", id: said.id }, payload: { comment } });
  }
}
