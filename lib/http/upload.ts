import { Refusal } from "@/lib/http/refusal";
import { decode } from "@/lib/importing/decode";

/** A file as it was sent. `type` is what the sender says of it. */
export type UploadedFile = { name: string; type: string; bytes: Uint8Array };

/** What a request's body says: its fields and, for a form, the file that some of them were read from. */
export type Body = { fields: Record<string, unknown>; file?: UploadedFile };

/**
 * The fields of a multipart form, as its JSON would have them: the file `file` becomes `text` or `html`, and its
 * name fills `nameField` when the form does not.
 * @throws Refusal `invalid`, and `too_large` or `unsupported_type` for what the file holds
 */
export async function readUpload(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  nameField?: string,
): Promise<Body> {
  const form = await parseForm(bytes, type);
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") {
      if (value.includes("\0"))
        throw new Refusal("invalid", "This contains a NUL character.", { field: name });
      fields[name] = value;
    }
  }
  const file = form.get("file");
  if (file === null || typeof file === "string") {
    throw new Refusal("invalid", "The form has no file.", { field: "file" });
  }
  const content = new Uint8Array(await file.arrayBuffer());
  const decoded = decode(content, file.name, file.type);
  if (!decoded.ok) throw new Refusal(decoded.code, decoded.message, { field: "file" });
  const named = nameField === undefined ? {} : { [nameField]: titleOf(file.name) };
  return {
    fields: { ...named, ...fields, [decoded.kind]: decoded.text },
    file: { name: file.name, type: file.type, bytes: content },
  };
}

export async function parseForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw new Refusal("invalid", "The body is not a multipart form.");
  }
}

function titleOf(fileName: string): string {
  return fileName.replace(/\.[^.]{1,10}$/, "").slice(0, 500);
}
