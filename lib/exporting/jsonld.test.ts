import { describe, expect, test } from "vitest";
import { draftSample, sampleSnapshot, signedSample } from "@/lib/exporting/fixture";
import { renderJsonLd } from "@/lib/exporting/jsonld";

type Selector = { type: string; exact: string; start: number; end: number };
type Target = { source: string; revision: string; selector: Selector[] };
type Item = {
  id: string;
  motivation: string;
  relation?: string;
  body?: { purpose: string; value: string }[];
  target: Target | Target[];
};

const document = JSON.parse(renderJsonLd(signedSample));
const items: Item[] = document.first.items;
const targets = items.flatMap((item) => item.target);

describe("the Web Annotation export", () => {
  test("is one collection with one page of everything", () => {
    expect(document["@context"][0]).toBe("http://www.w3.org/ns/anno.jsonld");
    expect(document.type).toBe("AnnotationCollection");
    expect(document.first).toMatchObject({ type: "AnnotationPage", startIndex: 0, partOf: document.id });
    expect(items).toHaveLength(document.total);
    expect(document.total).toBe(sampleSnapshot.annotations.length + sampleSnapshot.links.length);
  });

  test("counts positions in code points: they cut the quote out of the text, emoji or not", () => {
    expect(targets.length).toBe(13);
    for (const { revision, selector } of targets) {
      const article = sampleSnapshot.articles.find((a) => `urn:uuid:${a.revision.id}` === revision);
      const [quote, position] = selector;
      const characters = Array.from(article?.revision.text ?? "");
      expect(characters.slice(position?.start, position?.end).join("")).toBe(quote?.exact);
    }
    const differs = sampleSnapshot.annotations.some((annotation) => {
      const item = items.find((i) => i.id === `urn:uuid:${annotation.id}`);
      return item && !Array.isArray(item.target) && item.target.selector[1]?.end !== annotation.end;
    });
    expect(differs).toBe(true);
  });

  test("names the published page, but never one a reader may not be sent to", () => {
    expect(new Set(targets.map((t) => t.source))).toEqual(
      new Set(["https://example.org/2011/amnesty", `urn:uuid:${sampleSnapshot.articles[1]?.revision.id}`]),
    );
  });

  test("a link is a linking annotation with two targets and our relation", () => {
    const links = items.filter((item) => item.motivation === "http://www.w3.org/ns/oa#linking");
    expect(links.map((l) => [l.relation, [l.target].flat().length])).toEqual([
      ["urn:stet:relation:contradicts", 2],
      ["urn:stet:relation:contradicts", 2],
      ["urn:stet:relation:qualifies", 2],
    ]);
  });

  test("kind and tags are tagging bodies, a note is a Markdown comment", () => {
    const bodies = items.map((i) => (i.body ?? []).map((b) => b.purpose));
    expect(bodies[0]).toEqual(["tagging", "commenting"]);
    expect(items[2]?.body?.map((b) => b.value)[0]).toBe("figure");
  });

  test("every name it uses is defined by the W3C context or by ours", () => {
    const w3c =
      "id type label total first partOf startIndex items motivation creator created modified body purpose value format target source selector exact prefix suffix start end name generated".split(
        " ",
      );
    const own = Object.keys(document["@context"][1]);
    const literal = new Set(own.filter((term) => document["@context"][1][term]["@type"] === "@json"));
    const names = new Set<string>();
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (value !== null && typeof value === "object") {
        for (const [key, inner] of Object.entries(value)) {
          names.add(key);
          if (key !== "@context" && !literal.has(key)) visit(inner);
        }
      }
    };
    visit(document);
    visit(JSON.parse(renderJsonLd(draftSample)));
    expect([...names].filter((name) => ![...w3c, ...own, "@context"].includes(name))).toEqual([]);
  });

  test("carries the sign-off; a draft says that it is one", () => {
    expect(document).toMatchObject({ reportStatus: "signed", signOffs: signedSample.signOffs });
    expect(JSON.parse(renderJsonLd(draftSample))).toMatchObject({ reportStatus: "draft" });
  });
});
