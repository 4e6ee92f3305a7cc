import type { JSONContent } from "@tiptap/core";
import { isSafeHref } from "@/lib/text/document";

type Piece = { text: string; marks: readonly Mark[] };
type Mark = { open: string; close: string };

/**
 * The words of one block as Markdown, with everything escaped that would be read as a mark. Each stretch of one look
 * carries its own marks, from word to word: marks that overlap, or stand at a space, are read in more than one way.
 */
export function inlineMarkdown(nodes: readonly JSONContent[]): string {
  const text = nodes.flatMap(pieceOf).map(marked).join("");
  return text.split("\n").map(escapedStart).join("\n").trim();
}

function marked({ text, marks }: Piece): string {
  const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (core === "" || marks.length === 0) return text;
  const open = marks.map((mark) => mark.open).join("");
  const close = marks.map((mark) => mark.close).reverse();
  return `${before}${open}${core}${close.join("")}${after}`;
}

function pieceOf(node: JSONContent): Piece[] {
  const types = new Set((node.marks ?? []).map(({ type }) => type));
  if (node.type === "hardBreak") return [{ text: "\\\n", marks: [] }];
  const text = node.text ?? "";
  if (text === "") return [];
  if (types.has("code")) return [{ text: codeSpan(text), marks: [] }];
  const marks: Mark[] = [];
  const href = node.marks?.find(({ type }) => type === "link")?.attrs?.href;
  if (typeof href === "string" && isSafeHref(href)) {
    marks.push({ open: "[", close: `](${href.replace(/[()\\<>]/g, encodeURIComponentStrictly)})` });
  }
  if (types.has("bold")) marks.push({ open: "**", close: "**" });
  // Three stars in a row are read in more than one way.
  const slant = types.has("bold") ? "_" : "*";
  if (types.has("italic")) marks.push({ open: slant, close: slant });
  if (types.has("strike")) marks.push({ open: "~~", close: "~~" });
  return [{ text: escaped(text), marks }];
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*[~]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/<(?=[a-z/!?])/gi, "\\<")
    .replace(/&(?=#?\w+;)/g, "\\&");
}

/** What would make a line something else than words, at its beginning. */
function escapedStart(line: string): string {
  const words = line.trimStart();
  if (/^(#{1,6}(\s|$)|[-+](\s|$)|>|\||=+\s*$)/.test(words) || /^[-:|\s]+$/.test(words)) return `\\${words}`;
  return words.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

function encodeURIComponentStrictly(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
