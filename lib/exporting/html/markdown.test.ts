import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdown } from "@/lib/exporting/html/markdown";

const rendered = (text: string, parent?: number) =>
  markdown(text, parent).source.replace(/^<div class="prose">|<\/div>$/g, "");

test.each([
  [
    "**bold** *it* ~~no~~ `co<de`",
    '<p dir="auto"><strong>bold</strong> <em>it</em> <del>no</del> <code>co&lt;de</code></p>',
  ],
  ["a <b>tag</b>", '<p dir="auto">a &lt;b&gt;tag&lt;/b&gt;</p>'],
  ["<script>alert(1)</script>", '<p dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ["<pre>**raw**</pre>", '<p dir="auto">&lt;pre&gt;**raw**&lt;/pre&gt;</p>'],
  ["- one\n- two", '<ul><li dir="auto">one</li><li dir="auto">two</li></ul>'],
  ["3. c\n4. d", '<ol start="3"><li dir="auto">c</li><li dir="auto">d</li></ol>'],
  ["- [x] done", '<ul><li dir="auto">☑ done</li></ul>'],
  [
    "[x](https://a.example/?b=1&c)",
    '<p dir="auto"><a href="https://a.example/?b=1&amp;c" rel="noopener noreferrer"><bdi>x</bdi></a></p>',
  ],
  ["[x](javascript:alert(1))", '<p dir="auto"><span>x</span></p>'],
  ["[x](JaVaScRiPt:alert(1))", '<p dir="auto"><span>x</span></p>'],
  ["[x](data:text/html,hi)", '<p dir="auto"><span>x</span></p>'],
  ["[x](//evil.example)", '<p dir="auto"><span>x</span></p>'],
  ['![seal](https://a.example/x.png "t")', '<p dir="auto"><em>[picture: seal]</em></p>'],
  [
    '[q](https://a.example/"onclick=x)',
    '<p dir="auto"><a href="https://a.example/&quot;onclick=x" rel="noopener noreferrer"><bdi>q</bdi></a></p>',
  ],
])("%j", (text, expected) => expect(rendered(text)).toBe(expected));

test("headings stand below their place in the page, and none is skipped", () => {
  expect([...rendered("### a\n\n# b\n\n###### c", 2).matchAll(/<h(\d)/g)].map((m) => m[1])).toEqual([
    "3",
    "3",
    "4",
  ]);
});

describe("hostile Markdown is shown as text, soon and in one way", () => {
  test.each([
    ["quotes in quotes", `${">".repeat(5000)}x`],
    ["lists in lists", `${"- ".repeat(5000)}x`],
    ["unpaired emphasis", `${"**a *b ".repeat(1500)}${"c* d**".repeat(1500)}`],
    ["unclosed brackets", "[".repeat(20_000)],
    ["unclosed tags", "<a ".repeat(20_000)],
  ])("%s", (_name, text) => {
    expect(rendered(text)).toMatch(/^<p dir="auto">[^<]*<\/p>$/);
  });

  test("whatever is written, only our elements come out", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "&",
      "[",
      "](",
      ")",
      "`",
      "*",
      "_",
      "\n",
      "- ",
      "> ",
      "# ",
      "|",
      "<script>",
      "<a href=x onclick=y>",
      "javascript:",
      "https://x.example",
      "\\",
      "&#60;",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const tags = rendered(pieces.join("")).match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<\/?(p|ul|ol|li|em|strong|del|code|pre|span|bdi|blockquote|h[1-6]|hr|br|table|thead|tbody|tr|th|td|a)( (dir="auto"|start="\d+"|scope="col"|href="(https?:|mailto:)[^"]*"|rel="noopener noreferrer"))*>$/,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
