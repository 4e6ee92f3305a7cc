import { parseDocument } from "htmlparser2";
import { cleanHtml } from "@/lib/importing/cleanHtml";
import { blocksOf } from "@/lib/importing/htmlBlocks";
import { limitNesting } from "@/lib/importing/limitNesting";
import { requireStorable } from "@/lib/importing/previewText";
import { validDocument } from "@/lib/importing/validDocument";
import { articleOfPage, isWholePage, type PageFacts } from "@/lib/importing/wholePage";
import type { ArticleDocument } from "@/lib/text/document";

/** Far more than any page needs, far less than what exhausts the stack. */
const MAX_HTML_DEPTH = 200;

export type HtmlImport = { document: ArticleDocument; text: string; facts: PageFacts; warnings: string[] };

/**
 * Hostile HTML → a document that passes the schema, with its canonical text. In a whole page the article is looked
 * for, and what the page says of it is returned as `facts`; a fragment is taken as it is.
 *
 * Throws ImportRefused: `too_large`, `ill_formed_text`, `empty_text`.
 */
export function htmlToDocument(source: string): HtmlImport {
  requireStorable(source);
  const fragment = clipboardFragment(source);
  const isPage = fragment === null && isWholePage(source);
  const html = limitNesting(fragment ?? source, MAX_HTML_DEPTH);
  const page = isPage ? articleOfPage(html) : null;
  const cleaned = cleanHtml(page?.html ?? html);
  return {
    ...validDocument(blocksOf(parseDocument(cleaned).children)),
    facts: page?.facts ?? {},
    warnings: page ? [pageWarning(page.html !== null)] : [],
  };
}

/** What was copied, when the HTML is the Windows clipboard's: a page around a marked fragment. */
function clipboardFragment(html: string): string | null {
  const start = html.indexOf("<!--StartFragment-->");
  const end = html.lastIndexOf("<!--EndFragment-->");
  return start >= 0 && end > start ? html.slice(start, end) : null;
}

function pageWarning(foundArticle: boolean): string {
  return foundArticle
    ? "The article was picked out of a whole web page. Check that nothing is missing."
    : "No article could be picked out of this web page, so all of its text is here.";
}
