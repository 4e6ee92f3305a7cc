import { hostOf } from "@/lib/auth/address";
import { credentialOf } from "@/lib/auth/identify";
import { Refusal } from "@/lib/http/refusal";

/**
 * Refuses a change that another site makes a browser send. Browsers name the origin with every POST, PUT, PATCH
 * and DELETE; it must be ours: NEXTAUTH_URL's, or the host that was asked. Without an origin a session's change
 * is believed only when the browser itself calls it same-origin. Bearer tokens are not sent by themselves.
 * @throws Refusal `forbidden`
 */
export function requireOwnOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const credential = credentialOf(request);
  if (credential === "token") return;
  const origin = request.headers.get("origin");
  if (origin === null) {
    if (credential === "none" || request.headers.get("sec-fetch-site") === "same-origin") return;
  } else if (isOurs(origin, request)) return;
  throw new Refusal("forbidden", "This request comes from another site. Send it from Stet, or use a token.");
}

function isOurs(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false;
  const publicAddress = process.env.NEXTAUTH_URL ?? "";
  const { host } = new URL(origin);
  if (URL.canParse(publicAddress) && new URL(publicAddress).origin === origin) return true;
  return host !== "" && host === hostOf(request.headers);
}
