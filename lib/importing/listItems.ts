import type { Block } from "@/lib/text/document";

/**
 * Blocks in the shape a list item must have: a paragraph first (Tiptap's `paragraph block*`). A heading in that
 * place becomes a paragraph, a rule goes, a quote or list there is opened. No text is lost or moved.
 */
export function asItemContent(blocks: readonly Block[]): Block[] {
  let content = [...blocks];
  for (;;) {
    const [first, ...rest] = content;
    if (!first || first.type === "paragraph") return content;
    if (first.type === "heading") return [{ type: "paragraph", content: first.content }, ...rest];
    if (first.type === "horizontalRule") content = rest;
    else if (first.type === "blockquote") content = [...first.content, ...rest];
    else content = [...first.content.flatMap((item) => item.content), ...rest];
  }
}
