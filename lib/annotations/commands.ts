import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { liveArticle } from "@/lib/articles/queries";
import { revisionText } from "@/lib/articles/revisionText";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { notFound, Refusal, stale } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { isRepeatedCreate } from "@/lib/journal/repeat";
import { attributesFor, attributesKept, checkersAfter, passageAt } from "./model";
import { presentAnnotation } from "./present";
import type {
  Annotation,
  ChangeAnnotationInput,
  CreateAnnotationInput,
  deleteAnnotationInput,
  restoreAnnotationInput,
} from "./schema";
import { journalled, setDeletedIn, writeIfUnchanged } from "./stored";
import { refuseTwin } from "./twin";

/**
 * Tags a passage of an article's newest revision.
 * @throws Refusal `out_of_range`, `quote_mismatch`, `invalid` (attributes), `duplicate` (id taken, or the same
 * words are tagged as this kind already: `current` is that annotation)
 */
export async function createAnnotation(context: Context, input: CreateAnnotationInput): Promise<Annotation> {
  const { articleId, id = uuidv7() } = input;
  const { dossierId } = await liveArticle(context.db, articleId);
  return changeDossier(context, dossierId, "annotation.create", (change) =>
    newAnnotation(change, { ...input, id }, async () => {
      const { revisionId } = await liveArticle(change.tx, articleId);
      return { revisionId, text: await revisionText(change.tx, revisionId) };
    }),
  );
}

/**
 * Tags one passage as part of a change.
 *
 * @param placed the article's newest revision; asked only when the annotation is not there yet
 */
export async function newAnnotation(
  change: Change,
  input: CreateAnnotationInput & { id: string },
  placed: () => Promise<{ revisionId: string; text: string }>,
): Promise<Annotation> {
  const { tx, now, actor, dossierId } = change;
  const { id, articleId, start, end, exact, kind, note = "", tags = [] } = input;
  const attributes = attributesFor(kind, input.attributes ?? {});
  const who = checkersAfter(blank, { checkStatus: input.checkStatus }, actor.userId);
  const details = { confidence: input.confidence ?? null, assignee: input.assignee ?? null };
  const content = { articleId, start, end, exact, kind, note, tags, attributes, ...details, ...who };
  const subject = { type: "annotation" as const, id };
  const creation = { dossierId, actorId: actor.userId, type: "annotation.created" as const, subject };
  if (await isRepeatedCreate(tx, { ...creation, noun: "annotation", content })) {
    return presentAnnotation(await tx.annotation.findUniqueOrThrow({ where: { id } }));
  }
  const { revisionId, text } = await placed();
  const passage = passageAt(text, { start, end, exact });
  if (input.assignee) await requireMember(tx, dossierId, input.assignee);
  await refuseTwin(tx, { id, revisionId, kind, ...passage, createdBy: actor.userId });
  const row = await tx.annotation.create({
    data: {
      ...{ id, dossierId, articleId, revisionId, kind, note, attributes, tags, ...passage },
      ...{ checkStatus: who.checkStatus, checkerId: who.checker },
      ...{ confidence: details.confidence, assigneeId: details.assignee },
      ...{ createdById: actor.userId, updatedById: actor.userId, createdAt: now, updatedAt: now },
    },
  });
  return journalled(change, "annotation.created", presentAnnotation(row));
}

/** An annotation nobody has checked: what a create starts from. */
const blank = { exact: "", checkStatus: "unchecked", checker: null, secondChecker: null } as const;

/** @throws Refusal `stale` with `current`, and what creating throws */
export async function changeAnnotation(context: Context, input: ChangeAnnotationInput): Promise<Annotation> {
  const { annotationId: id, version, ...wanted } = input;
  return changeDossier(context, await dossierOf(context, id), "annotation.change", async (change) => {
    const { tx, now, actor, dossierId } = change;
    const before = presentAnnotation(await tx.annotation.findUniqueOrThrow({ where: { id } }));
    if (before.deletedAt !== null || before.version !== version) throw stale("annotation", before);
    const kind = wanted.kind ?? before.kind;
    const attributes = wanted.attributes
      ? attributesFor(kind, wanted.attributes)
      : attributesKept(kind, before.attributes);
    const passage = wanted.range && passageAt(await revisionText(tx, before.revisionId), wanted.range);
    if (wanted.assignee) await requireMember(tx, dossierId, wanted.assignee);
    const after = { ...before, kind, ...passage };
    const isElsewhere = kind !== before.kind || after.start !== before.start || after.end !== before.end;
    if (isElsewhere) await refuseTwin(tx, after);
    const who = checkersAfter(before, wanted, actor.userId);
    const row = await writeIfUnchanged(tx, before, {
      ...{ ...passage, kind, attributes, note: wanted.note, tags: wanted.tags },
      ...{ confidence: wanted.confidence, assigneeId: wanted.assignee, checkStatus: who.checkStatus },
      ...{
        checkerId: who.checker,
        secondCheckerId: who.secondChecker,
        updatedById: actor.userId,
        updatedAt: now,
      },
    });
    return journalled(change, "annotation.changed", row);
  });
}

/** Takes an annotation away; {@link restoreAnnotation} brings it back. */
export async function deleteAnnotation(
  context: Context,
  { annotationId, version }: z.infer<typeof deleteAnnotationInput>,
): Promise<Annotation> {
  return setDeleted(context, annotationId, version, true);
}

/** Brings a deleted annotation back as it was. @throws Refusal `duplicate` when another took its place meanwhile */
export async function restoreAnnotation(
  context: Context,
  { annotationId, version }: z.infer<typeof restoreAnnotationInput>,
): Promise<Annotation> {
  return setDeleted(context, annotationId, version, false);
}

async function setDeleted(context: Context, id: string, version: number, gone: boolean): Promise<Annotation> {
  return changeDossier(context, await dossierOf(context, id), "annotation.delete", (change) =>
    setDeletedIn(change, id, version, gone),
  );
}

async function dossierOf({ db, caller }: Context, id: string): Promise<string> {
  const row = await db.annotation.findFirst({
    where: { id, article: { deletedAt: null, dossier: { members: { some: { userId: caller.id } } } } },
    select: { dossierId: true },
  });
  if (!row) throw notFound();
  return row.dossierId;
}

/** Work is given to people of the dossier only. */
async function requireMember(tx: Transaction, dossierId: string, userId: string): Promise<void> {
  const member = await tx.member.findUnique({ where: { dossierId_userId: { dossierId, userId } } });
  if (!member) throw new Refusal("invalid", "That person is not in this dossier.", { field: "assignee" });
}
