import { getToken } from "next-auth/jwt";
import { z } from "zod";
import { type Caller, scopes } from "@/lib/auth/caller";
import type { Database } from "@/lib/db/client";

/** How long a sign-in holds, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const claims = z.object({
  sub: z.uuid(),
  sessionVersion: z.int(),
  sessionId: z.string().optional(),
  exp: z.number().optional(),
});

/** Whether cookies go over https only: as the public address says. */
export function usesSecureCookies(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** The name of the cookie that next-auth keeps the session in. */
export function sessionCookieName(): string {
  return `${usesSecureCookies() ? "__Secure-" : ""}next-auth.session-token`;
}

/**
 * Whom a browser's session stands for; null when there is none or it does not hold any more. The user's row is
 * read each time, so that signing out everywhere, a new password and disabling act at once.
 */
export async function callerOfSession(db: Database, cookies: Record<string, string>): Promise<Caller | null> {
  // Without headers: next-auth would otherwise take a bearer token for a session.
  const request = { cookies, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"];
  const token = await getToken({ req: request, cookieName: sessionCookieName() });
  const session = claims.safeParse(token);
  if (!session.success) return null;
  const user = await db.user.findUnique({ where: { id: session.data.sub } });
  if (!user || user.disabledAt || user.sessionVersion !== session.data.sessionVersion) return null;
  const { id, name, email, isAdmin } = user;
  const { sessionId, exp } = session.data;
  return {
    ...{ id, name, email, isAdmin, inPerson: true, scopes },
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(exp === undefined ? {} : { endsAt: new Date(exp * 1_000) }),
  };
}
