import { unzlibSync } from "fflate";

/** The name and media type of the attachment that holds the envelope. */
export const ENVELOPE_FILE = "stet-report.json";
export const ENVELOPE_TYPE = "application/vnd.stet.report+json";

/** The media type as a name object of PDF spells it (ISO 32000-1 §7.3.5). */
const TYPE_NAME = `/${ENVELOPE_TYPE.replaceAll("/", "#2F")}`;

/**
 * The JSON of the envelope attached to a PDF, null when there is none or more than one. Only the form in which Stet
 * writes it is read, by looking for its media type: no PDF of a stranger is interpreted.
 */
export function attachedJson(pdf: Uint8Array, mostBytes: number): string | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const at = bytes.indexOf(TYPE_NAME, 0, "latin1");
  if (at < 0 || bytes.indexOf(TYPE_NAME, at + 1, "latin1") >= 0) return null;
  const stream = bytes.indexOf("stream", at, "latin1");
  if (stream < 0 || stream - at > 2_000) return null;
  const dictionary = bytes.toString("latin1", Math.max(0, bytes.lastIndexOf("obj", at, "latin1")), stream);
  const length = Number(/\/Length (\d{1,10})\b/.exec(dictionary)?.[1]);
  const from = stream + "stream".length + (bytes[stream + 6] === 0x0d ? 2 : 1);
  if (!Number.isInteger(length) || from + length > bytes.length) return null;
  try {
    const packed = bytes.subarray(from, from + length);
    const json = dictionary.includes("/FlateDecode") ? inflated(packed, mostBytes) : packed;
    return json && new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(json);
  } catch {
    return null;
  }
}

/** Null when there is more than `most`. The room is given beforehand, so a small file cannot ask for a large one. */
function inflated(packed: Uint8Array, most: number): Uint8Array | null {
  const room = new Uint8Array(Math.min(most, packed.length * 1_032 + 64) + 1);
  const json = unzlibSync(packed, { out: room });
  return json.length > most ? null : json;
}
