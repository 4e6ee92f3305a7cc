import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What a link in an e-mail carries so that a click ends the e-mails, signed in or not: the person's id and a signature
 * of it. It does nothing else, and holds for as long as the installation's secret does.
 */
export function unsubscribeToken(userId: string): string {
  return `${userId}.${signatureOf(userId)}`;
}

/** Whom a token is of; null when it was not made here. */
export function userOfToken(token: string): string | null {
  const [userId = "", signature = ""] = token.split(".");
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(userId))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? userId : null;
}

function signatureOf(userId: string): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: start Stet with `npm start`.");
  return createHmac("sha256", secret).update(`unsubscribe:${userId}`).digest("base64url");
}
