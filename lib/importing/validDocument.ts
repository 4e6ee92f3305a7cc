import { ImportRefused } from "@/lib/importing/refused";
import { canonicalText } from "@/lib/text/canonical";
import { type ArticleDocument, articleDocument, type Block, MAX_TEXT_LENGTH } from "@/lib/text/document";

/**
 * The last gate of every importer: the blocks as a document that passes the schema, with its canonical text.
 * Throws ImportRefused `empty_text` or `too_large`; anything else that the schema refuses is our mistake and is
 * thrown as it is.
 */
export function validDocument(content: Block[]): { document: ArticleDocument; text: string } {
  const document: ArticleDocument = { type: "doc", content };
  const text = canonicalText(document);
  if (!/\S/.test(text)) throw new ImportRefused("empty_text", "There is no text in it.");
  if (text.length > MAX_TEXT_LENGTH) {
    throw new ImportRefused(
      "too_large",
      "The text is longer than 5 million characters. Split it into parts.",
    );
  }
  return { document: articleDocument.parse(document), text };
}
