import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlToDocument } from "@/lib/importing/htmlToDocument";
import { ImportRefused } from "@/lib/importing/refused";
import { articleDocument, type Block, type ListItem } from "@/lib/text/document";

/** A document as a short line, so that the tables can be read: p(…) h2(…) quote[…] ul[li[…]] hr, marks as <b>. */
function short(node: Block | ListItem): string {
  if (node.type === "horizontalRule") return "hr";
  if (node.type === "paragraph" || node.type === "heading") {
    const text = node.content
      .map(({ text, marks = [] }) =>
        marks.reduce(
          (inner, mark) => `<${mark.type === "link" ? `link ${mark.attrs.href}` : mark.type}>${inner}</>`,
          text,
        ),
      )
      .join("");
    return `${node.type === "heading" ? `h${node.attrs.level}` : "p"}(${text})`;
  }
  const names = { blockquote: "quote", bulletList: "ul", orderedList: "ol", listItem: "li" };
  return `${names[node.type]}[${node.content.map(short).join(" ")}]`;
}
const read = (html: string) => htmlToDocument(html).document.content.map(short).join(" ");

/** These take well under a second on an idle machine (milliseconds). */
const SLOW_MACHINE = 30_000;

describe("htmlToDocument: structure", () => {
  test.each([
    ["bare text", "one", "p(one)"],
    ["paragraphs", "<p>one</p>\n<p>two", "p(one) p(two)"],
    ["a break parts", "<p>one<br>two<br/><br>three</p>", "p(one) p(two) p(three)"],
    ["divs and text between", "a<div>b<div>c</div>d</div>e", "p(a) p(b) p(c) p(d) p(e)"],
    ["white space collapses", "<p>  one \n\t two <b> three</b> </p>", "p(one two <bold>three</>)"],
    ["no-break space stays", "<p>490&nbsp;people&#x2009;.</p>", "p(490\u00a0people\u2009.)"],
    ["a paragraph of no-break space goes", "<p>a</p><p>&nbsp;</p><p>b</p>", "p(a) p(b)"],
    ["headings", "<h1>A</h1><h6>B<br>C</h6>", "h1(A) h6(B) h6(C)"],
    ["nested marks", "<p>a<b>b<i>c</i></b></p>", "p(a<bold>b</><italic><bold>c</></>)"],
    ["equal neighbours join", "<b>a</b><strong>b</strong><b><b>c</b></b>", "p(<bold>abc</>)"],
    [
      "every mark",
      "<s>a</s><u>b</u><sub>c</sub><sup>d</sup><code>e</code>",
      "p(<strike>a</><underline>b</><subscript>c</><superscript>d</><code>e</>)",
    ],
    ["code beside another mark", "<b><code>a</code></b>", "p(<bold>a</>)"],
    ["block inside inline", "<b>a<p>b</p>c</b>", "p(<bold>a</>) p(<bold>b</>) p(<bold>c</>)"],
    ["crossed tags", "<b>a<i>b</b>c</i>", "p(<bold>a</><italic><bold>b</></>c)"],
    ["links", '<a href="https://a.example/x?y=1&amp;z=2">a</a>', "p(<link https://a.example/x?y=1&z=2>a</>)"],
    [
      "unsafe links",
      '<a href="javascript:alert(1)">a</a><a href="/b">b</a><a href="//c.example">c</a><a href="java&#9;script:x">d</a>',
      "p(abcd)",
    ],
    ["lists", "<ul><li>a<li>b<ol><li>c</ol></ul>", "ul[li[p(a)] li[p(b) ol[li[p(c)]]]]"],
    ["a list right inside a list", "<ul><li>a</li><ul><li>b</li></ul></ul>", "ul[li[p(a) ul[li[p(b)]]]]"],
    ["an item that starts with a list", "<ul><li><ul><li>a</li></ul>b</li></ul>", "ul[li[p(a) p(b)]]"],
    ["an item that starts with a heading", "<ul><li><h2>a</h2><h3>b</h3></li></ul>", "ul[li[p(a) h3(b)]]"],
    [
      "an item that starts with a rule and a quote",
      "<ul><li><hr><blockquote>a</blockquote></li></ul>",
      "ul[li[p(a)]]",
    ],
    ["empty items and lists go", "<ul><li> </li></ul><ol></ol><blockquote> </blockquote>x", "p(x)"],
    ["items without a list", "<li>a</li><li>b</li>", "p(a) p(b)"],
    ["quotes and rules", "<blockquote>a<p>b</p></blockquote><hr>c", "quote[p(a) p(b)] hr p(c)"],
    [
      "a table: a paragraph per cell",
      "<table><caption>t<tr><th>a<td>b<tr><td>c<p>d</table>",
      "p(t) p(a) p(b) p(c) p(d)",
    ],
    [
      "definition lists and figures",
      "<dl><dt>a<dd>b</dl><figure><img src=x><figcaption>c</figure>",
      "p(a) p(b) p(c)",
    ],
    ["pre keeps spaces, its newlines part", "<pre>a  b\nc</pre>", "p(a  b) p(c)"],
    ["q is drawn with its marks", "<p>He said <q>no</q>.", "p(He said “no”.)"],
    ["entities", "&lt;b&gt; &amp;amp; &eacute; &#128512;", "p(<b> &amp; é 😀)"],
    ["control references", "a&#0;b&#1;c&#xD800;d", "p(a\ufffdbc\ufffdd)"],
    ["separators inside text", "a\u2028b&#x85;c\u000bd", "p(a b…c d)"],
    ["NFC", "e\u0301", "p(é)"],
    ["a combining mark behind a mark's start", "<p>e<b>\u0301a</b></p>", "p(é<bold>a</>)"],
    ["a combining mark alone in its mark", "<p>e<b>\u0301</b>a</p>", "p(éa)"],
    ["Hangul parted by a mark", "<p>\u1112<b>\u1161\u11ab</b></p>", "p(한)"],
    ["right to left", '<p dir="rtl">قال <b>الرئيس</b></p>', "p(قال <bold>الرئيس</>)"],
    ["Google Docs' wrapper", '<b style="font-weight:normal"><p>a</p></b>', "p(a)"],
    [
      "the Windows clipboard",
      "Version:0.9\r\n<html><body>\r\n<!--StartFragment--><p>a</p><!--EndFragment--></body></html>",
      "p(a)",
    ],
  ])("%s", (_name, html, expected) => expect(read(html)).toBe(expected));
});

describe("htmlToDocument: hostile input", () => {
  test.each([
    [
      "script, style, template",
      "a<script>x</script><style>x</style><template>x</template><noscript>x</noscript>",
      "p(a)",
    ],
    ["script never closed", "a<script>x<p>y", "p(a)"],
    ["split script", "a<scr<script>x</script>ipt>b", "p(axipt>b)"],
    ["handlers and styles", '<p onclick="x" style="color:red">a<img src=x onerror=alert(1)></p>', "p(a)"],
    ["svg and math", "a<svg><text>x</text><script>y</script></svg><math><mi>x</mi></math>b", "p(ab)"],
    ["iframe, object, video", "a<iframe>x</iframe><object>x</object><video>x</video>b", "p(ab)"],
    [
      "form controls",
      "<form>a<input value=x><textarea>x</textarea><select><option>x</select><button>x</button></form>",
      "p(a)",
    ],
    [
      "hidden text",
      'a<p hidden>x</p><div style="display: none">x<p>y</p></div><span style="color:red;visibility:hidden">x</span>',
      "p(a)",
    ],
    ["comments", "a<!-- x --><!--[if mso]>x<![endif]-->b<!-->c", "p(abc)"],
    ["noscript trick", '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', ""],
    ["raw elements the parsers read differently", "a<xmp><b>x</b></xmp><noembed>x</noembed>b", "p(ab)"],
    ["prototype names", "<constructor>a</constructor><__proto__>b", "p(a<__proto__>b)"],
    ["tags never closed", "<p>a<b>b<u class", "p(a<bold>b</>)"],
  ])("%s", (_name, html, expected) => {
    if (expected === "") expect(() => read(html)).toThrow(ImportRefused);
    else expect(read(html)).toBe(expected);
  });

  test.each([
    ["divs", `${"<div>".repeat(100_000)}deep${"</div>".repeat(100_000)}after`, "p(deep) p(after)"],
    ["divs in a raw element", `a<xmp>${"<div>".repeat(100_000)}</xmp>b`, "p(ab)"],
    ["marks never closed", `a${"<b>".repeat(100_000)}b`, "p(a<bold>b</>)"],
    ["tables", `${"<table><tr><td>".repeat(30_000)}x`, "p(x)"],
    ["paragraphs never closed", `${"<p>".repeat(1_000)}a<p>b`, "p(a) p(b)"],
    ["deep paragraphs still part", `${"<div>".repeat(500)}<p>a</p><p>b</p>`, "p(a) p(b)"],
    ["a script too deep to be a tag", `${"<div>".repeat(500)}a<script>x</script>b`, "p(ab)"],
  ])("a hundred thousand %s", (_name, html, expected) => expect(read(html)).toBe(expected), SLOW_MACHINE);

  test("lists and quotes deeper than a document may be keep their text, in order", () => {
    const { document, text } = htmlToDocument(`${"<ul><li>a".repeat(30)}${"<blockquote>b".repeat(30)}`);
    expect(articleDocument.safeParse(document).success).toBe(true);
    expect(text).toBe([..."a".repeat(30), ..."b".repeat(30)].join("\n"));
  });

  test.each([
    ["nothing", "", "empty_text"],
    ["only markup", "<p><img></p><hr>", "empty_text"],
    ["NUL", "<p>a\0b", "ill_formed_text"],
    ["lone surrogate", "<p>a\ud800", "ill_formed_text"],
    ["too long", "a".repeat(5_000_001), "too_large"],
  ])("refuses %s", (_name, html, code) => {
    expect(() => htmlToDocument(html)).toThrow(expect.objectContaining({ name: "ImportRefused", code }));
  });

  const soup = fc.array(
    fc.oneof(
      fc.constantFrom(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<ul>",
        "<li>",
        "</ul>",
        "<ol>",
        "</ol>",
        "<blockquote>",
        "</blockquote>",
      ),
      fc.constantFrom(
        "<h2>",
        "</h2>",
        "<br>",
        "<hr>",
        "<table>",
        "<td>",
        "</table>",
        "<pre>",
        "</pre>",
        "<a href='https://a.example'>",
        "</a>",
        "<code>",
      ),
      fc.constantFrom(
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<svg>",
        "</svg>",
        "<",
        ">",
        "&",
        "&nbsp;",
        "&#x301;",
        "\n",
        "é",
        "e\u0301",
        "\u1161",
        "👩‍👩‍👧",
      ),
      fc.string({ unit: "binary", maxLength: 3 }).map((text) => text.toWellFormed().replace(/\p{Cc}/gu, "")),
    ),
    { maxLength: 40 },
  );
  test("any soup of tags gives a document that passes the schema, or has no text", () =>
    fc.assert(
      fc.property(soup, (parts) => {
        try {
          const { document, text } = htmlToDocument(parts.join(""));
          expect(articleDocument.safeParse(document).error).toBeUndefined();
          expect(text).toBe(text.normalize("NFC"));
        } catch (error) {
          expect(error).toMatchObject({ name: "ImportRefused", code: "empty_text" });
        }
      }),
      { numRuns: 1_000 },
    ));
});
