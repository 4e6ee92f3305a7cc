import { ElementType, type parseDocument } from "htmlparser2";
import { type Run, textNodes, withMark } from "@/lib/importing/inline";
import { asItemContent } from "@/lib/importing/listItems";
import { type Block, isSafeHref, type ListItem, MAX_DEPTH, type Mark } from "@/lib/text/document";

type HtmlNode = ReturnType<typeof parseDocument>["children"][number];
type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;
type HtmlText = Extract<HtmlNode, { data: string; type: ElementType.ElementType.Text }>;

/** Where blocks go, and the inline text that is not yet one. */
type Sink = { blocks: Block[]; runs: Run[] };
/** `level` is the document level that blocks in this place have; `doc` is 1. */
type Place = { level: number; marks: readonly Mark[]; heading: number | null; pre: boolean };

const MARKS: Readonly<Record<string, Exclude<Mark["type"], "link">>> = {
  ...tags("bold", "b strong"),
  ...tags("italic", "i em cite dfn var"),
  ...tags("underline", "u ins"),
  ...tags("strike", "s strike del"),
  ...tags("code", "code kbd samp tt"),
  ...tags("subscript", "sub"),
  ...tags("superscript", "sup"),
};
const INLINE = new Set("a span q small big mark abbr time font bdi bdo".split(" "));

/**
 * Maps cleaned HTML nodes to document blocks. Inline text becomes a paragraph; `br` and every block element (table
 * cells too) end one; lists and block quotes are kept, as deep as a document may go, and beyond that only their text.
 */
export function blocksOf(nodes: readonly HtmlNode[]): Block[] {
  const sink: Sink = { blocks: [], runs: [] };
  const place: Place = { level: 2, marks: [], heading: null, pre: false };
  for (const node of nodes) add(node, sink, place);
  flush(sink, place);
  return sink.blocks;
}

function add(node: HtmlNode, sink: Sink, place: Place): void {
  if (isText(node)) addText(node.data, sink, place);
  else if (isElement(node)) addElement(node, sink, place);
}

function addElement(element: HtmlElement, sink: Sink, place: Place): void {
  const { name } = element;
  const mark = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
  if (mark) {
    const marks = withMark(place.marks, { type: mark });
    for (const child of element.children) add(child, sink, { ...place, marks });
  } else if (INLINE.has(name)) addInline(element, sink, place);
  else addBlock(element, sink, place);
}

function addBlock(element: HtmlElement, sink: Sink, place: Place): void {
  const { name, children } = element;
  flush(sink, place);
  const heading = /^h([1-6])$/.exec(name)?.[1];
  const inner = {
    ...place,
    heading: heading ? Number(heading) : place.heading,
    pre: place.pre || name === "pre",
  };
  if (name === "hr") sink.blocks.push({ type: "horizontalRule" });
  // Quote, paragraph, text: two levels below the quote itself.
  else if (name === "blockquote" && place.level + 2 <= MAX_DEPTH) addBlockquote(children, sink, place);
  // List, item, paragraph, text.
  else if ((name === "ul" || name === "ol") && place.level + 3 <= MAX_DEPTH) addList(element, sink, place);
  else for (const child of children) add(child, sink, inner);
  flush(sink, inner);
}

function addInline({ name, attribs, children }: HtmlElement, sink: Sink, place: Place): void {
  const href = name === "a" ? attribs.href?.trim() : undefined;
  const isLink = href !== undefined && isSafeHref(href);
  const marks = isLink ? withMark(place.marks, { type: "link", attrs: { href } }) : place.marks;
  // Browsers draw these quotation marks; without them a quotation would read as the author's own words.
  if (name === "q") addText("“", sink, place);
  for (const child of children) add(child, sink, { ...place, marks });
  if (name === "q") addText("”", sink, place);
}

function addText(data: string, sink: Sink, place: Place): void {
  const lines = place.pre ? data.split(/\r\n|[\n\r]/) : [data];
  for (const [i, text] of lines.entries()) {
    if (i > 0) flush(sink, place);
    sink.runs.push({ text, marks: place.marks, pre: place.pre });
  }
}

function addBlockquote(children: readonly HtmlNode[], sink: Sink, place: Place): void {
  const quote: Sink = { blocks: [], runs: [] };
  const inner = { ...place, heading: null, level: place.level + 1 };
  for (const child of children) add(child, quote, inner);
  flush(quote, inner);
  if (quote.blocks.length > 0) sink.blocks.push({ type: "blockquote", content: quote.blocks });
}

function addList(list: HtmlElement, sink: Sink, place: Place): void {
  const inner = { ...place, heading: null, level: place.level + 2 };
  const items: Sink[] = [];
  for (const child of list.children) {
    const isItem = isElement(child) && child.name === "li";
    if (!isItem && isText(child) && !/\S/.test(child.data)) continue;
    // What stands in a list outside its items (often a nested list) belongs to the item before it.
    const known = isItem ? undefined : items.at(-1);
    const item = known ?? { blocks: [], runs: [] };
    if (!known) items.push(item);
    for (const node of isItem ? child.children : [child]) add(node, item, inner);
  }
  const content: ListItem[] = [];
  for (const item of items) {
    flush(item, inner);
    const blocks = asItemContent(item.blocks);
    if (blocks.length > 0) content.push({ type: "listItem", content: blocks });
  }
  if (content.length > 0)
    sink.blocks.push({ type: list.name === "ol" ? "orderedList" : "bulletList", content });
}

/** Makes a textblock of the inline text so far, when there is any to see. */
function flush(sink: Sink, { heading }: Place): void {
  if (sink.runs.length === 0) return;
  const content = textNodes(sink.runs);
  sink.runs = [];
  if (content.length === 0) return;
  sink.blocks.push(
    heading === null
      ? { type: "paragraph", content }
      : { type: "heading", attrs: { level: heading }, content },
  );
}

function isElement(node: HtmlNode): node is HtmlElement {
  return "attribs" in node;
}

function isText(node: HtmlNode): node is HtmlText {
  return node.type === ElementType.Text;
}

function tags(mark: Exclude<Mark["type"], "link">, names: string) {
  return Object.fromEntries(names.split(" ").map((name) => [name, mark]));
}
