import type { Context } from "@/lib/auth/caller";
import type { Actor } from "@/lib/auth/policy";
import { notFound, Refusal } from "@/lib/http/refusal";

/**
 * Who the caller is in a dossier they may read.
 * @throws Refusal `not_found` when there is no such dossier or it is not theirs
 */
export async function requireReader({ db, caller }: Context, dossierId: string): Promise<Actor> {
  requireReadScope(caller);
  const member = await db.member.findFirst({
    where: { dossierId, userId: caller.id, dossier: { deletedAt: null } },
    select: { role: true },
  });
  if (!member) throw notFound();
  return { userId: caller.id, role: member.role };
}

/** Whoever may write or sign may read what they write about. @throws Refusal `forbidden` for a token of no scope */
export function requireReadScope(caller: Context["caller"]): void {
  if (caller.scopes.length === 0)
    throw new Refusal("forbidden", 'This token does not carry the scope "read".');
}
