import { Editor } from "@tiptap/core";
import { articleExtensions } from "@/lib/editor/articleExtensions";
import type { ArticleDocument } from "@/lib/text/document";

/** Leaves these to the browser: ProseMirror's own handling serves typing, and would replace the native selection. */
const native = () => true;

/**
 * Makes a read-only Tiptap view of an article, outside the page; put `view.dom` where it belongs, and `destroy()`
 * the editor when done.
 *
 * It is no text box: Tiptap's role is taken off, so that a screen reader finds headings and paragraphs as in any
 * article. Tiptap's style sheet is left out, because the server's text is shown without it and must not jump.
 */
export function mountArticle(article: ArticleDocument): Editor {
  return new Editor({
    element: document.createElement("div"),
    extensions: articleExtensions,
    content: article,
    editable: false,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: { class: "stet-text", role: "none" },
      handleDOMEvents: { mousedown: native, copy: native, dragstart: native },
    },
  });
}
