import { validDocument } from "@/lib/importing/validDocument";
import type { ArticleDocument } from "@/lib/text/document";

/**
 * Paragraphs (without newlines) → a document of plain paragraphs, in NFC, with its canonical text; blank ones are
 * left out. Throws ImportRefused when nothing is left or it is too long.
 */
export function textToDocument(paragraphs: readonly string[]): { document: ArticleDocument; text: string } {
  return validDocument(
    paragraphs
      .filter((paragraph) => /\S/.test(paragraph))
      .map((paragraph) => ({
        type: "paragraph",
        content: [{ type: "text", text: paragraph.normalize("NFC") }],
      })),
  );
}
