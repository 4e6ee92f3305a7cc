import { describe, expect, test } from "vitest";
import { previewImport } from "@/lib/importing/preview";

const body = Array.from(
  { length: 8 },
  (_, i) =>
    `<p>Paragraph ${i + 1} says that the ministers of the two countries met, and that nothing of what they said was written down by those who were there.</p>`,
).join("\n");
const page = (head: string, attributes = 'lang="en-GB"') => `<!DOCTYPE html>
<html ${attributes}><head><title>Ministers of two countries meet | The Paper</title>${head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="sidebar"><p>Subscribe now</p></div>
<article><h1>Ministers of two countries meet</h1>${body}<script>steal()</script></article>
<footer><p>All rights reserved</p></footer></body></html>`;

describe("previewImport", () => {
  test("plain text", () =>
    expect(previewImport({ text: "\ufeffOne is\nhere.\n\nTwo." })).toEqual({
      document: {
        type: "doc",
        content: ["One is here.", "Two."].map((text) => ({
          type: "paragraph",
          content: [{ type: "text", text }],
        })),
      },
      text: "One is here.\nTwo.",
      paragraphs: 2,
      rule: "blank-line",
      healed: [{ kind: "wrap", before: "is\nhere.", after: "is here." }],
      language: "und",
      direction: "ltr",
      warnings: [],
    }));

  test("the rule that a person chose", () =>
    expect(previewImport({ text: "One is\nhere.\n\nTwo.", paragraphs: "line" })).toMatchObject({
      paragraphs: 3,
      rule: "line",
    }));

  test("an HTML fragment", () => {
    const preview = previewImport({ html: "<ul><li>قال الوزير<p>إن المرسوم يشمل الجميع</ul>" });
    expect(preview).toMatchObject({ paragraphs: 2, language: "ar", direction: "rtl", warnings: [] });
    expect(preview).not.toHaveProperty("rule");
  });

  test("a whole page: the article and what the page says of it", () => {
    const preview = previewImport({
      html: page(
        '<meta property="article:published_time" content="2014-06-09T23:30:00-04:00"><meta name="author" content="A. Writer">',
      ),
    });
    expect(preview).toMatchObject({
      title: "Ministers of two countries meet",
      byline: "A. Writer",
      publishedOn: "2014-06-09",
      language: "en",
      direction: "ltr",
    });
    expect(preview.text).toContain("Paragraph 1 says");
    expect(preview.text).toContain("Paragraph 8 says");
    expect(preview.text).not.toMatch(/Subscribe|rights reserved|World|steal/);
    expect(preview.warnings).toHaveLength(1);
  });

  test("JSON-LD tells the day and the author", () =>
    expect(
      previewImport({
        html: page(
          '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ministers of two countries meet","author":{"name":"B. Writer"},"datePublished":"2011-06-21T10:00:00Z"}</script>',
        ),
      }),
    ).toMatchObject({ byline: "B. Writer", publishedOn: "2011-06-21" }));

  test.each([
    ["no date", ""],
    ["a date that is none", '<meta name="date" content="2014-02-31">'],
    ["a date in words", '<meta name="date" content="9 June">'],
  ])("no publishedOn from %s", (_name, head) =>
    expect(previewImport({ html: page(head) })).not.toHaveProperty("publishedOn"),
  );

  test("the page's own direction and language win over the guess", () =>
    expect(previewImport({ html: page("", 'lang="ar" dir="rtl"') })).toMatchObject({
      language: "ar",
      direction: "rtl",
    }));

  test("a language tag that is none is not believed", () =>
    expect(previewImport({ html: page("", 'lang="english!"') }).language).toBe("en"));

  test.each([
    ["short", "<html><body><p>One.</p><p>Two.</p></body></html>"],
    ["of too many elements", `<html><body><p>One.</p><p>Two.${"<wbr>".repeat(10_000)}</p></body></html>`],
    ["with its tags never closed", "<!doctype html><head><title>T</title><body><p>One.<p>Two."],
    ["within a form", "<html><body><form><p>One.</p><p>Two.</p></form></body></html>"],
    ["deeply nested", `<html><body>${"<div>".repeat(50_000)}<p>One.</p><p>Two.</p>`],
  ])("a page %s keeps its text", (_name, html) => {
    expect(previewImport({ html }).text).toMatch(/^One\.\nTwo\./);
  });

  test.each([
    ["text", { text: " \n\u00a0" }, "empty_text"],
    ["HTML", { html: "<html><head><title>T</title></head><body></body></html>" }, "empty_text"],
    ["NUL", { text: "a\0" }, "ill_formed_text"],
    ["lone surrogate", { text: "a\udc00" }, "ill_formed_text"],
    ["escape", { text: "\u001b[0m" }, "ill_formed_text"],
    ["six million characters", { text: "a ".repeat(3_000_000) }, "too_large"],
    ["text that grows past the limit in NFC", { text: "\u0958".repeat(2_600_000) }, "too_large"],
  ])("refuses %s", (_name, source, code) =>
    expect(() => previewImport(source)).toThrow(expect.objectContaining({ code })),
  );

  test("says so when a page is taken whole", () => {
    const { warnings } = previewImport({
      html: `<html><body><p>One.</p>${"<wbr>".repeat(10_000)}</body></html>`,
    });
    expect(warnings).toEqual([expect.stringMatching(/^No article could be picked out/)]);
  });

  test("warns of characters that were lost before", () => {
    expect(previewImport({ text: "caf\ufffd" }).warnings).toHaveLength(1);
    expect(previewImport({ html: "<p>caf\ufffd" }).warnings).toHaveLength(1);
  });

  test("five million characters in one paragraph", () =>
    expect(previewImport({ text: "قال ".repeat(1_250_000) }).text).toHaveLength(4_999_999));
});
