import type { JSONContent } from "@tiptap/core";
import { isSafeHref } from "@/lib/text/document";
import { memoSchema } from "./extensions";

const INLINE = new Set(["text", "hardBreak"]);

/**
 * A document that fits the memo's schema, whatever a parser made of the Markdown: stray words get a paragraph, links
 * that lead nowhere safe become plain words, and what is left over stands as its text.
 */
export function fitted(document: JSONContent): JSONContent {
  const content = blocks(document.content ?? []);
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function blocks(nodes: readonly JSONContent[]): JSONContent[] {
  const out: JSONContent[] = [];
  let loose: JSONContent[] = [];
  const settle = () => {
    if (loose.length > 0) out.push(paragraph(loose));
    loose = [];
  };
  for (const node of nodes) {
    if (INLINE.has(node.type ?? "")) loose.push(node);
    else {
      settle();
      out.push(...block(node));
    }
  }
  settle();
  return out;
}

function block(node: JSONContent): JSONContent[] {
  const content = node.content ?? [];
  switch (node.type) {
    case "paragraph":
    case "heading":
      return [withInline({ type: node.type, ...attrsOf(node) }, content)];
    case "codeBlock": {
      const text = textOf(node);
      return [
        { type: "codeBlock", ...attrsOf(node), ...(text ? { content: [{ type: "text", text }] } : {}) },
      ];
    }
    case "horizontalRule":
      return [{ type: "horizontalRule" }];
    case "blockquote":
      return [{ type: "blockquote", content: filled(blocks(content)) }];
    case "bulletList":
    case "orderedList": {
      const items = content.map((item) => ({ type: "listItem", content: listed(item) }));
      return items.length > 0 ? [{ type: node.type, ...attrsOf(node), content: items }] : [];
    }
    default: {
      const text = textOf(node).trim();
      return text ? [paragraph([{ type: "text", text }])] : [];
    }
  }
}

/** An item begins with a paragraph: an empty one before stray words is the parser's, and goes. */
function listed(item: JSONContent): JSONContent[] {
  const content = item.type === "listItem" ? blocks(item.content ?? []) : blocks([item]);
  const [first, second] = content;
  if (first?.type === "paragraph" && !first.content && second?.type === "paragraph") content.shift();
  return content[0]?.type === "paragraph" ? content : [{ type: "paragraph" }, ...content];
}

function filled(content: JSONContent[]): JSONContent[] {
  return content.length > 0 ? content : [{ type: "paragraph" }];
}

function paragraph(content: readonly JSONContent[]): JSONContent {
  return withInline({ type: "paragraph" }, content);
}

function withInline(node: JSONContent, content: readonly JSONContent[]): JSONContent {
  const inline = content.flatMap(span);
  return inline.length > 0 ? { ...node, content: inline } : node;
}

function span(node: JSONContent): JSONContent[] {
  if (node.type === "hardBreak") return [{ type: "hardBreak" }];
  if (node.type !== "text") {
    const text = textOf(node);
    return text ? [{ type: "text", text }] : [];
  }
  if (!node.text) return [];
  const known = (node.marks ?? []).filter(
    ({ type, attrs }, index, all) =>
      all.findIndex((mark) => mark.type === type) === index &&
      memoSchema().marks[type] &&
      (type !== "link" || (typeof attrs?.href === "string" && isSafeHref(attrs.href))),
  );
  const order = Object.keys(memoSchema().marks);
  known.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  // Code excludes every other mark.
  const marks = known.some(({ type }) => type === "code") ? [{ type: "code" }] : known;
  return [{ type: "text", text: node.text, ...(marks.length > 0 ? { marks } : {}) }];
}

/** Attributes that the schema knows, where they are of its kind. */
function attrsOf({ type, attrs = {} }: JSONContent): { attrs?: Record<string, unknown> } {
  if (type === "heading") {
    const level = Number(attrs.level);
    return { attrs: { level: Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2 } };
  }
  if (type === "codeBlock" && typeof attrs.language === "string") {
    return { attrs: { language: attrs.language.slice(0, 60) } };
  }
  if (type === "orderedList" && Number.isSafeInteger(attrs.start) && attrs.start !== 1) {
    return { attrs: { start: attrs.start } };
  }
  return {};
}

function textOf(node: JSONContent): string {
  return node.text ?? (node.content ?? []).map(textOf).join("");
}
