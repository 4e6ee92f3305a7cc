import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { inTransaction } from "@/lib/db/client";
import { Refusal, stale } from "@/lib/http/refusal";
import { changeDossier, writeEntries } from "@/lib/journal/change";
import { isRepeatedCreate } from "@/lib/journal/repeat";
import { presentDossier, presentMember } from "./present";
import type { changeDossierInput, createDossierInput, Dossier, deleteDossierInput } from "./schema";

/**
 * Makes a dossier and its maker the owner. Anyone signed in may.
 * @throws Refusal `duplicate` when the id is taken by another dossier
 */
export async function createDossier(
  { db, caller }: Context,
  { id = uuidv7(), ...settings }: z.infer<typeof createDossierInput>,
): Promise<Dossier> {
  if (!caller.scopes.includes("write")) {
    throw new Refusal("forbidden", 'This token does not carry the scope "write".');
  }
  return inTransaction(db, async (tx) => {
    const taken = await tx.dossier.findUnique({ where: { id }, select: { deletedAt: true, members: true } });
    const isOurs = taken?.deletedAt === null && taken.members.some(({ userId }) => userId === caller.id);
    // Whoever is not in it learns nothing of it but that the id is taken.
    if (taken && !isOurs) throw new Refusal("duplicate", "This id is taken.", { field: "id" });
    const subject = { type: "dossier" as const, id };
    const { title, description = "", signOffsRequired = 1, requireCoverage = false } = settings;
    const content = { title, description, signOffsRequired, requireCoverage };
    const creation = { dossierId: id, actorId: caller.id, type: "dossier.created" as const, subject };
    if (await isRepeatedCreate(tx, { ...creation, noun: "dossier", content })) {
      return presentDossier(await tx.dossier.findUniqueOrThrow({ where: { id } }));
    }
    const now = new Date();
    const dossier = await tx.dossier.create({
      data: { id, ...settings, createdById: caller.id, createdAt: now, updatedAt: now },
    });
    const member = await tx.member.create({
      data: { dossierId: id, userId: caller.id, role: "owner", joinedAt: now },
      include: { user: true },
    });
    await writeEntries(tx, { dossierId: id, actorId: caller.id, at: now, head: { seq: 0, hash: "" } }, [
      { type: "dossier.created", subject, payload: { dossier: presentDossier(dossier) } },
      {
        type: "member.added",
        subject: { type: "member", id: caller.id },
        payload: { member: presentMember(member) },
      },
    ]);
    return presentDossier(dossier);
  });
}

/** @throws Refusal `stale` with `current` when the dossier moved on */
export async function changeDossierSettings(
  context: Context,
  { dossierId, version, ...settings }: z.infer<typeof changeDossierInput>,
): Promise<Dossier> {
  return changeDossier(context, dossierId, "dossier.change", async ({ tx, now, append }) => {
    const { count } = await tx.dossier.updateMany({
      where: { id: dossierId, version },
      data: { ...settings, updatedAt: now, version: { increment: 1 } },
    });
    const dossier = presentDossier(await tx.dossier.findUniqueOrThrow({ where: { id: dossierId } }));
    if (count === 0) throw stale("dossier", dossier);
    append({ type: "dossier.changed", subject: { type: "dossier", id: dossierId }, payload: { dossier } });
    return dossier;
  });
}

/** Puts a dossier out of sight; its rows and journal stay. */
export async function deleteDossier(
  context: Context,
  { dossierId, version }: z.infer<typeof deleteDossierInput>,
): Promise<Dossier> {
  return changeDossier(context, dossierId, "dossier.delete", async ({ tx, now, append }) => {
    const { count } = await tx.dossier.updateMany({
      where: { id: dossierId, version },
      data: { deletedAt: now, updatedAt: now, version: { increment: 1 } },
    });
    const dossier = presentDossier(await tx.dossier.findUniqueOrThrow({ where: { id: dossierId } }));
    if (count === 0) throw stale("dossier", dossier);
    append({ type: "dossier.deleted", subject: { type: "dossier", id: dossierId }, payload: { dossier } });
    return dossier;
  });
}
