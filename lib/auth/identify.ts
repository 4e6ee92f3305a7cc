import type { Caller } from "@/lib/auth/caller";
import { callerOfSession } from "@/lib/auth/session";
import { callerOfToken } from "@/lib/auth/tokens";
import { database } from "@/lib/db/client";

/** How a request says who sends it. Browsers send cookies by themselves, so those calls must prove their origin. */
export type Credential = "token" | "session" | "none";

export function credentialOf(request: Request): Credential {
  if (request.headers.has("authorization")) return "token";
  return request.headers.has("cookie") ? "session" : "none";
}

/** Who sends a request, by bearer token or session cookie; null when nobody we know (any more). */
export async function callerFromRequest(request: Request): Promise<Caller | null> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    // RFC 6750 §2.1; the scheme is case-insensitive (RFC 9110 §11.1).
    const secret = /^bearer +(stet_[\w-]{43})$/i.exec(authorization)?.[1];
    return secret === undefined ? null : callerOfToken(database(), secret);
  }
  const cookies = readCookies(request.headers.get("cookie") ?? "");
  return callerOfSession(database(), cookies);
}

/** A Cookie header's pairs. Session cookies hold base64url and dots only, so nothing needs decoding. */
function readCookies(header: string): Record<string, string> {
  const pairs = header.split(";").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
  return Object.fromEntries(pairs);
}
