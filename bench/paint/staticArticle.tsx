import { renderToStaticMarkup } from "react-dom/server";
import { articleRoot } from "@/bench/paint/subject";
import { ArticleText } from "@/lib/editor/ArticleText";
import type { ArticleDocument } from "@/lib/text/document";

/** Shows the article as plain HTML, for subjects that work on any page. */
export function showStatic(document: ArticleDocument): HTMLElement {
  const root = articleRoot();
  root.innerHTML = `<div class="stet-text">${renderToStaticMarkup(<ArticleText document={document} />)}</div>`;
  return root;
}
