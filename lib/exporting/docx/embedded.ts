import { xml, xmlPart } from "@/lib/exporting/docx/xml";
import type { Envelope } from "@/lib/exporting/envelope";
import { canonicalJson } from "@/lib/journal/canonical";

/** Where the envelope is in the package: a custom XML part (ISO/IEC 29500-1 §15.2.5), which word processors keep. */
export const ENVELOPE_PART = "customXml/item1.xml";

const OPEN = '<report xmlns="urn:stet:report:1">';
const CLOSE = "</report>";

/**
 * The envelope's canonical JSON as the text of one element. What XML cannot hold is spelled as a JSON escape first, so
 * that the JSON read back is the same value.
 */
export function envelopePart(envelope: Envelope): Uint8Array {
  const json = canonicalJson(envelope).replace(
    /[\p{Cc}\ufffe\uffff]|\p{Cs}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return xmlPart(xml`<report xmlns="urn:stet:report:1">${json}</report>`);
}

/** The JSON text in such a part, or null when it is none. */
export function jsonOfPart(part: string): string | null {
  const from = part.indexOf(OPEN);
  const to = part.lastIndexOf(CLOSE);
  if (from < 0 || to < from) return null;
  return part
    .slice(from + OPEN.length, to)
    .replace(/&(lt|gt|quot|amp);/g, (_whole, name: string) => entities[name] ?? "");
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };
