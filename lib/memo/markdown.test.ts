import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdown as shown } from "@/lib/exporting/html/markdown";
import { memoSchema } from "./extensions";
import { memoFromMarkdown } from "./fromMarkdown";
import { memoToMarkdown } from "./toMarkdown";

const textOf = (json: object): string => memoSchema().nodeFromJSON(json).textContent;

describe("Markdown that stays as it is on its way through the editor", () => {
  test.each([
    ["words & signs: 1 < 2, a_b, 5 % and Smith & Co"],
    [
      "# One\n\n## Two\n\nText with **bold**, *italic*, ~~gone~~, `code` and [a link](https://example.org/a?b=c).",
    ],
    ["**bold with** **_both_** **inside** and then"],
    ["- one\n- two\n  - under two\n- three"],
    ["3. three\n4. four"],
    ["- first\n\n  its second paragraph\n\n- second"],
    ["> quoted\n>\n> again\n\nafter"],
    ["```js\nconst a = `x`;\n```"],
    ["before\n\n---\n\nafter"],
    ["- a\n\n* b"],
  ])("%j", (text) => {
    const document = memoFromMarkdown(text);
    expect(memoToMarkdown(document)).toBe(text);
  });
});

test.each([
  ["a table", "| a | b |\n|---|---|\n| 1 | 2 |"],
  ["a picture", "![a picture](https://example.org/a.png)"],
  ["markup", '<b>bold</b> <script>alert("x")</script>'],
  ["a task list", "- [ ] open\n- [x] done"],
  ["a link that leads nowhere safe", "[click](javascript:alert(1))"],
  ["deep nesting", `${"> ".repeat(400)}deep`],
  ["many marks", "*a **b ".repeat(2_000)],
])("%s keeps its words, and fits the schema", (_, text) => {
  const document = memoFromMarkdown(text);
  memoSchema().nodeFromJSON(document).check();
  const words = (from: string): string[] => from.match(/\w+/g) ?? [];
  const kept = words(textOf(document));
  const gone = words(text).filter((word) => !kept.includes(word));
  expect(gone.filter((word) => !["javascript", "alert", "1"].includes(word))).toEqual([]);
  expect(JSON.stringify(document)).not.toContain('"javascript:');
});

const letters = fc.stringMatching(/^[a-zء-ي😀é]{1,6}$/u);
const sign = fc.constantFrom(
  ...["#", "-", "1.", "*", "**", "_", "[x]", "](y)", "<b>", "&amp;", "`", "~~", "|", "+", ">", "\\", "==="],
);
const words = (of: fc.Arbitrary<string>) =>
  fc.array(of, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
const span = fc.oneof(
  fc.record({ text: words(fc.oneof(letters, sign)), marks: fc.constant<string[]>([]) }),
  // Signs at the edge of a mark are what CommonMark's flanking rules cannot always tell apart.
  fc.record({ text: words(letters), marks: fc.subarray<string>(["bold", "italic", "strike"]) }),
);
const inline = fc.array(span, { minLength: 1, maxLength: 4 }).map((spans) =>
  // Words of another mark stand apart: where marks touch, Markdown itself cannot say which is which.
  spans.map(({ text, marks }, i) => ({
    ...{ type: "text", text: `${i ? " " : ""}${text}`, marks: marks.map((type) => ({ type })) },
  })),
);
const paragraph = inline.map((content) => ({ type: "paragraph", content }));
const { block } = fc.letrec<{ block: object; item: object }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.array(tie("block"), { maxLength: 2, depthIdentifier: "memo" }))
    .map(([first, rest]) => ({ type: "listItem", content: [first, ...rest] })),
  block: fc.oneof(
    { depthIdentifier: "memo", maxDepth: 3 },
    paragraph,
    fc.record({ level: fc.integer({ min: 1, max: 6 }), content: inline }).map(({ level, content }) => ({
      ...{ type: "heading", attrs: { level }, content },
    })),
    fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map((content) => ({ type: "bulletList", content })),
    fc
      .array(tie("item"), { minLength: 1, maxLength: 3 })
      .map((content) => ({ type: "orderedList", content })),
    fc
      .array(tie("block"), { minLength: 1, maxLength: 3 })
      .map((content) => ({ type: "blockquote", content })),
  ),
}));

/** The words that a page of the report shows, without white space. */
function wordsShown(memo: string): string {
  const text = shown(memo)
    .source.replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? "");
  return text.replace(/\s+/g, "");
}
const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

test("any document keeps its words in Markdown, whatever signs are in them", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (content) => {
      const document = { type: "doc", content };
      expect(wordsShown(memoToMarkdown(document))).toBe(textOf(document).replace(/\s+/g, ""));
    }),
    { numRuns: 300 },
  );
});

test("what the memo says is what the export shows", () => {
  const content = [{ type: "paragraph", content: [{ type: "text", text: "Smith & Co <b> *x* [y] 1 < 2" }] }];
  expect(shown(memoToMarkdown({ type: "doc", content })).source).toContain(
    "Smith &amp; Co &lt;b&gt; *x* [y] 1 &lt; 2",
  );
});
