import { binaryFormat } from "@/lib/importing/binaryFormat";
import type { ImportRefusalCode } from "@/lib/importing/refused";

/** The largest file or body that is read, in bytes. */
export const MAX_INPUT_BYTES = 5_000_000;

export type Decoded =
  | { ok: true; kind: "text" | "html"; text: string }
  | { ok: false; code: Extract<ImportRefusalCode, "too_large" | "unsupported_type">; message: string };

const REFUSED_EXTENSION =
  /\.(?:pdf|docx?|odt|rtf|pages|xlsx?|pptx?|zip|gz|png|jpe?g|gif|webp|svg|mp[34]|mov|wav|epub)$/i;
const REFUSED_TYPE = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|msword|rtf|epub|vnd\.)/i;

/**
 * Reads an uploaded file as text or HTML, or says why not. Accepts UTF-8 (with or without byte order mark) and
 * UTF-16 with one; nothing is guessed and no byte is replaced. What the file holds outweighs what it is called,
 * except that a name or type of a format we do not read is believed. Works in the browser and on the server.
 *
 * @param declaredType the media type sent with it, parameters allowed.
 */
export function decode(bytes: Uint8Array, fileName = "", declaredType = ""): Decoded {
  if (bytes.byteLength > MAX_INPUT_BYTES) {
    return { ok: false, code: "too_large", message: "The file is larger than 5 MB. Split it into parts." };
  }
  const format = binaryFormat(bytes);
  if (format) return unsupported(`This looks like ${format}, not text. Copy its text and paste it here.`);
  if (REFUSED_EXTENSION.test(fileName) || REFUSED_TYPE.test(declaredType)) {
    return unsupported("Only plain text and HTML files can be read. Copy the text and paste it here.");
  }
  const text = decodeStrictly(bytes);
  if (text === null) {
    return unsupported("This file is not UTF-8 text. Save it as UTF-8 text, or paste its text here.");
  }
  if (text.includes("\0")) return unsupported("This file is binary (it contains NUL characters), not text.");
  return { ok: true, kind: kindOf(text, fileName, declaredType), text };
}

/** Null when the bytes are not what their byte order mark, or its absence, says. */
function decodeStrictly(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  // UTF-32 with a byte order mark begins like UTF-16: its NUL characters give it away, but say so at once.
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return null;
  const encoding = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function kindOf(text: string, fileName: string, declaredType: string): "text" | "html" {
  if (/\.x?html?$/i.test(fileName)) return "html";
  if (/\.(?:txt|text|md)$/i.test(fileName)) return "text";
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(declaredType)) return "html";
  if (/^text\/plain\b/i.test(declaredType)) return "text";
  return /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype html|html|head|body|article)\b/i.test(
    text.slice(0, 1_000),
  )
    ? "html"
    : "text";
}

function unsupported(message: string): Decoded {
  return { ok: false, code: "unsupported_type", message };
}
