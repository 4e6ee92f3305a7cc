import type { MarkedToken, Token } from "marked";
import { headingLevels } from "@/lib/exporting/html/headings";
import { type Content, html, join, type Markup } from "@/lib/exporting/html/markup";
import { isMention, markdownTokens } from "@/lib/exporting/markdownTokens";
import { isSafeHref } from "@/lib/text/document";

/**
 * A user's Markdown (CommonMark with GFM tables and strike-through) as inert HTML: raw HTML is shown, not obeyed;
 * links are http, https or mailto; pictures become their description, as the page asks nothing from the network.
 * Headings stand below `parent`, the level of the heading that the text belongs to.
 */
export function markdown(text: string, parent = 6): Markup {
  const levelOf = headingLevels(parent);
  const tokens = markdownTokens(text);
  return html`<div class="prose">${tokens ? blocks(tokens, levelOf) : html`<p dir="auto">${text}</p>`}</div>`;
}

type Levels = (asked: number) => number;

function blocks(tokens: readonly Token[], levelOf: Levels): Markup {
  return join(tokens.map((token) => block(token as MarkedToken, levelOf)));
}

function block(token: MarkedToken, levelOf: Levels): Content {
  switch (token.type) {
    case "space":
    case "def":
    case "checkbox":
      return null;
    case "heading":
      return heading(levelOf(token.depth), inline(token.tokens));
    case "paragraph":
      return html`<p dir="auto">${inline(token.tokens)}</p>`;
    case "blockquote":
      return html`<blockquote>${blocks(token.tokens, levelOf)}</blockquote>`;
    case "code":
      return html`<pre dir="auto"><code>${token.text}</code></pre>`;
    case "hr":
      return html`<hr>`;
    case "list": {
      const items = token.items.map((item) => {
        const box = item.task ? (item.checked ? "☑ " : "☐ ") : null;
        return html`<li dir="auto">${box}${blocks(item.tokens, levelOf)}</li>`;
      });
      if (!token.ordered) return html`<ul>${items}</ul>`;
      return html`<ol start="${Number(token.start) || 1}">${items}</ol>`;
    }
    case "table": {
      const header = token.header.map((cell) => html`<th scope="col" dir="auto">${inline(cell.tokens)}</th>`);
      const rows = token.rows.map(
        (row) => html`<tr>${row.map((cell) => html`<td dir="auto">${inline(cell.tokens)}</td>`)}</tr>`,
      );
      return html`<table><thead><tr>${header}</tr></thead><tbody>${rows}</tbody></table>`;
    }
    case "html":
      return html`<p dir="auto">${token.raw.trim()}</p>`;
    case "text":
      return token.tokens ? inline(token.tokens) : token.text;
    default:
      return token.raw;
  }
}

function heading(level: number, content: Markup): Markup {
  if (level <= 2) return html`<h2 dir="auto">${content}</h2>`;
  if (level === 3) return html`<h3 dir="auto">${content}</h3>`;
  if (level === 4) return html`<h4 dir="auto">${content}</h4>`;
  if (level === 5) return html`<h5 dir="auto">${content}</h5>`;
  return html`<h6 dir="auto">${content}</h6>`;
}

function inline(tokens: readonly Token[]): Markup {
  return join(tokens.map((token) => span(token as MarkedToken)));
}

function span(token: MarkedToken): Content {
  switch (token.type) {
    case "strong":
      return html`<strong>${inline(token.tokens)}</strong>`;
    case "em":
      return html`<em>${inline(token.tokens)}</em>`;
    case "del":
      return html`<del>${inline(token.tokens)}</del>`;
    case "codespan":
      return html`<code>${token.text}</code>`;
    case "br":
      return html`<br>`;
    case "link":
      if (isMention(token.href)) return html`<span class="mention"><bdi>${inline(token.tokens)}</bdi></span>`;
      return externalLink(token.href, inline(token.tokens));
    case "image":
      return html`<em>[picture: ${token.text || token.href}]</em>`;
    case "text":
      return token.tokens ? inline(token.tokens) : token.text;
    case "escape":
      return token.text;
    default:
      return token.raw;
  }
}

/** A link that leaves the page, or its bare content where the address is not one a reader may be sent to. */
export function externalLink(href: string, content: Content): Markup {
  if (!isSafeHref(href)) return html`<span>${content}</span>`;
  return html`<a href="${href}" rel="noopener noreferrer"><bdi>${content}</bdi></a>`;
}
