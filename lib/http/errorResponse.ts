import { randomBytes } from "node:crypto";
import { isDatabaseAway, isMissingReference, isUniqueViolation } from "@/lib/db/client";
import { log } from "@/lib/http/log";
import { Refusal, statusOf } from "@/lib/http/refusal";
import { ImportRefused } from "@/lib/importing/refused";

/** The answer to whatever was thrown. What is not a refusal is logged under a reference and tells nothing more. */
export function errorResponse(error: unknown, request: Request): Response {
  const refusal = asRefusal(error);
  if (!refusal) return internal(error, request);
  const { code, message, field, current, retryAfterSeconds } = refusal;
  const headers = new Headers({ "cache-control": "no-store" });
  if (code === "unauthenticated") headers.set("www-authenticate", "Bearer");
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  return Response.json({ error: { code, message, field, current } }, { status: statusOf[code], headers });
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof ImportRefused) {
    const code = error.code === "ill_formed_text" || error.code === "empty_text" ? "invalid" : error.code;
    return new Refusal(code, error.message, { field: "text" });
  }
  if (isUniqueViolation(error)) return new Refusal("duplicate", "This is there already.");
  if (isMissingReference(error)) {
    return new Refusal("not_found", "Something that this refers to is not there.");
  }
  if (isDatabaseAway(error)) {
    log.warn({ err: error }, "the database cannot be reached");
    // Says nothing about the request: whoever keeps a change keeps it, and sends it again.
    return new Refusal("unavailable", "Stet cannot reach its database just now. Try again in a moment.", {
      retryAfterSeconds: 2,
    });
  }
  return null;
}

function internal(error: unknown, request: Request): Response {
  const reference = randomBytes(5).toString("hex");
  const { pathname } = new URL(request.url);
  log.error({ reference, method: request.method, pathname, err: error }, "request failed");
  const message = `Something went wrong on our side. The server's log knows it as ${reference}.`;
  return Response.json(
    { error: { code: "internal", message } },
    { status: 500, headers: { "cache-control": "no-store" } },
  );
}
