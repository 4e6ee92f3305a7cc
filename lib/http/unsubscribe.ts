import { database } from "@/lib/db/client";
import { stopMail } from "@/lib/digests/unsubscribeCommands";
import { answering, json } from "@/lib/http/handle";

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

/** What a mail program posts on "unsubscribe" (RFC 8058); nobody is signed in, and its body says nothing more. */
export const unsubscribe = answering(async (request) => json(await stopMail(database(), tokenOf(request))));

/** Mail programs that only open links get the page that asks: scanners follow links, too. */
export const unsubscribePage = answering(async (request) => {
  const location = `/unsubscribe?token=${encodeURIComponent(tokenOf(request))}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
});
