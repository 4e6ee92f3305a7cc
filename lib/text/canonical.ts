import type { ArticleDocument, Block, ListItem } from "@/lib/text/document";

/** A paragraph or heading, in both countings. */
export type TextBlock = {
  /** UTF-16 offset of its first character in the canonical text. */
  start: number;
  /** UTF-16 offset after its last character: the place of the `\n` that follows, or the end of the text. */
  end: number;
  /** ProseMirror position of its first character. */
  pos: number;
  type: "paragraph" | "heading";
  level?: number;
};

/**
 * The canonical text of an article: its textblocks joined by one `\n`, no trailing newline.
 *
 * It is NFC because `articleDocument` lets no other text in; nothing is changed here, so that offsets in the text
 * and positions in the document differ by arithmetic only.
 */
export function canonicalText(doc: ArticleDocument): string {
  const texts: string[] = [];
  walk(doc, (_pos, node) => texts.push(textOf(node)));
  return texts.join("\n");
}

/** The textblocks of a document, in order, with their places in the canonical text and in ProseMirror. */
export function textBlocks(doc: ArticleDocument): TextBlock[] {
  const found: TextBlock[] = [];
  let start = 0;
  walk(doc, (pos, node) => {
    const end = start + textOf(node).length;
    found.push({
      start,
      end,
      pos,
      type: node.type,
      ...(node.type === "heading" && { level: node.attrs.level }),
    });
    start = end + 1;
  });
  return found;
}

/**
 * ProseMirror position of a UTF-16 offset of the canonical text. Every offset belongs to one block: the offset of
 * a `\n` is the end of the block before it. Throws RangeError outside the text.
 */
export function positionOf(blocks: readonly TextBlock[], offset: number): number {
  const block = blocks[lastIndexWhere(blocks, (candidate) => candidate.start <= offset)];
  if (!block || offset > block.end) throw new RangeError(`Offset ${offset} is outside the text`);
  return block.pos + (offset - block.start);
}

/**
 * UTF-16 offset of a ProseMirror position. A position between textblocks (a rule, the edge of a list, the ends of
 * the document) gives the nearest end of a block, the earlier when both are equally near. Throws RangeError when
 * there are no blocks.
 */
export function offsetOf(blocks: readonly TextBlock[], pos: number): number {
  const index = lastIndexWhere(blocks, (candidate) => candidate.pos <= pos);
  const before = blocks[index];
  const after = blocks[index + 1];
  if (!before) {
    if (!after) throw new RangeError("The document has no textblocks");
    return after.start;
  }
  const past = pos - (before.pos + before.end - before.start);
  if (past <= 0) return before.start + (pos - before.pos);
  return after && after.pos - pos < past ? after.start : before.end;
}

type TextblockNode = Extract<Block, { type: "paragraph" | "heading" }>;

function textOf(node: TextblockNode): string {
  return node.content.map((leaf) => leaf.text).join("");
}

/** Visits textblocks in order. Sizes as in ProseMirror: a tag is 1, a leaf node 1, a text node its length. */
function walk(doc: ArticleDocument, visit: (pos: number, node: TextblockNode) => void): void {
  let pos = 0;
  const enter = (node: Block | ListItem): void => {
    pos += 1;
    if (node.type === "horizontalRule") return;
    if (node.type === "paragraph" || node.type === "heading") {
      visit(pos, node);
      for (const leaf of node.content) pos += leaf.text.length;
    } else node.content.forEach(enter);
    pos += 1;
  };
  doc.content.forEach(enter);
}

/** Index of the last block for which a predicate, true for a prefix of them, holds; -1 when for none. */
function lastIndexWhere(blocks: readonly TextBlock[], holds: (block: TextBlock) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && holds(block)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
