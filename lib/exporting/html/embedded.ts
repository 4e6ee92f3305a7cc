import type { Envelope } from "@/lib/exporting/envelope";
import { type Markup, trustedConstant } from "@/lib/exporting/html/markup";
import { canonicalJson } from "@/lib/journal/canonical";

const OPEN = '<script type="application/json" id="stet-report">';
const CLOSE = "</script>";

/** The envelope as a data block: canonical JSON in which nothing can end the element or begin a comment. */
export function embeddedEnvelope(envelope: Envelope): Markup {
  const safe = canonicalJson(envelope).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return trustedConstant(`${OPEN}${safe}${CLOSE}`);
}

/** The JSON text of the data block of a page, or null when there is none or more than one. */
export function embeddedJson(page: string): string | null {
  const from = page.indexOf(OPEN);
  if (from < 0 || page.indexOf(OPEN, from + 1) >= 0) return null;
  const to = page.indexOf(CLOSE, from);
  return to < 0 ? null : page.slice(from + OPEN.length, to);
}
