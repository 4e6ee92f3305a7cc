import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readKept, writeKept } from "./keptFile";

/** The secret that sessions and links in e-mail are signed with: `NEXTAUTH_SECRET`, else made once, so that restarts do not sign everybody out. */
export async function sessionSecret(folder: string): Promise<string> {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const file = join(folder, "secrets.json");
  const kept = await readKept<{ nextAuthSecret: string }>(file);
  if (kept !== null) return kept.nextAuthSecret;
  const nextAuthSecret = randomBytes(32).toString("base64url");
  await writeKept(file, { nextAuthSecret });
  return nextAuthSecret;
}
