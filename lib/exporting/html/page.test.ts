import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { draftSample, HOSTILE, sampleSnapshot, signedSample } from "@/lib/exporting/fixture";
import { embeddedJson } from "@/lib/exporting/html/embedded";
import { HTML_EDITION, renderHtml } from "@/lib/exporting/html/page";
import { sha256Hex } from "@/lib/journal/canonical";

type Element = { name: string; attributes: Record<string, string>; text: string };
const VOID = new Set(["meta", "hr", "br"]);

/** Every element of a page, with its text; fails on an end tag that closes nothing or something else. */
function elementsOf(page: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag(name, attributes, implied) {
      expect(implied, `${name} was implied`).toBe(false);
      const element = { name, attributes, text: "" };
      found.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag(name, implied) {
      expect(implied && !VOID.has(name), `${name} was never closed`).toBe(false);
      expect(open.pop()?.name).toBe(name);
    },
  });
  parser.end(page);
  expect(open).toEqual([]);
  return found;
}

describe.each([
  ["signed", signedSample],
  ["draft", draftSample],
])("the %s page", (status, envelope) => {
  const page = renderHtml(envelope);
  const elements = elementsOf(page);
  const named = (name: string) => elements.filter((element) => element.name === name);

  test("is inert: no script but the data, no handlers, nothing fetched", () => {
    expect(named("script").map((s) => s.attributes)).toEqual([
      { type: "application/json", id: "stet-report" },
    ]);
    for (const { name, attributes } of elements) {
      expect(["img", "iframe", "object", "embed", "link", "form", "base", "svg"]).not.toContain(name);
      for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^on|^style$|^src/);
    }
    for (const { attributes } of named("a")) expect(attributes.href).toMatch(/^(#|https?:|mailto:)/);
    expect(named("style")[0]?.text).not.toMatch(/url\(|@import/);
  });

  test("links lead to one place each", () => {
    const ids = elements.map((e) => e.attributes.id).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    const inner = named("a")
      .map((a) => a.attributes.href ?? "")
      .filter((href) => href.startsWith("#"));
    expect(inner.length).toBeGreaterThan(20);
    for (const href of inner) expect(ids).toContain(href.slice(1));
    for (const { attributes } of elements) {
      if (attributes["aria-labelledby"]) expect(ids).toContain(attributes["aria-labelledby"]);
    }
  });

  test("marks every passage, overlapping or crossing paragraphs, without losing a character", () => {
    const visible = page.replace(/<span class="sr"[^>]*>[^<]*<\/span>|<a class="ref.*?<\/a>/gs, "");
    const blocks = elementsOf(visible);
    for (const { revision } of sampleSnapshot.articles) {
      for (const line of revision.text.split("\n")) {
        expect(
          blocks.some((e) => /^(p|h[3-6])$/.test(e.name) && e.text === line),
          line,
        ).toBe(true);
      }
    }
    const marks = blocks.filter((e) => e.name === "mark").map((e) => e.text);
    expect(marks).toContain("a general amnesty");
    expect(marks).toContain("4,500 ");
  });

  test("its headings never skip a level", () => {
    const levels = elements.filter((e) => /^h[1-6]$/.test(e.name)).map((e) => Number(e.name.slice(1)));
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
  });

  test("shows hostile text as it was written, isolated from the page's own words", () => {
    const shown = elements.filter((e) => e.text === HOSTILE);
    expect(shown.length).toBeGreaterThan(0);
    expect(named("bdi").some((e) => e.text === `Syrian amnesties ${HOSTILE}`)).toBe(true);
    // A right-to-left override stands only where an element of its own ends what it began.
    for (const e of elements.filter((e) => /^(dt|b|label)$/.test(e.name)))
      expect(e.text).not.toContain("\u202e");
  });

  test("carries its envelope", () => expect(JSON.parse(embeddedJson(page) ?? "")).toEqual(envelope));

  test("says what it is", () => {
    const draftNotes = elements.filter((e) => /^draft-|^watermark$/.test(e.attributes.class ?? ""));
    expect(draftNotes.length).toBe(status === "draft" ? 2 + sampleSnapshot.articles.length : 0);
    expect(
      page.includes("Tom Reviewer, 1 March 2026") ||
        page.includes("<bdi>Tom Reviewer</bdi>, 1 March 2026, 09:15:30.250 UTC"),
    ).toBe(status === "signed");
  });
});

test("an article keeps its own direction and language; the notes keep the page's", () => {
  const elements = elementsOf(renderHtml(signedSample));
  const texts = elements.filter((e) => e.attributes.class === "text").map((e) => e.attributes);
  expect(texts).toEqual([
    { class: "text", dir: "ltr", lang: "en" },
    { class: "text", dir: "rtl", lang: "ar" },
  ]);
  for (const e of elements.filter((e) => e.attributes.class === "notes")) {
    expect(e.attributes).toMatchObject({ dir: "ltr", lang: "en" });
  }
});

test("both ends of a contradiction name the other, and an apparent one cannot pass for a direct one", () => {
  const elements = elementsOf(renderHtml(signedSample));
  const links = elements.filter((e) => e.attributes.class === "link contradicts").map((e) => e.text);
  expect(links).toHaveLength(4);
  expect(links.filter((text) => /Apparent.*Different events/.test(text))).toHaveLength(2);
  expect(links.filter((text) => /Direct.*Same event/.test(text))).toHaveLength(2);
  const cards = elements.filter((e) => e.attributes.class?.startsWith("card"));
  expect(cards.map((e) => e.attributes.class)).toEqual(["card apparent", "card direct"]);
  expect(cards.map((e) => e.text.includes("different events"))).toEqual([true, false]);
});

test("an article whose document does not fit its text is shown line by line", () => {
  const snapshot = structuredClone(sampleSnapshot);
  for (const { revision } of snapshot.articles) revision.document = { type: "doc", content: [7] };
  const elements = elementsOf(renderHtml({ ...draftSample, snapshot }));
  expect(elements.some((e) => e.name === "p" && e.text === "Damascus orders a broad amnesty")).toBe(true);
});

test("the bytes of an edition never change: raise HTML_EDITION and keep the old renderer", () => {
  expect([HTML_EDITION, sha256Hex(renderHtml(signedSample))]).toEqual([
    1,
    "73735b03b842759f209d665c7318a21df7bee4512e6d23a7db2878d82adff10c",
  ]);
});
