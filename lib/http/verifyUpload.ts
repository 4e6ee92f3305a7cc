import { addressOf } from "@/lib/auth/address";
import { countAttempt } from "@/lib/auth/rateLimits";
import { database } from "@/lib/db/client";
import { answering, json } from "@/lib/http/handle";
import { installationOperations } from "@/lib/http/operations/installation";
import { readBytes } from "@/lib/http/readBytes";
import { Refusal } from "@/lib/http/refusal";
import { parseForm } from "@/lib/http/upload";
import { attestedKeys } from "@/lib/reviews/signingKeys";
import { withWhatCameSince } from "@/lib/reviews/sinceQueries";
import { verifyExport } from "@/lib/reviews/verify";

/** `POST /api/verify`: the body is the exported file itself, of any type, or a form with it as `file`. */
export const verifyUpload = answering(async (request) => {
  const db = database();
  await countAttempt(db, "verify", addressOf(request.headers));
  const bytes = await readBytes(request, installationOperations.verify.maxBytes);
  const type = request.headers.get("content-type") ?? "";
  const file = /^multipart\/form-data\s*;/i.test(type) ? await fileOf(await parseForm(bytes, type)) : bytes;
  if (file.byteLength === 0) throw new Refusal("invalid", "Send the exported file.", { field: "file" });
  return json(await withWhatCameSince(db, verifyExport(file, await attestedKeys(db))));
});

async function fileOf(form: FormData): Promise<Uint8Array> {
  const file = form.get("file");
  if (file === null || typeof file === "string") {
    throw new Refusal("invalid", "The form has no file.", { field: "file" });
  }
  return new Uint8Array(await file.arrayBuffer());
}
