import { Refusal, type RefusalCode } from "@/lib/http/refusal";
import { previewImport } from "@/lib/importing/preview";
import type { ImportPreview } from "@/lib/importing/previewText";
import { type ImportRefusalCode, ImportRefused } from "@/lib/importing/refused";

export type ArticleSource = { text?: string; html?: string; paragraphs: "auto" | "blank-line" | "line" };

const codeOf: Record<ImportRefusalCode, RefusalCode> = {
  too_large: "too_large",
  unsupported_type: "unsupported_type",
  ill_formed_text: "invalid",
  empty_text: "invalid",
};

/**
 * The document and canonical text that a source becomes.
 * @throws Refusal `too_large`, `unsupported_type`, `invalid` (empty, NUL, lone surrogates)
 */
export function importedArticle({ text, html, paragraphs }: ArticleSource): ImportPreview {
  try {
    return html === undefined
      ? previewImport({ text: text ?? "", paragraphs })
      : previewImport({ html, paragraphs });
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    throw new Refusal(codeOf[error.code], error.message, { field: html === undefined ? "text" : "html" });
  }
}
