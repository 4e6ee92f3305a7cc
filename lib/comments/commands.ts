import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { notFound, Refusal, stale } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { isRepeatedCreate } from "@/lib/journal/repeat";
import { presentComment } from "./present";
import type {
  Comment,
  changeCommentInput,
  createCommentInput,
  deleteCommentInput,
  restoreCommentInput,
} from "./schema";

/**
 * Comments on an annotation, a link or a report, or replies to a comment there.
 * @throws Refusal `not_found` when what it is about is deleted or elsewhere, `duplicate` (id taken)
 */
export async function createComment(
  context: Context,
  { id = uuidv7(), dossierId, on, replyTo, body }: z.infer<typeof createCommentInput>,
): Promise<Comment> {
  return changeDossier(context, dossierId, "comment.create", async (change) => {
    const { tx, now, actor, append } = change;
    const subject = { type: "comment" as const, id };
    const creation = { dossierId, actorId: actor.userId, type: "comment.created" as const, subject };
    if (
      await isRepeatedCreate(tx, {
        ...creation,
        noun: "comment",
        content: { on, replyTo: replyTo ?? null, body },
      })
    ) {
      return presentComment(await tx.comment.findUniqueOrThrow({ where: { id } }));
    }
    await requireSubject(tx, dossierId, on);
    if (replyTo) await requireParent(tx, dossierId, on, replyTo);
    const row = await tx.comment.create({
      data: {
        ...{ id, dossierId, onType: on.type, onId: on.id, replyToId: replyTo, body },
        ...{ createdById: actor.userId, createdAt: now, updatedAt: now },
      },
    });
    const comment = presentComment(row);
    append({ type: "comment.created", subject, payload: { comment } });
    return comment;
  });
}

/** Changes the words (their author) or whether it is resolved (anyone who may comment). @throws Refusal `stale` */
export async function changeComment(
  context: Context,
  { commentId, version, body, resolved }: z.infer<typeof changeCommentInput>,
): Promise<Comment> {
  const { dossierId, createdById } = await findComment(context, commentId);
  return changeDossier(context, dossierId, "comment.create", async (change) => {
    const { now, actor, authorise } = change;
    if (body !== undefined) authorise("comment.change", { makers: [createdById] });
    const resolution =
      resolved === undefined
        ? {}
        : { resolvedAt: resolved ? now : null, resolvedById: resolved ? actor.userId : null };
    return writeIfUnchanged(change, commentId, version, { body, ...resolution }, "comment.changed");
  });
}

/** Takes one's own comment away; {@link restoreComment} brings it back. @throws Refusal `stale`, `forbidden` */
export async function deleteComment(
  context: Context,
  { commentId, version }: z.infer<typeof deleteCommentInput>,
): Promise<Comment> {
  const { dossierId, createdById } = await findComment(context, commentId);
  return changeDossier(context, dossierId, "comment.change", async (change) => {
    change.authorise("comment.change", { makers: [createdById] });
    return writeIfUnchanged(change, commentId, version, { deletedAt: change.now }, "comment.deleted");
  });
}

/**
 * Brings one's own deleted comment back.
 * @throws Refusal `stale`, `forbidden`, `not_found` when what it is about, or answers, is gone
 */
export async function restoreComment(
  context: Context,
  { commentId, version }: z.infer<typeof restoreCommentInput>,
): Promise<Comment> {
  const { dossierId, createdById } = await findComment(context, commentId);
  return changeDossier(context, dossierId, "comment.change", async (change) => {
    const { tx, authorise } = change;
    authorise("comment.change", { makers: [createdById] });
    const { on, replyTo } = presentComment(await tx.comment.findUniqueOrThrow({ where: { id: commentId } }));
    await requireSubject(tx, dossierId, on);
    if (replyTo) await requireParent(tx, dossierId, on, replyTo);
    return writeIfUnchanged(change, commentId, version, { deletedAt: null }, "comment.restored");
  });
}

type Columns = Parameters<Transaction["comment"]["updateMany"]>[0]["data"];

async function writeIfUnchanged(
  { tx, now, append }: Change,
  id: string,
  version: number,
  data: Columns,
  type: "comment.changed" | "comment.deleted" | "comment.restored",
): Promise<Comment> {
  const { count } = await tx.comment.updateMany({
    where: { id, version, deletedAt: type === "comment.restored" ? { not: null } : null },
    data: { ...data, updatedAt: now, version: { increment: 1 } },
  });
  const comment = presentComment(await tx.comment.findUniqueOrThrow({ where: { id } }));
  if (count === 0) throw stale("comment", comment);
  append({ type, subject: { type: "comment", id }, payload: { comment } });
  return comment;
}

async function requireSubject(tx: Transaction, dossierId: string, on: Comment["on"]): Promise<void> {
  const where = { id: on.id, dossierId, deletedAt: null };
  const count =
    on.type === "annotation"
      ? await tx.annotation.count({ where: { ...where, article: { deletedAt: null } } })
      : on.type === "link"
        ? await tx.link.count({ where })
        : await tx.report.count({ where });
  if (count === 0)
    throw new Refusal("not_found", `There is no such ${on.type} in this dossier.`, { field: "on" });
}

/** A reply stands under a comment on the same thing. */
async function requireParent(
  tx: Transaction,
  dossierId: string,
  on: Comment["on"],
  replyTo: string,
): Promise<void> {
  const parent = { id: replyTo, dossierId, onType: on.type, onId: on.id, deletedAt: null };
  if (!(await tx.comment.findFirst({ where: parent }))) {
    throw new Refusal("not_found", "The comment you reply to is not there.", { field: "replyTo" });
  }
}

async function findComment({ db, caller }: Context, id: string) {
  const row = await db.comment.findUnique({ where: { id }, select: { dossierId: true, createdById: true } });
  const isTheirs =
    row && (await db.member.count({ where: { dossierId: row.dossierId, userId: caller.id } })) > 0;
  if (!row || !isTheirs) throw notFound();
  return row;
}
