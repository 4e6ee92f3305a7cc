import type { Database, Transaction } from "@/lib/db/client";

/** The channel on which every server process hears that somebody's access may have ended. */
export const ACCESS_CHANNEL = "stet_access";

/**
 * Tells every server process, on commit, that a user's sessions, tokens or account changed: open streams ask at once
 * whether they still may go on. With `sessionId` that one sign-in has ended.
 */
export async function noticeAccess(
  db: Database | Transaction,
  userId: string,
  sessionId = "",
): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${ACCESS_CHANNEL}, ${`${userId}:${sessionId}`})`;
}

/** What {@link noticeAccess} said. */
export function readAccessNotice(payload: string): { userId: string; sessionId: string | null } {
  const [userId = "", sessionId = ""] = payload.split(":");
  return { userId, sessionId: sessionId || null };
}
