import { htmlToDocument } from "@/lib/importing/htmlToDocument";
import { guessDirection, guessLanguage } from "@/lib/importing/language";
import type { ParagraphRule } from "@/lib/importing/plainText";
import { type ImportPreview, previewText, replacementWarning } from "@/lib/importing/previewText";
import { textBlocks } from "@/lib/text/canonical";

/** Text or HTML, and the paragraph rule for text ("auto" when left out). */
export type ImportSource =
  | { text: string; html?: undefined; paragraphs?: "auto" | ParagraphRule }
  | { html: string; text?: undefined; paragraphs?: "auto" | ParagraphRule };

/**
 * What importing `source` would store: the one way in for the API and the command line. It loads the HTML libraries;
 * the browser previews plain text with `previewText`, which this calls.
 *
 * Throws ImportRefused: `too_large`, `ill_formed_text`, `empty_text`.
 */
export function previewImport(source: ImportSource): ImportPreview {
  if (source.html === undefined) return previewText(source.text, source.paragraphs ?? "auto");
  const { document, text, facts, warnings } = htmlToDocument(source.html);
  const { title, byline, publishedOn } = facts;
  return {
    document,
    text,
    paragraphs: textBlocks(document).length,
    language: facts.language ?? guessLanguage(text),
    direction: facts.direction ?? guessDirection(text),
    ...(title && { title }),
    ...(byline && { byline }),
    ...(publishedOn && { publishedOn }),
    warnings: [...warnings, ...replacementWarning(text)],
  };
}
