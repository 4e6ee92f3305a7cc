import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { chromium } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftSample, signedSample, testKey, testPrivateKey } from "@/lib/exporting/fixture";
import { closeBrowser } from "@/lib/exporting/pdf/browser";
import { renderPdf } from "@/lib/exporting/pdf/document";
import { ENVELOPE_FILE } from "@/lib/exporting/pdf/envelopeFile";
import { verifyExport } from "@/lib/reviews/verify";

const hasChromium = existsSync("/usr/bin/chromium") || existsSync(chromium.executablePath());
const has = (program: string) => spawnSync(program, ["-v"]).error === undefined;

describe.skipIf(!hasChromium)("the PDF export (skipped where there is no Chromium)", () => {
  let signed: Uint8Array;
  let draft: Uint8Array;
  let folder: string;

  beforeAll(async () => {
    [signed, draft] = await Promise.all([renderPdf(signedSample, testPrivateKey), renderPdf(draftSample)]);
    folder = mkdtempSync(join(tmpdir(), "stet-pdf-"));
    writeFileSync(join(folder, "signed.pdf"), signed);
  }, 180_000);
  afterAll(async () => {
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is verified as it is, and not with a byte of its pages changed", () => {
    expect(verifyExport(signed, [testKey])).toMatchObject({ valid: true, kind: "pdf", reasons: [] });
    const changed = Uint8Array.from(signed);
    changed[2_000] = (changed[2_000] ?? 0) ^ 1;
    expect(verifyExport(changed, [testKey]).valid).toBe(false);
    expect(verifyExport(draft, [testKey])).toMatchObject({ valid: false, kind: "pdf", status: "draft" });
  });

  test("says on every page what it is, with page numbers", async () => {
    for (const [file, mark] of [
      [signed, "Signed report"],
      [draft, "DRAFT, not signed"],
    ] as const) {
      const { text, totalPages } = await extractText(await getDocumentProxy(Uint8Array.from(file)), {
        mergePages: false,
      });
      expect(totalPages).toBeGreaterThan(2);
      for (const [i, page] of text.entries()) {
        expect(page).toContain(mark);
        expect(page).toContain(`Page ${i + 1} of ${totalPages}`);
      }
    }
  });

  test("carries the envelope as an attachment, keeps its tags and its outline, and runs nothing", async () => {
    const document = await getDocumentProxy(Uint8Array.from(signed));
    const attachments: Record<string, { content: Uint8Array }> = (await document.getAttachments()) ?? {};
    const attached = attachments[ENVELOPE_FILE];
    expect(JSON.parse(new TextDecoder().decode(attached?.content))).toEqual(signedSample);
    expect((await document.getOutline()).length).toBeGreaterThan(0);
    const { catalog } = await PDFDocument.load(signed);
    const keys = catalog.keys().map(String);
    expect(keys).toEqual(expect.arrayContaining(["/StructTreeRoot", "/MarkInfo", "/Lang"]));
    expect(keys).not.toContain("/OpenAction");
    expect(new TextDecoder("latin1").decode(signed)).not.toMatch(/\/S ?\/(JavaScript|Launch)/);
  });

  test("links only to where a reader may be sent", async () => {
    const document = await getDocumentProxy(Uint8Array.from(signed));
    const urls: string[] = [];
    for (let i = 1; i <= document.numPages; i++) {
      for (const { url } of await (await document.getPage(i)).getAnnotations()) if (url) urls.push(url);
    }
    expect(urls.length).toBeGreaterThan(1);
    for (const url of urls) expect(url).toMatch(/^(https?|mailto):/);
  });

  test.skipIf(!has("pdffonts"))("has every font inside (skipped where pdffonts is not installed)", () => {
    const { stdout } = spawnSync("pdffonts", [join(folder, "signed.pdf")], { encoding: "utf8" });
    const rows = stdout.trim().split("\n").slice(2);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/\byes\s+(yes|no)\s+yes\s+\d+\s+\d+\s*$/);
  });

  const words = (text: string) =>
    text.normalize("NFKC").replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const pdfText = (...options: string[]) =>
    words(
      spawnSync("pdftotext", [...options, join(folder, "signed.pdf"), "-"], { encoding: "utf8" }).stdout,
    ).replace(/\s+/g, " ");

  test.skipIf(!has("pdftotext"))(
    "pdftotext finds the text in its order (skipped where it is not installed)",
    () => {
      // As it was written into the file: margin notes stand beside their text on the page.
      const text = pdfText("-raw");
      const places = [
        "Two amnesties, not one",
        "Contradiction 1",
        "adding that courts would decide",
        "Other links",
      ];
      const found = places.map((place) => text.indexOf(place));
      expect(found).not.toContain(-1);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    },
  );

  test.skipIf(!has("pdftotext"))(
    "pdftotext finds Arabic words whole and in their order (skipped where it is not installed)",
    () => {
      // Numbers part a line into runs, which pdftotext puts in an order of its own.
      for (const run of ["قال محامون إن العدد المعلن", "لم تؤكده أي قائمة"]) expect(pdfText()).toContain(run);
    },
  );
});
