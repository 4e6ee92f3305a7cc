import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import mammoth from "mammoth";
import { Marked } from "marked";
import readXlsx from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { draftEnvelope } from "@/lib/exporting/envelope";
import { sampleSnapshot } from "@/lib/exporting/fixture";
import { type ExportFormatName, exportFormatNames, exportFormats } from "@/lib/exporting/formats";
import type { Snapshot } from "@/lib/reports/snapshot";

/** Texts that have broken other exporters, by what they try. Lone surrogates cannot be hashed, so no snapshot has them. */
const hostile: [string, string][] = [
  ["markup", "</script></w:t></text><img src=x onerror=alert(1)><script>alert(1)</script>"],
  ["Markdown", "[a](javascript:alert(1)) ![b](http://evil.example/x.png) <b>c</b> `</code>` | [^1]: # x"],
  ["a formula", '=HYPERLINK("http://evil.example","click")'],
  ["a formula behind a space", " @SUM(1+1)*cmd|'/c calc'!A0"],
  ["a negative formula", "-2+3+cmd|' /C calc'!A0"],
  ["control characters", "a\u0001b\u0008c\u000bd\u001be\u007ff\u0085g"],
  ["a right-to-left override", "safe\u202etxt.exe\u2066left open"],
  ["a word of 10,000 characters", "x".repeat(10_000)],
  ["non-characters", "a\ufffeb\uffffc"],
  ["entities and CDATA", "&amp;&#0;&unknown;]]><![CDATA[x]]>"],
  ["quotes and lines", "\"a\",'b'\r\nc\td\u2028e"],
];

function withText(text: string): Snapshot {
  const snapshot = structuredClone(sampleSnapshot);
  snapshot.report.title = text;
  snapshot.report.memo = text;
  snapshot.dossier.title = text;
  snapshot.waiver = text;
  for (const person of snapshot.people) person.name = text;
  for (const article of snapshot.articles)
    Object.assign(article, { title: text, outlet: text, byline: text, url: text });
  for (const annotation of snapshot.annotations) {
    Object.assign(annotation, {
      note: text,
      tags: [text],
      attributes: { ...annotation.attributes, speaker: text },
    });
  }
  for (const source of snapshot.evidence) {
    Object.assign(source, { title: text, url: text, locator: text, note: text });
  }
  for (const link of snapshot.links) Object.assign(link, { rationale: text, statusReason: text });
  return snapshot;
}

/** What must hold of a file of each format; each throws or fails when the file is not sound. */
const checks: Partial<Record<ExportFormatName, (file: Uint8Array, text: string) => void | Promise<void>>> = {
  html: (file) => isInertHtml(strFromU8(file)),
  docx: async (file) => {
    const parts = unzipSync(file);
    for (const [name, bytes] of Object.entries(parts)) isSoundXml(name, strFromU8(bytes));
    const relations = strFromU8(parts["word/_rels/document.xml.rels"] ?? new Uint8Array());
    expect(relations).not.toMatch(/javascript:|vbscript:/i);
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(file) },
      { styleMap: ["comment-reference => sup"] },
    );
    expect(value.match(/id="comment-\d+"/g)).toHaveLength(sampleSnapshot.annotations.length);
  },
  json: (file) => void JSON.parse(strFromU8(file)),
  jsonld: (file) => void JSON.parse(strFromU8(file)),
  claimreview: (file) => void JSON.parse(strFromU8(file)),
  cas: (file) => void JSON.parse(strFromU8(file)),
  md: (file) => {
    const source = strFromU8(file);
    expect(source).not.toMatch(/(?![\t\n])\p{Cc}/u);
    const html = new Marked({ gfm: true }).parse(source, { async: false });
    isInertHtml(`<html>${html}</html>`);
  },
  csv: (file) => {
    for (const [name, bytes] of Object.entries(unzipSync(file))) {
      if (!name.endsWith(".csv")) continue;
      const rows = csvRows(strFromU8(bytes).replace(/^\ufeff/, ""));
      expect(new Set(rows.map((row) => row.length)).size, name).toBe(1);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=@+]|^\s*-[^\d]|^\s*-\d+[^\d.]/);
    }
  },
  xlsx: async (file, text) => {
    const parts = unzipSync(file);
    for (const [name, bytes] of Object.entries(parts)) isSoundXml(name, strFromU8(bytes));
    const sheets = Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet"));
    for (const name of sheets) expect(strFromU8(parts[name] ?? new Uint8Array())).not.toMatch(/<f[ >]/);
    const cells = (await readXlsx(Buffer.from(file), { sheet: "Annotations" } as never)).flat();
    expect(cells.length).toBeGreaterThan(0);
    if (text.startsWith("=")) expect(JSON.stringify(cells)).toContain("=HYPERLINK");
  },
  brat: (file) => {
    const files = unzipSync(file);
    for (const name of Object.keys(files)) {
      expect(name).toMatch(/^[\w.-]+$/);
      if (name.endsWith(".ann")) {
        for (const row of strFromU8(files[name] ?? new Uint8Array())
          .trimEnd()
          .split("\n")) {
          expect(row).toMatch(/^[TRA#]\d+\t[^\t]+(\t[^\t]*)?$/);
        }
      }
    }
  },
};

describe.each(exportFormatNames.filter((name) => name !== "pdf"))("hostile text in %s", (name) => {
  test.each(hostile)("%s comes out inert", async (_what, text) => {
    const check = checks[name];
    if (!check) throw new Error(`No check for ${name}: every format has one.`);
    const envelope = draftEnvelope(withText(text), "2026-03-01T08:00:00.000Z");
    const body = await exportFormats[name].render(envelope);
    await check(typeof body === "string" ? new TextEncoder().encode(body) : body, text);
  });
});

function isInertHtml(page: string): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      expect(["img", "iframe", "object", "embed", "form", "base", "svg", "link"]).not.toContain(name);
      if (name === "script") expect(attributes.type).toBe("application/json");
      if (name === "a") expect(attributes.href).toMatch(/^(#|https?:|mailto:)/);
      for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^on|^src/);
    },
  });
  parser.end(page);
}

/** Well formed as far as a part can break: tags match, and no character that XML does not have. */
function isSoundXml(name: string, part: string): void {
  expect(part, name).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u);
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (tag) => void open.push(tag),
      onclosetag: (tag, implied) => {
        expect(
          implied && !part.includes(`<${tag}/>`) && !new RegExp(`<${tag}\\b[^>]*/>`).test(part),
          tag,
        ).toBe(false);
        expect(open.pop()).toBe(tag);
      },
    },
    { xmlMode: true },
  );
  parser.end(part);
  expect(open, name).toEqual([]);
}

/** A reader of RFC 4180, as strict as it. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = /"((?:[^"]|"")*)"/y;
    quoted.lastIndex = at;
    const found = quoted.exec(text);
    const bare = /[^",\r\n]*/y;
    bare.lastIndex = at;
    const cell = found ? (found[1] ?? "").replaceAll('""', '"') : (bare.exec(text)?.[0] ?? "");
    at = found ? quoted.lastIndex : bare.lastIndex;
    row.push(cell);
    const end = text.startsWith("\r\n", at);
    if (!end && text[at] !== ",")
      throw new Error(`Not RFC 4180 at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    at += end ? 2 : 1;
    if (end) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
