import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/nextAuth";
import { errorResponse } from "@/lib/http/errorResponse";
import { readBytes } from "@/lib/http/readBytes";
import { Refusal } from "@/lib/http/refusal";

/** Far more than a sign-in form holds. */
const maxBytes = 16_000;

type Route = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes: csrf, callback, signout, session. It would read a body of any size whole; we do not. */
export async function serveAuth(request: NextRequest, route: Route): Promise<Response> {
  try {
    const { url, method, headers } = request;
    const body = method === "POST" ? await readBytes(request, maxBytes) : null;
    return await NextAuth(new NextRequest(url, { method, headers, body }), route, authOptions());
  } catch (error) {
    // next-auth parses JSON unguarded.
    const isBadJson = error instanceof SyntaxError;
    return errorResponse(isBadJson ? new Refusal("invalid", "The body is not JSON.") : error, request);
  }
}
