import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText, offsetOf, positionOf, textBlocks } from "@/lib/text/canonical";
import type { ArticleDocument, Block, Textblock } from "@/lib/text/document";

const paragraph = (...texts: string[]): Textblock => ({
  type: "paragraph",
  content: texts.map((text, i) => ({
    type: "text",
    text,
    ...(i % 2 === 1 && { marks: [{ type: "bold" as const }] }),
  })),
});
const doc = (...content: Block[]): ArticleDocument => ({ type: "doc", content });

const sample = doc(
  { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Head" }] },
  { type: "horizontalRule" },
  { type: "blockquote", content: [paragraph("one ", "two"), { type: "horizontalRule" }] },
  { type: "bulletList", content: [{ type: "listItem", content: [paragraph("😀"), paragraph("قال")] }] },
);

describe("canonical text", () => {
  test("joins textblocks with one newline, none at the end", () =>
    expect(canonicalText(sample)).toBe("Head\none two\n😀\nقال"));

  test("keeps no-break and thin spaces", () =>
    expect(canonicalText(doc(paragraph("88.7\u00a0percent\u2009.")))).toBe("88.7\u00a0percent\u2009."));

  test("lists blocks with both countings", () =>
    expect(textBlocks(sample)).toEqual([
      { start: 0, end: 4, pos: 1, type: "heading", level: 2 },
      { start: 5, end: 12, pos: 9, type: "paragraph" },
      { start: 13, end: 15, pos: 22, type: "paragraph" },
      { start: 16, end: 19, pos: 26, type: "paragraph" },
    ]));

  test.each([
    ["before everything", 0, 0],
    ["end of the heading", 5, 4],
    ["as near to the heading as to the quote: the earlier", 7, 4],
    ["between, nearer to the quote", 8, 5],
    ["in the quote", 11, 7],
    ["after the rule in the quote", 17, 12],
    ["before the list", 21, 13],
    ["after everything", 999, 19],
  ])("position %s", (_name, pos, offset) => expect(offsetOf(textBlocks(sample), pos)).toBe(offset));

  test.each([-1, 20])("no position for offset %s", (offset) =>
    expect(() => positionOf(textBlocks(sample), offset)).toThrow(RangeError),
  );

  const textblock = fc
    .array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
    .map((texts) => paragraph(...texts));
  const anyBlock = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
    blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      textblock,
      fc.constant<Block>({ type: "horizontalRule" }),
      tie("blocks").map((content): Block => ({ type: "blockquote", content })),
      fc.tuple(textblock, tie("blocks")).map(
        ([first, rest]): Block => ({
          type: "orderedList",
          content: [{ type: "listItem", content: [first, ...rest] }],
        }),
      ),
    ),
  })).blocks;

  test("offsets and positions agree with ProseMirror's own document", () => {
    const schema = getSchema([StarterKit]);
    fc.assert(
      fc.property(fc.tuple(textblock, anyBlock), ([first, rest]) => {
        const article = doc(first, ...rest);
        const node = Node.fromJSON(schema, article);
        const text = canonicalText(article);
        const blocks = textBlocks(article);
        expect(node.textBetween(0, node.content.size, "\n")).toBe(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const pos = positionOf(blocks, offset);
          expect(node.resolve(pos).parent.isTextblock).toBe(true);
          expect(offsetOf(blocks, pos)).toBe(offset);
          expect(node.textBetween(0, pos, "\n")).toBe(text.slice(0, offset));
        }
      }),
    );
  });
});
