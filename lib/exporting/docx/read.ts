import { unzipSync } from "fflate";
import { jsonOfPart } from "@/lib/exporting/docx/embedded";

/** More parts than a document of ours has, with room for what word processors add. */
const MAX_PARTS = 300;
/** The most that the parts of a document may hold together when they are unpacked, in bytes. */
export const MAX_UNPACKED = 256 * 1024 * 1024;

/** Whether a file begins as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

export type Unpacked = { parts: Map<string, Uint8Array> } | { reason: string };

/**
 * The wanted parts of a package. Sizes are read from its directory and added up before anything is unpacked, and no
 * part is given more room than it said: a zip bomb is refused or cut, whatever it claims. Never throws.
 */
export function unpacked(bytes: Uint8Array, wants: (name: string) => boolean = () => true): Unpacked {
  const names = new Set<string>();
  let total = 0;
  let reason = "";
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (names.has(name)) reason ||= "The document’s package names one part twice.";
        names.add(name);
        if (names.size > MAX_PARTS) reason ||= "The document’s package has more parts than any report.";
        if (!wants(name)) return false;
        total += originalSize;
        if (total > MAX_UNPACKED) reason ||= "The document unpacks to more than any report of Stet.";
        return reason === "";
      },
    });
    return reason === "" ? { parts: new Map(Object.entries(files)) } : { reason };
  } catch {
    return { reason: reason || "The document’s package is damaged." };
  }
}

/** The envelope's JSON in a document, or why there is none. Only the parts that can hold it are unpacked. */
export function embeddedInDocx(bytes: Uint8Array): { json: string } | { reason: string } {
  const found = unpacked(bytes, (name) => /^customXml\/item\d{1,3}\.xml$/.test(name));
  if ("reason" in found) return found;
  const texts = [...found.parts.values()].flatMap((part) => {
    try {
      return jsonOfPart(new TextDecoder("utf-8", { fatal: true }).decode(part)) ?? [];
    } catch {
      return [];
    }
  });
  const [json, ...more] = texts;
  if (json === undefined || more.length > 0) {
    return { reason: "The document carries no report data, so nothing in it can be verified." };
  }
  return { json };
}
