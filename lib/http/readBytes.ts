import { Refusal } from "@/lib/http/refusal";

/**
 * A request's body, at most `max` bytes. What is longer is refused as soon as that is known, by its declared
 * length or while reading, and never held whole.
 * @throws Refusal `too_large`
 */
export async function readBytes(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new Refusal("too_large", `This is larger than ${inWords(max)}, the most that is read.`);
  if (Number(request.headers.get("content-length") ?? 0) > max) throw tooLarge;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > max) {
      await reader.cancel().catch(() => {});
      throw tooLarge;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function inWords(bytes: number): string {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1_000} kB`;
}
