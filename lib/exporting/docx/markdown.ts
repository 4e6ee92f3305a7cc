import type { MarkedToken, Token } from "marked";
import { MAX_COLUMNS, paragraph, table } from "@/lib/exporting/docx/blocks";
import { directionOf, type Look, runs } from "@/lib/exporting/docx/runs";
import { BULLETS, type Writing } from "@/lib/exporting/docx/writing";
import { type Xml, type XmlContent, xml } from "@/lib/exporting/docx/xml";
import { headingLevels } from "@/lib/exporting/html/headings";
import { isMention, markdownTokens } from "@/lib/exporting/markdownTokens";

type Place = {
  writing: Writing;
  /** Paragraph style of plain text. */
  style?: string;
  levelOf(asked: number): number;
  /** Headings are bold text, lists and tables plain paragraphs, as few readers show more there. */
  isSmall: boolean;
  quote: number;
  list: { id: number; level: number } | null;
};

/**
 * A user's Markdown as paragraphs, lists, quotes and tables of the word processor. Raw HTML is text, pictures are their
 * description. Headings stand below `parent`, the level of the heading that the text belongs to.
 */
export function markdownBlocks(writing: Writing, text: string, parent: number): Xml[] {
  return written(text, { ...base(writing), levelOf: headingLevels(parent) });
}

/** The same in paragraphs of one style, for comments, where nothing else is sure to be shown, and table cells. */
export function markdownLines(writing: Writing, text: string, style: string): Xml[] {
  return written(text, { ...base(writing), style, isSmall: true });
}

function base(writing: Writing): Place {
  return { writing, levelOf: headingLevels(6), isSmall: false, quote: 0, list: null };
}

function written(text: string, place: Place): Xml[] {
  const tokens = markdownTokens(text);
  if (tokens) return blocks(tokens, place);
  return text.split("\n").map((line) => plain(line, runs(line), place));
}

function blocks(tokens: readonly Token[], place: Place): Xml[] {
  return tokens.flatMap((token) => block(token as MarkedToken, place));
}

function block(token: MarkedToken, place: Place): Xml[] {
  const { writing, isSmall } = place;
  switch (token.type) {
    case "space":
    case "def":
    case "checkbox":
      return [];
    case "heading": {
      if (isSmall) return [plain(token.text, inline(token.tokens, place, { bold: true }), place)];
      const style = `Heading${place.levelOf(token.depth)}`;
      return [paragraph(inline(token.tokens, place, {}), { style, keepNext: true, ...turned(token.text) })];
    }
    case "blockquote":
      return blocks(token.tokens, { ...place, quote: place.quote + 1 });
    case "code": {
      const style = isSmall ? place.style : "StetCode";
      return [paragraph(runs(token.text, { mono: true }), { style, ...turned(token.text) })];
    }
    case "hr":
      return [paragraph(null, { style: isSmall ? place.style : "StetRule" })];
    case "list": {
      const level = place.list ? place.list.level + 1 : 0;
      const start = Number(token.start) || 1;
      const id = token.ordered && !isSmall ? writing.lists.ordered(start) : BULLETS;
      return token.items.flatMap((item, i) => {
        const box = item.task ? (item.checked ? "☑ " : "☐ ") : "";
        const sign = !isSmall ? "" : token.ordered ? `${start + i}. ` : "• ";
        return listItem(`${sign}${box}`, item.tokens, { ...place, list: { id, level } });
      });
    }
    case "table":
      return rowsOf(token, place);
    case "html":
      return [plain(token.raw, runs(token.raw.trim()), place)];
    case "paragraph":
      return [plain(token.text, inline(token.tokens, place, {}), place)];
    case "text":
      return [plain(token.text, token.tokens ? inline(token.tokens, place, {}) : runs(token.text), place)];
    default:
      return [plain(token.raw, runs(token.raw), place)];
  }
}

/** The first paragraph of an item carries its sign, what follows stands under it. */
function listItem(sign: string, tokens: readonly Token[], place: Place): Xml[] {
  const [first, ...rest] = tokens;
  const isText = first?.type === "text" || first?.type === "paragraph";
  const lead = isText ? first : undefined;
  const words = lead && "tokens" in lead && lead.tokens ? inline(lead.tokens, place, {}) : null;
  const text = lead && "text" in lead ? String(lead.text) : "";
  const head = paragraph([sign === "" ? [] : runs(sign), words ?? runs(text)], {
    style: place.isSmall ? place.style : "ListParagraph",
    ...(place.isSmall || !place.list ? {} : { list: place.list }),
    ...turned(text),
  });
  const under = { ...place, quote: place.quote };
  return [head, ...(isText ? rest : tokens).flatMap((token) => block(token as MarkedToken, under))];
}

function rowsOf(token: Extract<MarkedToken, { type: "table" }>, place: Place): Xml[] {
  const rows = [token.header, ...token.rows].map((row) => row.slice(0, MAX_COLUMNS));
  if (place.isSmall) {
    return rows.map((row) => {
      const cells = row.flatMap((cell, i) => [i > 0 ? runs(" | ") : [], inline(cell.tokens, place, {})]);
      return paragraph(cells, { style: place.style });
    });
  }
  const written = rows.map((row, i) =>
    row.map((cell) =>
      paragraph(inline(cell.tokens, place, i === 0 ? { bold: true } : {}), {
        style: "StetCell",
        ...turned(cell.text),
      }),
    ),
  );
  const widths = (rows[0] ?? []).map(() => 1);
  return widths.length === 0 ? [] : [table(widths, written), paragraph(null, { style: "StetAfterTable" })];
}

function plain(text: string, content: XmlContent, place: Place): Xml {
  const inList = place.list && !place.isSmall ? { indent: 720 * (place.list.level + 1) } : {};
  const style = place.quote > 0 && !place.isSmall ? "Quote" : place.style;
  return paragraph(content, { style, ...inList, ...turned(text) });
}

function turned(text: string): { direction?: "rtl" } {
  return directionOf(text) === "rtl" ? { direction: "rtl" } : {};
}

function inline(tokens: readonly Token[], place: Place, look: Look): XmlContent[] {
  return tokens.map((token) => span(token as MarkedToken, place, look));
}

function span(token: MarkedToken, place: Place, look: Look): XmlContent {
  switch (token.type) {
    case "strong":
      return inline(token.tokens, place, { ...look, bold: true });
    case "em":
      return inline(token.tokens, place, { ...look, italic: true });
    case "del":
      return inline(token.tokens, place, { ...look, strike: true });
    case "codespan":
      return runs(token.text, { ...look, mono: true });
    case "br":
      return xml`<w:r><w:br/></w:r>`;
    case "link":
      if (isMention(token.href)) return inline(token.tokens, place, { ...look, bold: true });
      // As bare words: a link within a link (a picture in one) would be two elements where one may stand.
      return place.writing.link(token.href, wordsOf(token.tokens), look);
    case "image":
      return runs(`[picture: ${token.text || token.href}]`, { ...look, italic: true });
    case "text":
      return token.tokens ? inline(token.tokens, place, look) : runs(token.text, look);
    case "escape":
      return runs(token.text, look);
    default:
      return runs(token.raw, look);
  }
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ("tokens" in token && token.tokens) return wordsOf(token.tokens);
      return "text" in token && typeof token.text === "string" ? token.text : token.raw;
    })
    .join("");
}
