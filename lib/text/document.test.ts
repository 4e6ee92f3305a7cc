import { describe, expect, test } from "vitest";
import { articleDocument } from "@/lib/text/document";

const text = (value: string, ...marks: object[]) => ({
  type: "text",
  text: value,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const doc = (...content: unknown[]) => ({ type: "doc", content });
const item = (...content: object[]) => ({ type: "listItem", content });
const link = (href: string) => ({ type: "link", attrs: { href } });

function nested(levels: number): object {
  let inner: object = paragraph(text("deep"));
  for (let i = 0; i < levels; i++) inner = { type: "blockquote", content: [inner] };
  return doc(inner);
}

describe("articleDocument", () => {
  test.each([
    ["one paragraph", doc(paragraph(text("a")))],
    [
      "every mark",
      doc(paragraph(text("a", { type: "bold" }, { type: "superscript" }, link("https://a.example/b")))),
    ],
    ["mailto", doc(paragraph(text("a", link("mailto:desk@example.org"))))],
    ["code alone", doc(paragraph(text("a", { type: "code" })))],
    [
      "heading, rule, quote",
      doc(
        { type: "heading", attrs: { level: 6 }, content: [text("h")] },
        { type: "horizontalRule" },
        { type: "blockquote", content: [paragraph(text("q"))] },
      ),
    ],
    [
      "nested list",
      doc({
        type: "bulletList",
        content: [item(paragraph(text("a")), { type: "orderedList", content: [item(paragraph(text("b")))] })],
      }),
    ],
    ["sixteen levels", nested(13)],
    ["no-break and thin spaces", doc(paragraph(text("490\u00a0people\u2009.")))],
  ])("accepts %s", (_name, value) => expect(articleDocument.safeParse(value).error).toBeUndefined());

  test.each([
    ["nothing", undefined],
    ["an empty document", doc()],
    ["an empty paragraph", doc(paragraph())],
    ["a paragraph without content", doc({ type: "paragraph" })],
    ["empty text", doc(paragraph(text("")))],
    ["only white space", doc(paragraph(text(" \u00a0")))],
    ["unknown node", doc({ type: "image", attrs: { src: "x" } })],
    ["hard break", doc(paragraph(text("a"), { type: "hardBreak" }))],
    ["unknown mark", doc(paragraph(text("a", { type: "highlight" })))],
    ["unknown attribute of a node", doc({ ...paragraph(text("a")), attrs: { style: "x" } })],
    [
      "unknown attribute of a link",
      doc(paragraph(text("a", { type: "link", attrs: { href: "https://a.example", onclick: "x" } }))),
    ],
    ["unknown key", doc({ ...paragraph(text("a")), extra: 1 })],
    ["level 7", doc({ type: "heading", attrs: { level: 7 }, content: [text("h")] })],
    ["level 1.5", doc({ type: "heading", attrs: { level: 1.5 }, content: [text("h")] })],
    ["script link", doc(paragraph(text("a", link("javascript:alert(1)"))))],
    ["script link behind a tab", doc(paragraph(text("a", link("java\tscript:alert(1)"))))],
    ["data link", doc(paragraph(text("a", link("data:text/html,x"))))],
    ["relative link", doc(paragraph(text("a", link("/b"))))],
    ["link that does not parse", doc(paragraph(text("a", link("http://["))))],
    ["the same mark twice", doc(paragraph(text("a", { type: "bold" }, { type: "bold" })))],
    ["code with another mark", doc(paragraph(text("a", { type: "code" }, { type: "bold" })))],
    ["NUL", doc(paragraph(text("a\0")))],
    ["lone surrogate", doc(paragraph(text("a\ud800")))],
    ["line feed in text", doc(paragraph(text("a\nb")))],
    ["line separator in text", doc(paragraph(text("a\u2028b")))],
    ["text that is not NFC", doc(paragraph(text("e\u0301")))],
    ["text that is not NFC once joined", doc(paragraph(text("e"), text("\u0301", { type: "bold" })))],
    [
      "item that starts with a list",
      doc({
        type: "bulletList",
        content: [item({ type: "bulletList", content: [item(paragraph(text("b")))] })],
      }),
    ],
    ["paragraph in a list", doc({ type: "bulletList", content: [paragraph(text("a"))] })],
    ["seventeen levels", nested(14)],
    ["a hundred thousand levels", nested(100_000)],
    ["too long", doc(paragraph(text("a".repeat(2_500_000))), paragraph(text("b".repeat(2_500_000))))],
  ])("refuses %s", (_name, value) => expect(articleDocument.safeParse(value).success).toBe(false));
});
