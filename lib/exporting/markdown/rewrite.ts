import type { MarkedToken, Token } from "marked";
import { headingLevels } from "@/lib/exporting/html/headings";
import { codeBlock, codeSpan, escaped, escapedLines, linkTo } from "@/lib/exporting/markdown/escape";
import { isMention, markdownTokens } from "@/lib/exporting/markdownTokens";

/**
 * A user's Markdown as Markdown that is inert: raw HTML is shown, not obeyed; links are http, https or mailto; pictures
 * become their description. Headings stand below `parent`.
 */
export function inertMarkdown(text: string, parent = 6): string {
  const tokens = markdownTokens(text);
  return tokens ? blocks(tokens, headingLevels(parent)) : escapedLines(text);
}

type Levels = (asked: number) => number;

function blocks(tokens: readonly Token[], levelOf: Levels): string {
  return tokens
    .map((token) => block(token as MarkedToken, levelOf))
    .filter((one) => one !== "")
    .join("\n\n");
}

function block(token: MarkedToken, levelOf: Levels): string {
  switch (token.type) {
    case "space":
    case "def":
    case "checkbox":
      return "";
    case "heading":
      return `${"#".repeat(levelOf(token.depth))} ${inline(token.tokens)}`;
    case "blockquote":
      return indented(blocks(token.tokens, levelOf), "> ", "> ");
    case "code":
      return codeBlock(token.text);
    case "hr":
      return "---";
    case "list": {
      const start = Number(token.start) || 1;
      const items = token.items.map((item, i) => {
        const sign = token.ordered ? `${start + i}. ` : "- ";
        const box = item.task ? (item.checked ? "☑ " : "☐ ") : "";
        return indented(`${box}${blocks(item.tokens, levelOf)}`, sign, " ".repeat(sign.length));
      });
      return items.join("\n");
    }
    case "table": {
      const row = (cells: readonly { tokens: Token[] }[]) =>
        `| ${cells.map((cell) => inline(cell.tokens).replace(/\n/g, " ")).join(" | ")} |`;
      const rule = `| ${token.header.map(() => "---").join(" | ")} |`;
      return [row(token.header), rule, ...token.rows.map(row)].join("\n");
    }
    case "html":
      return escapedLines(token.raw.trim());
    case "paragraph":
      return inline(token.tokens);
    case "text":
      return token.tokens ? inline(token.tokens) : escaped(token.text);
    default:
      return escapedLines(token.raw);
  }
}

function inline(tokens: readonly Token[]): string {
  return tokens.map((token) => span(token as MarkedToken)).join("");
}

function span(token: MarkedToken): string {
  switch (token.type) {
    case "strong":
      return `**${inline(token.tokens)}**`;
    case "em":
      return `*${inline(token.tokens)}*`;
    case "del":
      return `~~${inline(token.tokens)}~~`;
    case "codespan":
      return codeSpan(token.text);
    case "br":
      return "\\\n";
    case "link":
      return isMention(token.href) ? inline(token.tokens) : linkTo(token.href, inline(token.tokens));
    case "image":
      return `*${escaped(`[picture: ${token.text || token.href}]`)}*`;
    case "text":
      return token.tokens ? inline(token.tokens) : spaced(token.text);
    case "escape":
      return spaced(token.text);
    default:
      return spaced(token.raw);
  }
}

/** Escaped, with the spaces at its ends, which part it from its neighbours. */
function spaced(text: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return `${before && " "}${escaped(inner)}${inner && after && " "}`;
}

/** The first line behind `first`, the others behind `rest`. */
export function indented(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, i) => `${i === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}
