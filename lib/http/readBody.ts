import type { Operation } from "@/lib/http/operation";
import { readBytes } from "@/lib/http/readBytes";
import { Refusal } from "@/lib/http/refusal";
import { type Body, readUpload } from "@/lib/http/upload";

/** Deeper JSON than this is no request of ours, and would exhaust the stack of whatever walks it. */
const deepest = 60;

/**
 * The fields of a request's body: a JSON object or, where the operation takes a file, a multipart form.
 * No body at all is no fields.
 * @throws Refusal `too_large`, `unsupported_type`, `invalid`
 */
export async function readBody(request: Request, operation: Operation): Promise<Body> {
  if (operation.method === "GET") return { fields: {} };
  const type = request.headers.get("content-type");
  const isForm = operation.takesFile && type !== null && /^multipart\/form-data\s*;/i.test(type);
  const isJson = type !== null && /^application\/json\s*(;|$)/i.test(type);
  if (type !== null && !isForm && !isJson) throw wrongType(operation);
  const bytes = await readBytes(request, operation.maxBytes);
  if (isForm) return readUpload(bytes, type, operation.fileNameField);
  if (bytes.byteLength === 0) return { fields: {} };
  if (!isJson) throw wrongType(operation);
  return { fields: parseObject(bytes) };
}

function wrongType({ takesFile }: Operation): Refusal {
  const form = takesFile ? " or multipart/form-data with a file" : "";
  return new Refusal("unsupported_type", `The body must be application/json${form}.`);
}

function parseObject(bytes: Uint8Array): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal("invalid", "The body is not JSON in UTF-8.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Refusal("invalid", "The body must be a JSON object.");
  }
  requireStorable(value, 0, "");
  return value as Record<string, unknown>;
}

/**
 * Refuses strings, wherever they stand, that no column could hold: NUL is not text to Postgres and a lone
 * surrogate has no UTF-8. Record<string, unknown> with stricter rules say so themselves.
 */
function requireStorable(value: unknown, depth: number, path: string): void {
  if (depth > deepest) throw new Refusal("invalid", "The body is nested too deeply.");
  if (typeof value === "string") {
    if (value.includes("\0")) throw new Refusal("invalid", "This contains a NUL character.", { field: path });
    if (value.isWellFormed()) return;
    throw new Refusal("invalid", "This contains half of a character (a lone surrogate).", { field: path });
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.includes("\0") || !key.isWellFormed()) {
      throw new Refusal("invalid", "A field's name contains what no text can hold.");
    }
    requireStorable(inner, depth + 1, path === "" ? key : `${path}.${key}`);
  }
}
