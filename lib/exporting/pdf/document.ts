import { AFRelationship, PDFDocument } from "@cantoo/pdf-lib";
import type { Envelope } from "@/lib/exporting/envelope";
import { printedPage } from "@/lib/exporting/html/page";
import { momentOf } from "@/lib/exporting/momentOf";
import { printPage } from "@/lib/exporting/pdf/browser";
import { ENVELOPE_FILE, ENVELOPE_TYPE } from "@/lib/exporting/pdf/envelopeFile";
import { printStyles } from "@/lib/exporting/pdf/printStyles";
import { sealed } from "@/lib/exporting/pdf/seal";
import { canonicalJson } from "@/lib/journal/canonical";

/**
 * The PDF export: the HTML page in print, tagged and with its fonts inside, and the envelope as an attachment. A signed
 * one is sealed with the installation's key: what a browser prints cannot be made again byte by byte.
 * @throws Refusal `unavailable` where there is no Chromium, or when it takes too long
 */
export async function renderPdf(envelope: Envelope, privateKey?: Uint8Array): Promise<Uint8Array> {
  const printed = await printPage(printedPage(envelope, printStyles(envelope)));
  const file = await withEnvelope(printed, envelope);
  return envelope.status === "signed" && privateKey ? sealed(file, envelope.contentHash, privateKey) : file;
}

async function withEnvelope(pdf: Uint8Array, envelope: Envelope): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const at = new Date(momentOf(envelope));
  await document.attach(new TextEncoder().encode(canonicalJson(envelope)), ENVELOPE_FILE, {
    mimeType: ENVELOPE_TYPE,
    description: "The report as data, with its signatures, for Stet’s verifier",
    creationDate: at,
    modificationDate: at,
    afRelationship: AFRelationship.Source,
  });
  document.setProducer("Stet");
  document.setCreationDate(at);
  document.setModificationDate(at);
  // Without object streams the attachment stands in the open, where the verifier finds it.
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}
