import type { Context } from "@/lib/auth/caller";
import { isPassword } from "@/lib/auth/passwords";
import { countAttempt, forgiveAttempt } from "@/lib/auth/rateLimits";
import { Refusal } from "@/lib/http/refusal";

/**
 * Makes sure that whoever signs is the person themselves and not whoever sits at a browser that was left open: they
 * give their password again. A bearer token has none to give; what it may do is in its scopes.
 * Attempts count with those of signing in, by account and by address: guessing here gains nothing.
 * @throws Refusal `forbidden` without the right password, `rate_limited`; before anything is done
 */
export async function confirmInPerson(
  { db, caller, address = "unknown" }: Context,
  password: string | undefined,
): Promise<void> {
  if (!caller.inPerson) return;
  if (password === undefined || password === "") {
    throw new Refusal("forbidden", "Give your password: a signature is yours alone to give.", {
      field: "password",
    });
  }
  await countAttempt(db, "sign-in-address", address);
  await countAttempt(db, "sign-in-account", caller.email);
  const user = await db.user.findUniqueOrThrow({ where: { id: caller.id }, select: { passwordHash: true } });
  if (!(await isPassword(password, user.passwordHash))) {
    throw new Refusal("forbidden", "This is not your password. Nothing was signed.", { field: "password" });
  }
  await forgiveAttempt(db, "sign-in-address", address);
  await forgiveAttempt(db, "sign-in-account", caller.email, true);
}
