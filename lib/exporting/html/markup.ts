/** A piece of HTML that is known to be safe, because only {@link html} and {@link join} make one from text. */
export class Markup {
  constructor(readonly source: string) {}
}

/** What may stand in an {@link html} template; null is nothing. */
export type Content = string | number | null | Markup | readonly Content[];

/**
 * HTML from a template: every embedded string is escaped, for text and for double-quoted attributes alike.
 * Escaping is the default and cannot be forgotten; nothing else in this folder writes HTML.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, i) => part + sourceOf(values[i] ?? null)).join(""));
}

/** Pieces one after another, with `between` in the gaps. */
export function join(pieces: readonly Content[], between: Content = ""): Markup {
  return new Markup(pieces.map(sourceOf).join(sourceOf(between)));
}

/** HTML that was written in this folder as a constant, such as the style sheet. Never for anything from a snapshot. */
export function trustedConstant(source: string): Markup {
  return new Markup(source);
}

/**
 * Text embedded in a line of the page's own words. `<bdi>` isolates it: a right-to-left override in a title must not
 * turn around what stands beside it (Unicode UAX #9, isolates close what was left open inside).
 */
export function isolated(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

function sourceOf(content: Content): string {
  if (content === null) return "";
  if (content instanceof Markup) return content.source;
  if (typeof content === "string") return escapeText(content);
  if (typeof content === "number") return String(content);
  return content.map(sourceOf).join("");
}

const replacements: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // A parser turns a bare carriage return into a line feed.
  "\r": "&#13;",
};

/** Characters that HTML cannot hold (C0 controls, lone surrogates) become U+FFFD. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"'\r]|(?![\t\n])\p{Cc}/gu, (character) => replacements[character] ?? "\ufffd");
}
