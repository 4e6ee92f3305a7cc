import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

/** What a password must be, wherever one is chosen. Length is what counts (NIST SP 800-63B §3.1.1.2). */
export const passwordSchema = z
  .string()
  .min(12, "A password has at least 12 characters.")
  .max(200, "A password has at most 200 characters.");

/** Argon2id with 19 MiB and two passes: the first choice of OWASP's password storage cheat sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(sameEverywhere(password), cost);
}

let nobodysHash: Promise<string> | undefined;

/**
 * Whether `password` is the one behind `stored`. Without a stored hash it takes as long to say no, so that the
 * time of an answer does not tell which accounts exist.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await nobodysHash), sameEverywhere(password));
  return matches && stored !== null;
}

/** Keyboards and systems write the same characters in different code points. */
function sameEverywhere(password: string): string {
  return password.normalize("NFKC");
}
