import { getSchema } from "@tiptap/core";
import { DOMSerializer } from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ArticleText, MARK_ORDER } from "@/lib/editor/ArticleText";
import { articleExtensions } from "@/lib/editor/articleExtensions";
import { type ArticleDocument, articleDocument, type Block, type Mark } from "@/lib/text/document";

const schema = getSchema(articleExtensions);

function asTiptap(doc: ArticleDocument): string {
  const { document } = parseHTML("<!doctype html><body></body>");
  const host = document.createElement("div");
  const content = schema.nodeFromJSON(doc);
  content.check();
  DOMSerializer.fromSchema(schema).serializeFragment(content.content, { document }, host);
  return normal(host.innerHTML);
}

function asReact(doc: ArticleDocument): string {
  return normal(renderToStaticMarkup(<ArticleText document={doc} />));
}

/** Writes both markups with the same quoting, and without what the live view adds to a rule. */
function normal(html: string): string {
  const { document } = parseHTML(`<!doctype html><body>${html}</body>`);
  for (const rule of document.querySelectorAll("hr")) rule.removeAttribute("contenteditable");
  return document.body.innerHTML;
}

const text = (value: string, ...marks: Mark[]) => ({
  type: "text" as const,
  text: value,
  ...(marks.length > 0 && { marks }),
});
const p = (...content: ReturnType<typeof text>[]): Block => ({ type: "paragraph", content });
const link: Mark = { type: "link", attrs: { href: "https://example.org/a?b=1&c=2" } };

const cases: [string, Block[]][] = [
  ["plain text with markup in it", [p(text("a < b & c > \"d\" 'e'"))]],
  [
    "headings of every level",
    ([1, 2, 3, 4, 5, 6] as const).map((level) => ({
      type: "heading" as const,
      attrs: { level },
      content: [text(`Level ${level}`)],
    })),
  ],
  [
    "lists in lists, quotes and a rule",
    [
      {
        type: "bulletList",
        content: [
          {
            type: "listItem",
            content: [
              p(text("one")),
              { type: "orderedList", content: [{ type: "listItem", content: [p(text("inner"))] }] },
            ],
          },
        ],
      },
      { type: "horizontalRule" },
      { type: "blockquote", content: [p(text("quoted"))] },
    ],
  ],
  [
    "marks given in any order, shared by neighbours",
    [
      p(
        text("a", { type: "italic" }, { type: "bold" }),
        text("b", { type: "bold" }),
        text("c", { type: "bold" }, link),
        text("d", link),
        text("e", { type: "code" }),
        text("2", { type: "subscript" }, { type: "underline" }, { type: "strike" }),
        text("3", { type: "superscript" }),
      ),
    ],
  ],
];

describe("the server's text and Tiptap's", () => {
  test.each(cases)("have the same markup: %s", (_name, content) => {
    const doc: ArticleDocument = { type: "doc", content };
    expect(articleDocument.safeParse(doc).error).toBeUndefined();
    expect(asReact(doc)).toBe(asTiptap(doc));
  });

  test("nest marks in the schema's order", () => {
    expect(Object.keys(schema.marks)).toEqual(MARK_ORDER);
  });

  test("keep an unsafe link without its target", () => {
    const unsafe: Mark = { type: "link", attrs: { href: "javascript:alert(1)" } };
    const doc: ArticleDocument = { type: "doc", content: [p(text("x", unsafe))] };
    expect(asReact(doc)).toBe(asTiptap(doc));
    expect(asReact(doc)).not.toContain("javascript");
  });
});
