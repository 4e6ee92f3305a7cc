import { type Direction, guessDirection, guessLanguage } from "@/lib/importing/language";
import { type ParagraphRule, paragraphsFromText } from "@/lib/importing/plainText";
import { ImportRefused } from "@/lib/importing/refused";
import { textToDocument } from "@/lib/importing/textToDocument";
import type { Healed } from "@/lib/importing/wrap";
import { type ArticleDocument, MAX_TEXT_LENGTH } from "@/lib/text/document";
import { illFormed } from "@/lib/text/wellformed";

/** What an import would store, shown before it does. */
export type ImportPreview = {
  document: ArticleDocument;
  /** Canonical text of `document`. */
  text: string;
  /** How many textblocks there are. */
  paragraphs: number;
  /** Plain text only: the rule that was used, and what it joined. */
  rule?: ParagraphRule;
  healed?: Healed[];
  /** BCP 47; "und" when unknown. */
  language: string;
  direction: Direction;
  /** Found in a whole page's metadata. `publishedOn` is a plain date, YYYY-MM-DD. */
  title?: string;
  byline?: string;
  publishedOn?: string;
  /** Sentences for the person who imports. */
  warnings: string[];
};

/**
 * Previews plain text, in the browser or on the server. Throws ImportRefused: `too_large`, `ill_formed_text`,
 * `empty_text`.
 */
export function previewText(source: string, paragraphs: "auto" | ParagraphRule): ImportPreview {
  requireStorable(source);
  const parted = paragraphsFromText(source, paragraphs);
  const { document, text } = textToDocument(parted.paragraphs);
  return {
    document,
    text,
    paragraphs: document.content.length,
    rule: parted.rule,
    healed: parted.healed,
    language: guessLanguage(text),
    direction: guessDirection(text),
    warnings: replacementWarning(text),
  };
}

/** Refuses a source that is too long (in UTF-16 units) or not well formed. Vertical breaks are let through. */
export function requireStorable(source: string): void {
  if (source.length > MAX_TEXT_LENGTH) {
    throw new ImportRefused("too_large", "This is longer than 5 million characters. Split it into parts.");
  }
  // Form feeds and vertical tabs are page and line breaks of old text files; the importers read them as such.
  const reason = illFormed(source.replace(/[\v\f]/g, "\n"));
  if (reason) throw new ImportRefused("ill_formed_text", reason.message);
}

/** Warns of U+FFFD, which means that a program before us has already lost characters. */
export function replacementWarning(text: string): string[] {
  if (!text.includes("\ufffd")) return [];
  return ["Some characters were already lost in the source (shown as \ufffd). Check its encoding."];
}
