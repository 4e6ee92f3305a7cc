import { z } from "zod";
import { isPassword } from "@/lib/auth/passwords";
import { countAttempt, forgiveAttempt } from "@/lib/auth/rateLimits";
import { emailSchema } from "@/lib/auth/users";
import type { Database } from "@/lib/db/client";

const credentials = z.object({ email: emailSchema, password: z.string().max(200) });

/** What a new session needs to know. */
export type SignedIn = { id: string; name: string; email: string; sessionVersion: number };

/**
 * Checks an e-mail address and password; null when they do not match, whatever the reason.
 * Attempts count against the account and the address they come from; a success clears the account's.
 * @throws Refusal `rate_limited`
 */
export async function signIn(db: Database, given: unknown, address: string): Promise<SignedIn | null> {
  await countAttempt(db, "sign-in-address", address);
  const parsed = credentials.safeParse(given);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  await countAttempt(db, "sign-in-account", email);
  const user = await db.user.findUnique({ where: { email } });
  const matches = await isPassword(password, user?.passwordHash ?? null);
  if (!user || !matches || user.disabledAt) return null;
  await forgiveAttempt(db, "sign-in-address", address);
  await forgiveAttempt(db, "sign-in-account", email, true);
  const { id, name, sessionVersion } = user;
  return { id, name, email, sessionVersion };
}
