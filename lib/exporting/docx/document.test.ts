import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { docxParts, renderDocx } from "@/lib/exporting/docx/document";
import { ENVELOPE_PART, jsonOfPart } from "@/lib/exporting/docx/embedded";
import { draftSample, HOSTILE, sampleSnapshot, signedSample } from "@/lib/exporting/fixture";

const parts = unzipSync(renderDocx(signedSample));
const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());

/** Every element of a part with its attributes and its own and inner text. */
function elementsOf(part: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: ReturnType<typeof elementsOf> = [];
  const open: ReturnType<typeof elementsOf> = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, text: "" };
        found.push(element);
        open.push(element);
      },
      ontext(text) {
        for (const element of open) element.text += text;
      },
      onclosetag(name) {
        expect(open.pop()?.name).toBe(name);
      },
    },
    { xmlMode: true },
  );
  parser.end(part);
  expect(open).toEqual([]);
  return found;
}

describe("the DOCX export", () => {
  const document = elementsOf(textOf("word/document.xml"));
  const comments = elementsOf(textOf("word/comments.xml"));
  const named = (name: string) => document.filter((element) => element.name === name);

  test("mammoth reads every annotation back as a comment, with its author and its words", async () => {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(renderDocx(signedSample)) },
      { styleMap: ["comment-reference => sup"] },
    );
    const names = new Map(sampleSnapshot.people.map((person) => [person.id, person.name]));
    for (const [i] of sampleSnapshot.annotations.entries()) {
      expect(value).toContain(`id="comment-${i}"`);
      expect(value).toContain(`href="#comment-${i}"`);
    }
    const read = comments.filter(({ name }) => name === "w:comment");
    expect(read).toHaveLength(sampleSnapshot.annotations.length);
    const notes = sampleSnapshot.annotations.toSorted((a, b) =>
      a.articleId === b.articleId ? a.start - b.start || a.end - b.end : a.articleId < b.articleId ? -1 : 1,
    );
    for (const [i, { createdBy, createdAt, checkStatus }] of notes.entries()) {
      expect(read[i]?.attributes).toMatchObject({
        "w:id": String(i),
        "w:author": names.get(createdBy),
        "w:date": createdAt.replace(".000Z", "Z"),
      });
      if (checkStatus === "confirmed") expect(read[i]?.text).toContain("Confirmed");
    }
    expect(value).toContain("Broad wording.");
    expect(value).toContain("Legislative Decree 61");
  });

  test("a comment stands on exactly the words of its passage, however passages overlap", () => {
    const covered = new Map<string, string>();
    const open = new Set<string>();
    let inReference = false;
    let isFirst = true;
    const parser = new Parser(
      {
        onopentag(name, { "w:id": id = "", "w:val": value = "" }) {
          if (name === "w:commentRangeStart") open.add(id);
          if (name === "w:commentRangeEnd") open.delete(id);
          if (name === "w:p" && !isFirst)
            for (const one of open) covered.set(one, `${covered.get(one) ?? ""}\n`);
          if (name === "w:p") isFirst = false;
          if (name === "w:rStyle") inReference = ["StetNumber", "StetReference"].includes(value);
          if (name === "w:vertAlign") inReference = true;
          if (name === "w:r") inReference = false;
        },
        ontext(text) {
          if (!inReference) for (const id of open) covered.set(id, (covered.get(id) ?? "") + text);
        },
      },
      { xmlMode: true },
    );
    parser.end(textOf("word/document.xml"));
    expect([...covered.values()].sort()).toEqual(sampleSnapshot.annotations.map((a) => a.exact).sort());
  });

  test("links lead from passage to passage: every reference has its bookmark", () => {
    const bookmarks = named("w:bookmarkStart").map(({ attributes }) => attributes["w:name"]);
    expect(new Set(bookmarks).size).toBe(bookmarks.length);
    const anchors = [...document, ...comments].flatMap(({ attributes }) => attributes["w:anchor"] ?? []);
    expect(anchors.length).toBeGreaterThanOrEqual(18);
    for (const anchor of anchors) expect(bookmarks).toContain(anchor);
    for (const name of bookmarks) expect(name?.length).toBeLessThanOrEqual(40);
  });

  test("only addresses that a reader may be sent to are links", () => {
    for (const part of ["word/_rels/document.xml.rels", "word/_rels/comments.xml.rels"]) {
      const out = elementsOf(textOf(part)).filter(({ attributes }) => attributes.TargetMode === "External");
      expect(out.length).toBeGreaterThan(0);
      for (const { attributes } of out) expect(attributes.Target).toMatch(/^(https?|mailto):/);
    }
  });

  test("an Arabic article runs from right to left", () => {
    const paragraphs = textOf("word/document.xml").split("<w:p>");
    const arabic = paragraphs.filter((p) => p.includes("الرئاسة مرسوم"));
    expect(arabic).toHaveLength(1);
    expect(arabic[0]).toContain("<w:bidi/>");
    expect(arabic[0]).toContain('<w:rtl/><w:lang w:bidi="ar"/>');
    const english = paragraphs.filter((p) => p.includes("state television said"));
    for (const p of english) expect(p).not.toContain("<w:bidi/>");
  });

  test("carries its envelope as a custom XML part", () => {
    expect(JSON.parse(jsonOfPart(textOf(ENVELOPE_PART)) ?? "")).toEqual(signedSample);
  });

  test("a draft says so in the header of every page, a signed one who signed", () => {
    const draft = docxParts(draftSample);
    expect(strFromU8(draft.get("word/header1.xml") ?? new Uint8Array())).toContain("DRAFT, not signed");
    expect(textOf("word/header1.xml")).not.toContain("DRAFT");
    expect(textOf("word/document.xml")).toContain("Tom Reviewer, 1 March 2026, 09:15:30.250 UTC");
    expect(textOf("word/document.xml")).toContain(signedSample.signOffs[0]?.signature);
  });

  test("hostile text is text", () => {
    const shown = named("w:p").some(({ text }) => text === HOSTILE.replace("\u2028", "\u2028"));
    expect(shown).toBe(true);
    for (const { name } of document) expect(name).toMatch(/^w:/);
  });
});

const soffice = spawnSync("soffice", ["--version"]).status === 0;
test.skipIf(!soffice)(
  "LibreOffice opens it (skipped where soffice is not installed)",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "stet-docx-"));
    try {
      writeFileSync(join(folder, "report.docx"), renderDocx(draftSample));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const args = [profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder];
      spawnSync("soffice", [...args, join(folder, "report.docx")], { timeout: 100_000 });
      const text = readFileSync(join(folder, "report.txt"), "utf8");
      for (const words of [
        "Two amnesties, not one",
        "state television said",
        "أعلنت الرئاسة مرسوم",
        "Sign-off",
      ]) {
        expect(text).toContain(words);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
