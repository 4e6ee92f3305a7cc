import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { notFound, Refusal } from "@/lib/http/refusal";
import { changeDossier } from "@/lib/journal/change";
import { presentMember } from "./present";
import type { addMemberInput, changeMemberInput, Member, removeMemberInput } from "./schema";

/**
 * Brings a person with an account into the dossier.
 * @throws Refusal `not_found` when nobody has that address, `duplicate` when they are a member already
 */
export async function addMember(context: Context, input: z.infer<typeof addMemberInput>): Promise<Member> {
  const { dossierId, email, role } = input;
  return changeDossier(context, dossierId, "member.manage", async ({ tx, now, append }) => {
    const user = await tx.user.findFirst({ where: { email, disabledAt: null } });
    if (!user) throw new Refusal("not_found", `Nobody here has the address ${email}.`, { field: "email" });
    const present = await tx.member.findUnique({
      where: { dossierId_userId: { dossierId, userId: user.id } },
      include: { user: true },
    });
    if (present) {
      throw new Refusal("duplicate", `${user.name} is a member already.`, {
        current: presentMember(present),
      });
    }
    const row = await tx.member.create({
      data: { dossierId, userId: user.id, role, joinedAt: now },
      include: { user: true },
    });
    const member = presentMember(row);
    append({ type: "member.added", subject: { type: "member", id: user.id }, payload: { member } });
    return member;
  });
}

/** @throws Refusal `invalid` when it would leave the dossier without an owner */
export async function changeMember(
  context: Context,
  input: z.infer<typeof changeMemberInput>,
): Promise<Member> {
  const { dossierId, userId, role } = input;
  return changeDossier(context, dossierId, "member.manage", async ({ tx, append }) => {
    const before = await findMember(tx, dossierId, userId);
    if (before.role === "owner" && role !== "owner") await keepAnOwner(tx, dossierId);
    const row = await tx.member.update({
      where: { dossierId_userId: { dossierId, userId } },
      data: { role },
      include: { user: true },
    });
    const member = presentMember(row);
    append({ type: "member.changed", subject: { type: "member", id: userId }, payload: { member } });
    return member;
  });
}

/** @throws Refusal `invalid` when it would leave the dossier without an owner */
export async function removeMember(
  context: Context,
  input: z.infer<typeof removeMemberInput>,
): Promise<Member> {
  const { dossierId, userId } = input;
  return changeDossier(context, dossierId, "member.manage", async ({ tx, append }) => {
    const member = await findMember(tx, dossierId, userId);
    if (member.role === "owner") await keepAnOwner(tx, dossierId);
    await tx.member.delete({ where: { dossierId_userId: { dossierId, userId } } });
    append({ type: "member.removed", subject: { type: "member", id: userId }, payload: { member } });
    return member;
  });
}

async function findMember(tx: Transaction, dossierId: string, userId: string): Promise<Member> {
  const row = await tx.member.findUnique({
    where: { dossierId_userId: { dossierId, userId } },
    include: { user: true },
  });
  if (!row) throw notFound();
  return presentMember(row);
}

async function keepAnOwner(tx: Transaction, dossierId: string): Promise<void> {
  const owners = await tx.member.count({ where: { dossierId, role: "owner" } });
  if (owners <= 1) throw new Refusal("invalid", "A dossier keeps at least one owner.", { field: "role" });
}
