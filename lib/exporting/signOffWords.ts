import type { Envelope } from "@/lib/exporting/envelope";
import { instant } from "@/lib/exporting/html/dates";
import type { Row } from "@/lib/exporting/noteWords";

export type SignatureWords = { statement: string; by: string; rows: Row[] };

/** What the sign-offs of a report say, for formats that print them; none for a draft. */
export function signatures(envelope: Envelope): SignatureWords[] {
  if (envelope.status !== "signed") return [];
  return envelope.signOffs.map(({ signed, publicKey, signature }) => ({
    statement: signed.statement,
    by: `${signed.reviewer.name}, ${instant(signed.signedAt, true)}`,
    rows: [
      { label: "Report", value: `${signed.report.title}, round ${signed.round.number}` },
      { label: "Content hash", value: signed.contentHash },
      { label: "Key id", value: signed.keyId },
      { label: "Public key", value: publicKey },
      { label: "Signature", value: signature },
      { label: "Journal", value: `entry ${signed.journal.seq}, ${signed.journal.hash}` },
    ],
  }));
}

/** One sentence on where the report stands. */
export function standingWords(envelope: Envelope): string {
  if (envelope.status === "draft") {
    return `Draft. Nobody has signed this report. It shows the work as it stood on ${instant(envelope.exportedAt)}.`;
  }
  const names = envelope.signOffs.map(({ signed }) => signed.reviewer.name).join(" and ");
  const last = envelope.signOffs.at(-1);
  return `Signed by ${names} on ${last ? instant(last.signed.signedAt) : ""}`;
}

/** How anyone can check a signed file for themselves. `what` names it: "document". */
export function howToVerify(envelope: Envelope, what: string): string {
  if (envelope.status !== "signed") return "Not signed. This is a draft and may change.";
  const ids = [...new Set(envelope.signOffs.map(({ signed }) => signed.keyId))].join(", ");
  return `Everything in this ${what} is covered by the signature: text, passages, notes, links and evidence. Open this file on the Verify page of the newsroom’s Stet, or run stet verify on it with the newsroom’s public key. Take that key from a place you trust, not from this file; its id must be ${ids}.`;
}
