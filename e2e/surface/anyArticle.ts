import fc from "fast-check";
import { type ArticleDocument, articleDocument, type Block, type TextNode } from "@/lib/text/document";

/** Words and signs that have gone wrong somewhere: whole families, marks that stand on a neighbour, digits in Arabic. */
const PIECES = [
  ..."ab".split(""),
  ...["word ", " ", "  ", "The Council, ", "freed 40.5 % ", "“said” ", "\u00a0", "\u2009"],
  ...["👩‍👩‍👧", "🇫🇷", "👍🏽 ", "👩\u200d", "q\u0301", "\u20dd", "हि ", "각"],
  ...["قال ", "المسؤول", "لَ", " 490 ", "إن Obama ", "٤٩٠", "، ", "שלום "],
] as const;

const MARKS = ["bold", "italic", "underline", "strike", "subscript", "superscript"] as const;

const run: fc.Arbitrary<TextNode> = fc
  .record({
    text: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((parts) => parts.join("")),
    marks: fc.uniqueArray(fc.constantFrom(...MARKS), { maxLength: 2 }),
    special: fc.constantFrom("none", "none", "none", "link", "code"),
  })
  .map(({ text, marks, special }): TextNode => {
    if (special === "code") return { type: "text", text, marks: [{ type: "code" }] };
    const plain = marks
      .filter((type) => type !== "superscript" || !marks.includes("subscript"))
      .map((type) => ({ type }));
    const link = { type: "link" as const, attrs: { href: "https://stet.example/a" } };
    const all = special === "link" ? [link, ...plain] : plain;
    return all.length > 0 ? { type: "text", text, marks: all } : { type: "text", text };
  });

const inline = fc.array(run, { minLength: 1, maxLength: 4 });
const paragraph: fc.Arbitrary<Block> = inline.map((content) => ({ type: "paragraph", content }));
const heading: fc.Arbitrary<Block> = fc
  .tuple(inline, fc.integer({ min: 1, max: 6 }))
  .map(([content, level]) => ({ type: "heading", attrs: { level }, content }));
const rule: fc.Arbitrary<Block> = fc.constant({ type: "horizontalRule" });

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: paragraph },
    { weight: 2, arbitrary: heading },
    { weight: 1, arbitrary: rule },
    {
      weight: 2,
      arbitrary: fc
        .array(tie("block"), { minLength: 1, maxLength: 3 })
        .map((content): Block => ({ type: "blockquote", content })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom("bulletList" as const, "orderedList" as const),
          fc.array(fc.tuple(paragraph, fc.array(tie("block"), { maxLength: 2 })), {
            minLength: 1,
            maxLength: 3,
          }),
        )
        .map(
          ([type, items]): Block => ({
            type,
            content: items.map(([first, rest]) => ({ type: "listItem", content: [first, ...rest] })),
          }),
        ),
    },
  ),
}));

/** Articles of every shape the import may store: what the schema would refuse is not among them. */
export const anyArticle: fc.Arbitrary<ArticleDocument> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content): ArticleDocument => ({ type: "doc", content }))
  .filter((document) => articleDocument.safeParse(document).success);
