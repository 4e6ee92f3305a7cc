import { canonicalText } from "@/lib/text/canonical";
import type { DeskRevision } from "./deskContext";

/** A revision as the page carries it to the browser: one string, without what the document says already. */
export type PackedRevision = string & { readonly packedRevision: unique symbol };

type Packed = Pick<DeskRevision, "id" | "number" | "document"> & {
  /** Starts and ends in turn, each as its distance from the one before. */
  sentences: number[];
};

/**
 * Packs a revision for the page. A page's payload visits and escapes every node it is given, once for the server's
 * rendering and once for the browser; a string passes through as it is.
 */
export function packRevision({
  id,
  number,
  document,
  sentences,
}: Omit<DeskRevision, "text">): PackedRevision {
  let last = 0;
  const distances = sentences
    .flatMap(({ start, end }) => [start, end])
    .map((offset) => {
      const distance = offset - last;
      last = offset;
      return distance;
    });
  return JSON.stringify({ id, number, document, sentences: distances } satisfies Packed) as PackedRevision;
}

/** The revision that was packed; its text is read out of the document. */
export function unpackRevision(packed: PackedRevision): DeskRevision {
  const { id, number, document, sentences }: Packed = JSON.parse(packed);
  const ranges: { start: number; end: number }[] = [];
  let last = 0;
  for (let i = 0; i < sentences.length; i += 2) {
    const start = last + (sentences[i] ?? 0);
    last = start + (sentences[i + 1] ?? 0);
    ranges.push({ start, end: last });
  }
  return { id, number, document, text: canonicalText(document), sentences: ranges };
}
