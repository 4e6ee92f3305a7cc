import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { readAnnotation } from "@/lib/annotations/queries";
import type { Context } from "@/lib/auth/caller";
import { notFound, stale } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { isRepeatedCreate } from "@/lib/journal/repeat";
import { presentEvidence } from "./present";
import type {
  addEvidenceInput,
  changeEvidenceInput,
  deleteEvidenceInput,
  Evidence,
  restoreEvidenceInput,
} from "./schema";

/**
 * Adds a source for or against an annotation.
 * @throws Refusal `not_found` when the annotation is deleted or not the caller's, `duplicate` (id taken)
 */
export async function addEvidence(
  context: Context,
  { id = uuidv7(), annotationId, ...details }: z.infer<typeof addEvidenceInput>,
): Promise<Evidence> {
  const { dossierId } = await readAnnotation(context, { annotationId });
  return changeDossier(context, dossierId, "evidence.write", async ({ tx, now, actor, append }) => {
    const subject = { type: "evidence" as const, id };
    const creation = { dossierId, actorId: actor.userId, type: "evidence.added" as const, subject };
    const { url = null, locator = null, tier = null, note = "", retrievedAt = null } = details;
    const content = { annotationId, ...details, url, locator, tier, note, retrievedAt };
    if (await isRepeatedCreate(tx, { ...creation, noun: "evidence", content })) {
      return presentEvidence(
        await tx.evidence.findUniqueOrThrow({ where: { id }, omit: { archived: true } }),
      );
    }
    if (!(await tx.annotation.findFirst({ where: { id: annotationId, deletedAt: null } }))) {
      throw notFound();
    }
    const who = { createdById: actor.userId, updatedById: actor.userId, createdAt: now, updatedAt: now };
    const row = await tx.evidence.create({ data: { id, dossierId, annotationId, ...details, ...who } });
    const evidence = presentEvidence(row);
    append({ type: "evidence.added", subject, payload: { evidence } });
    return evidence;
  });
}

/** @throws Refusal `stale` with `current` */
export async function changeEvidence(
  context: Context,
  { evidenceId, version, ...details }: z.infer<typeof changeEvidenceInput>,
): Promise<Evidence> {
  const dossierId = await dossierOf(context, evidenceId);
  return changeDossier(context, dossierId, "evidence.write", (change) =>
    writeIfUnchanged(change, evidenceId, version, details, "evidence.changed"),
  );
}

/** Takes a source away; {@link restoreEvidence} brings it back. @throws Refusal `stale` with `current` */
export async function deleteEvidence(
  context: Context,
  { evidenceId, version }: z.infer<typeof deleteEvidenceInput>,
): Promise<Evidence> {
  const dossierId = await dossierOf(context, evidenceId);
  return changeDossier(context, dossierId, "evidence.write", (change) =>
    writeIfUnchanged(change, evidenceId, version, { deletedAt: change.now }, "evidence.deleted"),
  );
}

/** Brings a deleted source back. @throws Refusal `stale` with `current`, `not_found` when its annotation is deleted */
export async function restoreEvidence(
  context: Context,
  { evidenceId, version }: z.infer<typeof restoreEvidenceInput>,
): Promise<Evidence> {
  const dossierId = await dossierOf(context, evidenceId);
  return changeDossier(context, dossierId, "evidence.write", async (change) => {
    const { annotation } = await change.tx.evidence.findUniqueOrThrow({
      where: { id: evidenceId },
      select: { annotation: { select: { deletedAt: true } } },
    });
    if (annotation.deletedAt !== null) throw notFound();
    return writeIfUnchanged(change, evidenceId, version, { deletedAt: null }, "evidence.restored");
  });
}

async function writeIfUnchanged(
  { tx, now, actor, append }: Change,
  id: string,
  version: number,
  data: Omit<z.infer<typeof changeEvidenceInput>, "evidenceId" | "version"> & { deletedAt?: Date | null },
  type: "evidence.changed" | "evidence.deleted" | "evidence.restored",
): Promise<Evidence> {
  const { count } = await tx.evidence.updateMany({
    where: { id, version, deletedAt: type === "evidence.restored" ? { not: null } : null },
    data: { ...data, updatedById: actor.userId, updatedAt: now, version: { increment: 1 } },
  });
  const row = await tx.evidence.findUniqueOrThrow({ where: { id }, omit: { archived: true } });
  const evidence = presentEvidence(row);
  if (count === 0) throw stale("source", evidence);
  append({ type, subject: { type: "evidence", id }, payload: { evidence } });
  return evidence;
}

async function dossierOf({ db, caller }: Context, id: string): Promise<string> {
  const row = await db.evidence.findFirst({
    where: {
      id,
      annotation: {
        deletedAt: null,
        article: { deletedAt: null, dossier: { members: { some: { userId: caller.id } } } },
      },
    },
    select: { dossierId: true },
  });
  if (!row) throw notFound();
  return row.dossierId;
}
