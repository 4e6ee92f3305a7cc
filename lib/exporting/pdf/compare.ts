import { sealOf } from "@/lib/exporting/pdf/seal";

/**
 * Why a PDF's pages cannot be taken for what Stet printed, as sentences; empty when they can. A browser's print cannot
 * be made again byte by byte, so it is the seal that vouches for every byte of the file: pages, fonts and attachment.
 */
export function pdfFaults(
  file: Uint8Array,
  contentHash: string,
  trustedKeys: readonly { publicKey: string }[],
): string[] {
  const seal = sealOf(file, contentHash);
  if (!seal) {
    return [
      "The data in this PDF is what was signed, but its pages were not compared: the file does not end with the seal that Stet puts on a PDF, so it was changed or saved by another program.",
    ];
  }
  if (!seal.isGenuine) {
    return [
      "The data in this PDF is what was signed, but the file is not the one that Stet sealed: its pages, or something else in it, were changed.",
    ];
  }
  const isTrusted = trustedKeys.some(({ publicKey }) => publicKey === seal.publicKey);
  return isTrusted
    ? []
    : [
        "The data in this PDF is what was signed, but its pages were sealed with a key that you do not trust.",
      ];
}
