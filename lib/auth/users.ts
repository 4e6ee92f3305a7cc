import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { noticeAccess } from "@/lib/auth/accessNotice";
import type { Context } from "@/lib/auth/caller";
import { hashPassword, isPassword, passwordSchema } from "@/lib/auth/passwords";
import { countAttempt } from "@/lib/auth/rateLimits";
import { type Database, inTransaction, isUniqueViolation, type Transaction } from "@/lib/db/client";
import type { User as UserRow } from "@/lib/db/generated/client";
import { line } from "@/lib/http/fields";
import { Refusal } from "@/lib/http/refusal";

export const emailSchema = z.email("This is not an e-mail address.").max(254).toLowerCase();

export const newUserInput = z.strictObject({ email: emailSchema, name: line(200), password: passwordSchema });
export const changePasswordInput = z.strictObject({ current: z.string().max(200), next: passwordSchema });

/** What leaves the server about a user to that user. */
export const userSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
});
export type User = z.infer<typeof userSchema>;

type NewUser = z.infer<typeof newUserInput> & { isAdmin?: boolean };

/**
 * Makes an account. Asks nobody's permission: for the command line, the sample and the first admin.
 * @throws Refusal `duplicate` when the address is taken
 */
export async function createUser(db: Database | Transaction, user: NewUser): Promise<User> {
  const { email, name, isAdmin = false } = user;
  const passwordHash = await hashPassword(user.password);
  try {
    return presentUser(await db.user.create({ data: { id: uuidv7(), email, name, isAdmin, passwordHash } }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("duplicate", `There is an account for ${email} already.`, { field: "email" });
  }
}

/** Whether nobody has an account yet: then whoever comes first becomes the admin. */
export async function isEmptyInstallation(db: Database): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) === null;
}

/**
 * Makes the admin of an empty installation. Of several who try at once one succeeds.
 * @throws Refusal `forbidden` when anyone has an account already
 */
export async function createFirstAdmin(db: Database, input: z.infer<typeof newUserInput>): Promise<User> {
  const refusal = new Refusal(
    "forbidden",
    "Stet is set up already. Sign in, or ask its admin for an account.",
  );
  if (!(await isEmptyInstallation(db))) throw refusal;
  const passwordHash = await hashPassword(input.password);
  return inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('stet first admin'))`;
    if ((await tx.user.count()) > 0) throw refusal;
    const { email, name } = input;
    return presentUser(
      await tx.user.create({ data: { id: uuidv7(), email, name, isAdmin: true, passwordHash } }),
    );
  });
}

/**
 * Sets the caller's own password and ends every session, this one too.
 * @throws Refusal `invalid` when the current password is not right, `rate_limited`, `forbidden` to a token
 */
export async function changePassword(
  { db, caller }: Context,
  { current, next }: z.infer<typeof changePasswordInput>,
): Promise<User> {
  requireInPerson(caller);
  await countAttempt(db, "sign-in-account", caller.email);
  const user = await db.user.findUniqueOrThrow({ where: { id: caller.id } });
  if (!(await isPassword(current, user.passwordHash))) {
    throw new Refusal("invalid", "This is not your current password.", { field: "current" });
  }
  const passwordHash = await hashPassword(next);
  return endSessions(db, caller.id, { passwordHash });
}

/** Ends every session of the caller, in every browser. Bearer tokens stay: they are revoked one by one. */
export async function signOutEverywhere({ db, caller }: Context): Promise<User> {
  requireInPerson(caller);
  return endSessions(db, caller.id, {});
}

/** Disables an account: its sessions and tokens end at once, what it did stays. Asks nobody's permission. */
export async function disableUser(db: Database, userId: string): Promise<User> {
  const disabledAt = new Date();
  await db.token.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: disabledAt } });
  return endSessions(db, userId, { disabledAt });
}

/** Ends every session of a user along with another change of their row, and what streams they have open. */
async function endSessions(
  db: Database,
  id: string,
  data: { passwordHash?: string; disabledAt?: Date },
): Promise<User> {
  return inTransaction(db, async (tx) => {
    const user = await tx.user.update({
      where: { id },
      data: { ...data, sessionVersion: { increment: 1 } },
    });
    await noticeAccess(tx, id);
    return presentUser(user);
  });
}

/** Who is calling, to themselves. */
export async function readAccount({ caller: { id, name, email, isAdmin } }: Context): Promise<User> {
  return { id, name, email, isAdmin };
}

/** Whoever found a token must not be able to lock its owner out with it. */
function requireInPerson({ inPerson }: Context["caller"]): void {
  if (!inPerson) throw new Refusal("forbidden", "This is done signed in, not with a token.");
}

function presentUser({ id, name, email, isAdmin }: UserRow): User {
  return { id, name, email, isAdmin };
}
