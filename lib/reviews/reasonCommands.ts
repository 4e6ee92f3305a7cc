import { uuidv7 } from "uuidv7";
import { presentComment } from "@/lib/comments/present";
import type { Comment } from "@/lib/comments/schema";
import type { Change } from "@/lib/journal/change";
import type { ItemType } from "./itemHash";
import { reasonsAmong } from "./reasonQueries";

/** Says why something was returned, on the thing itself: that is how it reaches whoever made it. */
export async function commentOn(
  { tx, now, actor, dossierId, append }: Change,
  on: Comment["on"],
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

/**
 * Resolves the threads that earlier returns of these items began: what is accepted waits for nobody, and what is
 * returned again waits for what the new reason says.
 */
export async function settleReasons(
  { tx, now, actor, dossierId, append }: Change,
  decided: readonly { type: ItemType; id: string }[],
): Promise<void> {
  const idsOf = (wanted: ItemType) => decided.filter(({ type }) => type === wanted).map(({ id }) => id);
  const open = await tx.comment.findMany({
    where: {
      OR: (["annotation", "link"] as const).map((type) => ({ onType: type, onId: { in: idsOf(type) } })),
      ...{ dossierId, replyToId: null, resolvedAt: null, deletedAt: null },
    },
    orderBy: { id: "asc" },
  });
  for (const { id } of await reasonsAmong(tx, dossierId, open)) {
    const row = await tx.comment.update({
      where: { id },
      data: { resolvedAt: now, resolvedById: actor.userId, updatedAt: now, version: { increment: 1 } },
    });
    append({
      type: "comment.changed",
      subject: { type: "comment", id },
      payload: { comment: presentComment(row) },
    });
  }
}
