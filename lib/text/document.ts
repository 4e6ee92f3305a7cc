import { z } from "zod";
import { illFormed } from "@/lib/text/wellformed";

/** The longest article text Stet stores, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 5_000_000;
/** How many levels a document may have, `doc` and text nodes included. */
export const MAX_DEPTH = 16;
const MAX_HREF_LENGTH = 2_048;

const plainMark = z.strictObject({
  type: z.enum(["bold", "italic", "underline", "strike", "code", "subscript", "superscript"]),
});
const linkMark = z.strictObject({
  type: z.literal("link"),
  attrs: z.strictObject({ href: z.string().refine(isSafeHref, "A link must be http, https or mailto.") }),
});
const marks = z
  .array(z.discriminatedUnion("type", [plainMark, linkMark]))
  .min(1)
  .refine((list) => new Set(list.map((m) => m.type)).size === list.length, "A mark may be given once.")
  // Tiptap's code mark excludes every other; a document that says otherwise would not load unchanged.
  .refine((list) => list.length === 1 || list.every((m) => m.type !== "code"), "Code stands alone.");

const textNode = z.strictObject({
  type: z.literal("text"),
  text: z
    .string()
    .min(1)
    .superRefine((text, context) => {
      const reason = illFormed(text)?.message;
      if (reason) context.addIssue(reason);
    })
    // A break inside a text node would move every offset that follows it.
    .refine((text) => !/[\n\r\u2028\u2029]/.test(text), "A text node holds no line break."),
  marks: marks.optional(),
});

const inline = z
  .array(textNode)
  .min(1)
  // Checked over the joined nodes: a combining mark may stand at the start of a node, behind a mark boundary.
  .refine((nodes) => {
    const joined = nodes.map((node) => node.text).join("");
    return joined.normalize("NFC") === joined;
  }, "The text is not in Unicode Normalization Form C.");

const paragraph = z.strictObject({ type: z.literal("paragraph"), content: inline });
const heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level: z.int().min(1).max(6) }),
  content: inline,
});
const horizontalRule = z.strictObject({ type: z.literal("horizontalRule") });

export type TextNode = z.infer<typeof textNode>;
export type Mark = z.infer<typeof marks>[number];
export type Textblock = z.infer<typeof paragraph> | z.infer<typeof heading>;
export type ListItem = { type: "listItem"; content: Block[] };
export type List = { type: "bulletList" | "orderedList"; content: ListItem[] };
export type Blockquote = { type: "blockquote"; content: Block[] };
export type Block = Textblock | List | Blockquote | z.infer<typeof horizontalRule>;
/** The Tiptap JSON of an article: see {@link articleDocument} for what it promises. */
export type ArticleDocument = { type: "doc"; content: Block[] };

const blocks: z.ZodType<Block[]> = z.lazy(() => z.array(block).min(1));
const listItem: z.ZodType<ListItem> = z.strictObject({
  type: z.literal("listItem"),
  // Tiptap's list item is `paragraph block*`.
  content: blocks.refine((list) => list[0]?.type === "paragraph", "A list item starts with a paragraph."),
});
const block = z.discriminatedUnion("type", [
  paragraph,
  heading,
  horizontalRule,
  z.strictObject({ type: z.literal("blockquote"), content: blocks }),
  z.strictObject({ type: z.enum(["bulletList", "orderedList"]), content: z.array(listItem).min(1) }),
]);

/**
 * Checks the Tiptap JSON of an article. A document that passes has only known nodes, marks and attributes; at most
 * {@link MAX_DEPTH} levels; text in every textblock, well formed, NFC and without line breaks; and between 1 and
 * {@link MAX_TEXT_LENGTH} UTF-16 units of canonical text that is not all white space.
 */
export const articleDocument: z.ZodType<ArticleDocument> = z
  .unknown()
  // Before the recursive part, so that hostile nesting cannot exhaust the stack.
  .refine((value) => !isDeeperThan(value, MAX_DEPTH), {
    message: `The document is nested deeper than ${MAX_DEPTH} levels.`,
    abort: true,
  })
  .pipe(z.strictObject({ type: z.literal("doc"), content: blocks }))
  .superRefine((doc, context) => {
    const { length, hasInk } = measure(doc);
    if (length > MAX_TEXT_LENGTH) context.addIssue(`The text is longer than ${MAX_TEXT_LENGTH} characters.`);
    if (!hasInk) context.addIssue("The document has no text.");
  });

/** Whether a link's target may be kept: absolute http, https or mailto, without white space or controls. */
export function isSafeHref(href: string): boolean {
  if (href.length > MAX_HREF_LENGTH || !/^(https?:\/\/|mailto:)[^\s\p{Cc}\p{Surrogate}]+$/iu.test(href))
    return false;
  return URL.canParse(href);
}

function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((node) =>
      typeof node === "object" && node !== null && "content" in node && Array.isArray(node.content)
        ? node.content
        : [],
    );
  }
  return false;
}

/** Length of the canonical text, and whether any of it is visible. Depth is already capped here. */
function measure(doc: ArticleDocument): { length: number; hasInk: boolean } {
  let length = -1;
  let hasInk = false;
  const visit = (node: Block | ListItem): void => {
    if (node.type === "paragraph" || node.type === "heading") {
      length += 1;
      for (const { text } of node.content) {
        length += text.length;
        hasInk ||= /\S/.test(text);
      }
    } else if (node.type !== "horizontalRule") node.content.forEach(visit);
  };
  doc.content.forEach(visit);
  return { length, hasInk };
}
