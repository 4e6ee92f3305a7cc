import type { Envelope } from "@/lib/exporting/envelope";

/** When what a file shows came to be: the draft's moment, or that of the last sign-off. An ISO instant. */
export function momentOf(envelope: Envelope): string {
  if (envelope.status === "draft") return envelope.exportedAt;
  return envelope.signOffs.at(-1)?.signed.signedAt ?? "1980-01-01T00:00:00Z";
}
