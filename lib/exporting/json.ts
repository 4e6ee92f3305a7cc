import type { Envelope } from "@/lib/exporting/envelope";
import { canonicalJson } from "@/lib/journal/canonical";

/**
 * The JSON export: the envelope's canonical JSON (RFC 8785) and a line feed.
 *
 * There is exactly one such text per envelope, so the verifier can demand it byte for byte: a repeated key, a
 * second spelling of a number or a stray space would let two readers see two reports in one file.
 */
export function renderJson(envelope: Envelope): string {
  return `${canonicalJson(envelope)}\n`;
}
