import { strFromU8, unzipSync } from "fflate";
import jsonld from "jsonld";
import readXlsx from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { renderBrat } from "@/lib/exporting/brat";
import { renderCas } from "@/lib/exporting/cas";
import { renderClaimReview } from "@/lib/exporting/claimReview";
import { csvOf, renderCsv } from "@/lib/exporting/csv";
import { draftSample, sampleSnapshot, signedSample } from "@/lib/exporting/fixture";
import { renderJsonLd } from "@/lib/exporting/jsonld";
import { renderMarkdown } from "@/lib/exporting/markdown/document";
import { renderXlsx } from "@/lib/exporting/xlsx";

const { annotations, articles, links } = sampleSnapshot;

describe("XLSX, read by another library", () => {
  test("numbers are numbers, text is text, every annotation, link and source is a row", async () => {
    const file = Buffer.from(await renderXlsx(signedSample));
    const sheets = await readXlsx(file);
    const sheetOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Annotations", "Links", "Evidence", "Sign-off"]);
    const [head = [], ...rows] = sheetOf("Annotations");
    expect(rows).toHaveLength(annotations.length);
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
    expect(column("Value").filter((value) => value !== null)).toEqual([4500]);
    expect(column("At least").filter((value) => value !== null)).toEqual([7000]);
    expect(column("Approximate").filter((value) => value !== null)).toEqual([true]);
    expect(column("Passage")).toContain("4,500 detainees");
    expect(column("Id").sort()).toEqual(annotations.map(({ id }) => id).sort());
    expect(sheetOf("Links")).toHaveLength(links.length + 1);
    expect(sheetOf("Evidence")).toHaveLength(sampleSnapshot.evidence.length + 1);
    expect(JSON.stringify(sheetOf("Sign-off"))).toContain(signedSample.signOffs[0]?.signature);
  });
});

describe("CSV", () => {
  test.each([
    ["=1+1", `'=1+1`],
    ["+49 30 1234", `'+49 30 1234`],
    ["@import", `'@import`],
    ["-lively", `'-lively`],
    ["\t=1", "'\t=1"],
    [" =1", "' =1"],
    ['he said "no", twice', '"he said ""no"", twice"'],
    ["two\nlines", '"two\nlines"'],
    ["plain", "plain"],
    [-4500.5, "-4500.5"],
    [true, "yes"],
    [null, ""],
  ])("%j is written %s", (value, written) => {
    expect(csvOf({ head: ["a"], rows: [[value]] })).toBe(`\ufeffa\r\n${written}\r\n`);
  });

  test("is a zip of its tables and the data that can be verified", () => {
    const files = unzipSync(renderCsv(signedSample));
    expect(Object.keys(files)).toEqual([
      "annotations.csv",
      "links.csv",
      "evidence.csv",
      "sign-off.csv",
      "stet-report.json",
    ]);
    expect(JSON.parse(strFromU8(files["stet-report.json"] ?? new Uint8Array()))).toEqual(signedSample);
  });
});

describe("brat", () => {
  const files = unzipSync(renderBrat(signedSample));
  const textOf = (name: string) => strFromU8(files[name] ?? new Uint8Array());

  test("code points cut each passage out of its text, emoji or not, fragment by fragment", () => {
    let seen = 0;
    for (const name of Object.keys(files).filter((one) => one.endsWith(".ann"))) {
      const characters = Array.from(textOf(name.replace(/ann$/, "txt")));
      for (const [, spans = "", words] of textOf(name).matchAll(/^T\d+\t\w+ ([\d ;]+)\t(.*)$/gm)) {
        const cut = spans.split(";").map((span) => {
          const [from, to] = span.split(" ").map(Number);
          return characters.slice(from, to).join("");
        });
        expect(cut.join(" ")).toBe(words);
        for (const part of cut) expect(part).not.toContain("\n");
        seen++;
      }
    }
    expect(seen).toBe(annotations.length);
    expect(JSON.stringify(Object.keys(files).map(textOf))).toContain("🕊️");
  });

  test("relations within an article join its terms, those between articles are listed beside", () => {
    const relations = Object.keys(files)
      .filter((name) => name.endsWith(".ann"))
      .flatMap((name) => {
        const terms = [...textOf(name).matchAll(/^(T\d+)\t/gm)].map(([, term]) => term);
        const found = [...textOf(name).matchAll(/^R\d+\t(\w+) Arg1:(T\d+) Arg2:(T\d+)$/gm)];
        for (const [, , from, to] of found) expect(terms).toEqual(expect.arrayContaining([from, to]));
        return found.map(([, relation]) => relation);
      });
    expect(relations).toEqual(["qualifies"]);
    const across = textOf("links.tsv").trimEnd().split("\n").slice(1);
    expect(across.map((row) => row.split("\t")[2])).toEqual(["contradicts", "contradicts"]);
  });
});

describe("UIMA CAS JSON, against its published structure", () => {
  const cas = JSON.parse(renderCas(signedSample));
  type Structure = {
    "%ID": number;
    "%TYPE": string;
    "@sofa"?: number;
    begin?: number;
    end?: number;
  } & Record<string, unknown>;
  const structures: Structure[] = cas["%FEATURE_STRUCTURES"];
  const byId = new Map(structures.map((structure) => [structure["%ID"], structure]));

  test("its parts, ids and keys stand in the order that readers go by", () => {
    expect(Object.keys(cas)).toEqual(["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"]);
    expect(byId.size).toBe(structures.length);
    for (const structure of structures) {
      expect(Object.keys(structure).slice(0, 2)).toEqual(["%ID", "%TYPE"]);
      expect(structure["%ID"]).toBeGreaterThan(0);
    }
    for (const [name, type] of Object.entries<Record<string, unknown>>(cas["%TYPES"])) {
      expect(type["%NAME"]).toBe(name);
      expect(type["%SUPER_TYPE"]).toMatch(/^uima\./);
    }
  });

  test("every feature is one of its type, every reference leads to a structure, a Sofa comes first", () => {
    const builtIn = ["begin", "end", "sofa", "language"];
    for (const [at, structure] of structures.entries()) {
      const type = cas["%TYPES"][structure["%TYPE"]];
      for (const [key, value] of Object.entries(structure)) {
        if (key.startsWith("@")) expect(byId.has(Number(value)), key).toBe(true);
        if (type && !key.startsWith("%")) {
          const name = key.replace("@", "");
          expect(builtIn.includes(name) || name in type, `${structure["%TYPE"]} ${name}`).toBe(true);
        }
      }
      const sofa = structure["@sofa"];
      if (sofa) expect(structures.findIndex((one) => one["%ID"] === sofa)).toBeLessThan(at);
    }
  });

  test("UTF-16 anchors cut each passage out of its Sofa, and views hold every structure of theirs", () => {
    const passages = structures.filter((one) => one["%TYPE"] === "stet.Passage");
    expect(passages).toHaveLength(annotations.length);
    for (const { id, begin, end, "@sofa": sofa } of passages) {
      const text = String(byId.get(sofa ?? 0)?.sofaString);
      expect(text.slice(begin, end)).toBe(annotations.find((one) => one.id === id)?.exact);
    }
    const members = Object.values<{ "%SOFA": number; "%MEMBERS": number[] }>(cas["%VIEWS"]);
    expect(members).toHaveLength(articles.length + 1);
    for (const view of members) expect(byId.get(view["%SOFA"])?.["%TYPE"]).toBe("uima.cas.Sofa");
    const inViews = members.flatMap((view) => view["%MEMBERS"]);
    expect(new Set(inViews).size).toBe(inViews.length);
    const own = structures.filter((one) => !/^uima\.cas\./.test(one["%TYPE"])).map((one) => one["%ID"]);
    expect(inViews.toSorted((a, b) => a - b)).toEqual(own);
  });

  test("carries the envelope", () => {
    const report = structures.find((one) => one["%TYPE"] === "stet.Report");
    expect(JSON.parse(String(report?.envelope))).toEqual(signedSample);
  });
});

/** What the remote contexts say of the terms in use: processors fetch them, tests do not. */
const contexts: Record<string, object> = {
  "https://schema.org": { "@vocab": "http://schema.org/", id: "@id", type: "@type" },
  "http://www.w3.org/ns/anno.jsonld": {
    ...{ id: "@id", type: "@type", "@vocab": "http://www.w3.org/ns/oa#" },
    target: { "@type": "@id", "@id": "http://www.w3.org/ns/oa#hasTarget" },
    body: { "@type": "@id", "@id": "http://www.w3.org/ns/oa#hasBody" },
    items: { "@type": "@id", "@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list" },
    start: { "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" },
  },
};
const documentLoader = async (url: string) => {
  const context = contexts[url];
  if (!context) throw new Error(`Nothing may be fetched: ${url}`);
  return { documentUrl: url, document: { "@context": context } };
};
const expanded = async (text: string) =>
  JSON.stringify(await jsonld.expand(JSON.parse(text), { documentLoader: documentLoader as never }));

describe("JSON-LD, expanded by a processor", () => {
  test("Web Annotations keep their relation, their literals and their signatures", async () => {
    const found = await expanded(renderJsonLd(signedSample));
    expect(found).toContain('"urn:stet:relation":[{"@id":"urn:stet:relation:contradicts"}]');
    expect(found).toContain('"@type":"@json"');
    expect(found).toContain(JSON.stringify(signedSample.signOffs[0]?.signature));
  });

  test("ClaimReviews are schema.org's, with every field that readers need", async () => {
    const found = await expanded(renderClaimReview(signedSample));
    expect(found).toContain("http://schema.org/ClaimReview");
    const { hasPart, creativeWorkStatus } = JSON.parse(renderClaimReview(signedSample));
    expect(creativeWorkStatus).toBe("Signed");
    expect(JSON.parse(renderClaimReview(draftSample)).creativeWorkStatus).toBe("Draft");
    const verdicts = annotations.filter((one) => !["unchecked", "checking", "cut"].includes(one.checkStatus));
    expect(hasPart).toHaveLength(verdicts.length);
    for (const review of hasPart) {
      expect(review).toMatchObject({
        "@type": "ClaimReview",
        url: expect.stringMatching(/^(urn:uuid|https?):/),
        datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        claimReviewed: expect.stringMatching(/\S/),
        author: { "@type": "Person", name: expect.stringMatching(/\S/) },
        reviewRating: { "@type": "Rating", alternateName: expect.stringMatching(/\S/) },
        itemReviewed: { "@type": "Claim", appearance: { "@type": "NewsArticle" } },
      });
      const { ratingValue, bestRating, worstRating } = review.reviewRating;
      if (ratingValue !== undefined)
        expect(ratingValue >= worstRating && ratingValue <= bestRating).toBe(true);
    }
    expect(JSON.stringify(hasPart)).not.toContain("javascript:");
  });
});

describe("Markdown", () => {
  const text = renderMarkdown(signedSample);

  test("every passage has its footnote, and every footnote its reference", () => {
    const defined = [...text.matchAll(/^\[\^(\d+)\]: /gm)].map(([, n]) => n);
    expect(defined).toHaveLength(annotations.length);
    for (const n of defined) expect(text.match(new RegExp(`[^\\n]\\[\\^${n}\\](?!:)`))).not.toBeNull();
  });

  test("keeps the memo's form and says who signed", () => {
    expect(text).toContain("### Two amnesties, not one");
    expect(text).toContain("| 2014 | terrorism |");
    expect(text).toContain("[both decrees](<https://example.org/decrees>)");
    expect(text).toContain("Tom Reviewer, 1 March 2026, 09:15:30.250 UTC");
    expect(renderMarkdown(draftSample)).toMatch(/^# DRAFT, not signed: /);
  });
});
