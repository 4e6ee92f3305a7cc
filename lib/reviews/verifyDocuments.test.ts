import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { renderDocx } from "@/lib/exporting/docx/document";
import { signedEnvelope } from "@/lib/exporting/envelope";
import {
  draftSample,
  sampleSnapshot,
  signedSample,
  signOffOf,
  testKey,
  testPrivateKey,
} from "@/lib/exporting/fixture";
import { sealed } from "@/lib/exporting/pdf/seal";
import { verifyExport } from "@/lib/reviews/verify";

const docx = renderDocx(signedSample);
const reasonOf = (file: Uint8Array) => verifyExport(file, [testKey]).reasons.join("\n");

/** The document with one of its parts written anew. */
function withPart(name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(docx);
  const before = strFromU8(parts[name] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [name]: strToU8(after) });
}

describe("a DOCX export", () => {
  test("is valid as Stet wrote it", () => {
    expect(verifyExport(docx, [testKey])).toMatchObject({
      valid: true,
      kind: "docx",
      status: "signed",
      reasons: [],
      signOffs: [{ ok: true, keyTrusted: true }],
      contentHash: signedSample.contentHash,
    });
  });

  test("packed otherwise, its parts are still those that Stet wrote", () => {
    const packed = zipSync(unzipSync(docx), { level: 0 });
    expect(verifyExport(packed, [testKey]).valid).toBe(true);
  });

  test.each([
    [
      "a word of the article",
      "word/document.xml",
      (text: string) => text.replace("state television said", "state television denied"),
      /document’s words differ .*television said.*television denied/s,
    ],
    [
      "a comment",
      "word/comments.xml",
      (text: string) => text.replace("Broad wording.", "Narrow wording."),
      /comments differ .*Broad wording.*Narrow wording/s,
    ],
    [
      "the author of a comment",
      "word/comments.xml",
      (text: string) => text.replace('w:author="Rana Editor"', 'w:author="Someone"'),
      /changed or saved by another program/,
    ],
    [
      "words that are hidden",
      "word/document.xml",
      (text: string) => text.replace("<w:rPr>", "<w:rPr><w:vanish/>"),
      /changed or saved by another program/,
    ],
    [
      "the header of the pages",
      "word/header1.xml",
      (text: string) => text.replace("Signed report", "Approved!"),
      /above or below/,
    ],
    [
      "a word of the data",
      "customXml/item1.xml",
      (text: string) => text.replace("Broad wording.", "Narrow wording."),
      /changed after signing/,
    ],
    [
      "a link's address",
      "word/_rels/document.xml.rels",
      (text: string) => text.replace("https://example.org/decrees", "https://example.net/"),
      /changed or saved by another program/,
    ],
  ])("with %s altered is caught", (_what, part, change, reason) => {
    const file = withPart(part, change);
    expect(verifyExport(file, [testKey]).valid).toBe(false);
    expect(reasonOf(file)).toMatch(reason);
  });

  test("with the data of another signed report swapped in is caught", () => {
    const snapshot = { ...sampleSnapshot, waiver: "Other." };
    const other = unzipSync(renderDocx(signedEnvelope(snapshot, [signOffOf(snapshot)])));
    const parts = unzipSync(docx);
    const swapped = zipSync({
      ...parts,
      "customXml/item1.xml": other["customXml/item1.xml"] ?? new Uint8Array(),
    });
    expect(reasonOf(swapped)).toMatch(/differ from what was signed/);
  });

  test("a part more, a part less, a part in the way of another", () => {
    const parts = unzipSync(docx);
    const { "word/numbering.xml": _gone, ...fewer } = parts;
    expect(verifyExport(zipSync({ ...parts, "word/extra.xml": strToU8("<a/>") }), [testKey]).valid).toBe(
      false,
    );
    expect(verifyExport(zipSync(fewer), [testKey]).valid).toBe(false);
    // Some readers go by the headers before the parts: a document hidden there would be shown by those.
    const hidden = zipSync({ "word/document.xml": strToU8("<w:document/>") });
    const both = new Uint8Array([...hidden.subarray(0, hidden.length - 22), ...docx]);
    expect(verifyExport(both, [testKey]).valid).toBe(false);
  });

  test("anything behind its end, between its parts or in its directory", () => {
    const directory = Buffer.from(docx).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const end = docx.length - 22;
    const between = Buffer.concat([docx.subarray(0, directory), strToU8("hi"), docx.subarray(directory)]);
    between.writeUInt32LE(directory + 2, end + 2 + 16);
    const comment = Buffer.concat([docx, strToU8("hi")]);
    comment.writeUInt16LE(2, end + 20);
    for (const file of [Buffer.concat([docx, strToU8("\n")]), between, comment]) {
      expect(() => unzipSync(file)).not.toThrow();
      expect(verifyExport(file, [testKey]).valid).toBe(false);
    }
  });

  test("a draft is no valid one", () => {
    expect(verifyExport(renderDocx(draftSample), [testKey])).toMatchObject({ valid: false, status: "draft" });
  });

  test("60 random tamperings: none is valid unless nothing that is read changed, none throws", () => {
    const original = unzipSync(docx);
    fc.assert(
      fc.property(fc.nat(docx.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const file = Uint8Array.from(docx);
        file[at] = (file[at] ?? 0) ^ by;
        const { valid } = verifyExport(file, [testKey]);
        // A byte of a time stamp or of padding says nothing: then every part must be what it was.
        if (valid) expect(unzipSync(file)).toEqual(original);
      }),
      { numRuns: 60, seed: 20140609 },
    );
  }, 120_000);
});

describe("zips that are no report", () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`customXml/item${i}.xml`, strToU8("x")]),
  );
  const bomb = zipSync({ "customXml/item1.xml": new Uint8Array(30_000_000) });
  test.each([
    ["no parts of ours", zipSync({ "a.txt": strToU8("hello") }), /no report data/],
    ["many parts", zipSync(many), /more parts/],
    ["a part that says it is huge", resized(bomb, 0x7fff_ffff), /unpacks to more/],
    ["a part that says it is small", resized(bomb, 10), /no report data|damaged/],
    ["cut in the middle", docx.subarray(0, docx.length >> 1), /damaged/],
    ["its beginning alone", docx.subarray(0, 40), /damaged/],
  ])("%s", (_name, file, reason) => {
    const verdict = verifyExport(file, [testKey]);
    expect(verdict).toMatchObject({ valid: false, kind: "docx" });
    expect(verdict.reasons.join("\n")).toMatch(reason);
  });

  /** The zip with another unpacked size in its directory. */
  function resized(zip: Uint8Array, size: number): Uint8Array {
    const file = Buffer.from(zip);
    const directory = file.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    file.writeUInt32LE(size, directory + 24);
    return file;
  }
});

describe("a PDF export", () => {
  /** As small as the verifier needs: it looks for the attachment and the seal, and interprets nothing else. */
  const body = (json: string) =>
    strToU8(
      `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Subtype /application#2Fvnd.stet.report+json /Length ${strToU8(json).length} >>\nstream\n${json}\nendstream\nendobj\n%page: what is seen\n%%EOF\n`,
    );
  const json = JSON.stringify(signedSample);
  const pdf = sealed(body(json), signedSample.contentHash, testPrivateKey);

  test("sealed by a trusted key is valid", () => {
    expect(verifyExport(pdf, [testKey])).toMatchObject({ valid: true, kind: "pdf", reasons: [] });
  });

  test.each([
    [
      "a word on its page",
      (file: string) => file.replace("what is seen", "what is not"),
      /pages.*were changed/,
    ],
    ["something behind its end", (file: string) => `${file}\n`, /pages were not compared/],
    [
      "an update that other programs append",
      (file: string) => `${file}2 0 obj\nendobj\n%%EOF\n`,
      /not compared/,
    ],
    ["no seal", (file: string) => file.replace(/%stet-seal.*\n$/, ""), /pages were not compared/],
    ["its data", (file: string) => file.replace("Broad wording", "Other wording"), /changed after signing/],
    ["no data", (file: string) => file.replace("+json", "+text"), /no report data/],
    [
      "two data",
      (file: string) => file.replace("%page", "/application#2Fvnd.stet.report+json %page"),
      /no report data/,
    ],
  ])("with %s is not", (_what, change, reason) => {
    const file = strToU8(change(strFromU8(pdf)));
    expect(verifyExport(file, [testKey]).valid).toBe(false);
    expect(reasonOf(file)).toMatch(reason);
  });

  test("sealed with a key of the forger's own is not", () => {
    const forged = sealed(body(json), signedSample.contentHash, new Uint8Array(32).fill(9));
    expect(reasonOf(forged)).toMatch(/sealed with a key that you do not trust/);
  });

  test("a seal of another report's file is not taken", () => {
    const snapshot = { ...sampleSnapshot, waiver: "Other." };
    const other = signedEnvelope(snapshot, [signOffOf(snapshot)]);
    const line = strFromU8(sealed(body(JSON.stringify(other)), other.contentHash, testPrivateKey)).slice(
      -147,
    );
    expect(line).toMatch(/^%stet-seal/);
    expect(reasonOf(strToU8(strFromU8(body(json)) + line))).toMatch(/not the one that Stet sealed/);
  });
});
