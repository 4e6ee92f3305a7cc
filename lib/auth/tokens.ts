import { createHash, randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { noticeAccess } from "@/lib/auth/accessNotice";
import type { Caller, Scope } from "@/lib/auth/caller";
import { scopes } from "@/lib/auth/caller";
import type { Database } from "@/lib/db/client";
import { notFound, Refusal } from "@/lib/http/refusal";

const day = 24 * 60 * 60 * 1_000;
const longestDays = 366;
/** How often a token's last use is written down, in milliseconds. */
const useInterval = 60_000;

type NewToken = { userId: string; name: string; scopes: readonly Scope[]; days: number };

/**
 * Makes a bearer token. `secret` is shown this once: only its hash is stored. Asks nobody's permission.
 * @param days how long it holds, 1 to 366
 * @throws Refusal `invalid` for no scopes or a wrong number of days
 */
export async function createToken(
  db: Database,
  { userId, name, scopes: wanted, days }: NewToken,
): Promise<{ id: string; secret: string; expiresAt: Date }> {
  if (wanted.length === 0) throw new Refusal("invalid", "A token needs a scope.", { field: "scopes" });
  if (!(days >= 1 && days <= longestDays)) {
    throw new Refusal("invalid", `A token holds for 1 to ${longestDays} days.`, { field: "days" });
  }
  const secret = `stet_${randomBytes(32).toString("base64url")}`;
  const expiresAt = new Date(Date.now() + days * day);
  const data = { id: uuidv7(), userId, name, hash: hashOf(secret), scopes: [...wanted], expiresAt };
  const { id } = await db.token.create({ data });
  return { id, secret, expiresAt };
}

/** Ends a token at once. @throws Refusal `not_found` when the user has no such token in force */
export async function revokeToken(db: Database, { userId, tokenId }: { userId: string; tokenId: string }) {
  const { count } = await db.token.updateMany({
    where: { id: tokenId, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw notFound();
  await noticeAccess(db, userId);
}

/** Whom a bearer token stands for; null when it is unknown, expired, revoked, or its user is disabled. */
export async function callerOfToken(db: Database, secret: string): Promise<Caller | null> {
  // A random secret of 256 bits needs no slow hash, and looking its hash up tells nothing by its timing.
  const token = await db.token.findUnique({ where: { hash: hashOf(secret) }, include: { user: true } });
  const now = new Date();
  if (!token || token.revokedAt || token.expiresAt <= now || token.user.disabledAt) return null;
  if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > useInterval) {
    await db.token.update({ where: { id: token.id }, data: { lastUsedAt: now } });
  }
  const { id, name, email, isAdmin } = token.user;
  return {
    id,
    name,
    email,
    isAdmin,
    inPerson: false,
    endsAt: token.expiresAt,
    scopes: scopes.filter((scope) => token.scopes.includes(scope)),
  };
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
