import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

/** What a picture is saved as. */
export async function downloaded(page: Page, name: "SVG" | "PNG"): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).click();
  return readFileSync(await (await download).path());
}

/** A file that is read as SVG without an error, leans on nothing outside, and says `words`. */
export async function expectSvg(page: Page, file: Buffer, words: string[]) {
  const found = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const outside = root.querySelectorAll("[class], [href], style, script, foreignObject").length;
    return {
      name: root.nodeName,
      outside,
      text: root.textContent,
      paths: root.querySelectorAll("path").length,
    };
  }, file.toString("utf8"));
  expect(found).toMatchObject({ name: "svg", outside: 0 });
  expect(found.paths).toBeGreaterThan(3);
  for (const one of words) expect(found.text).toContain(one);
  expect(file.toString("utf8")).not.toContain("var(");
}

/** A file that begins as every PNG does and is as wide as `width` CSS pixels drawn twice as large. */
export function expectPng(file: Buffer, width: number) {
  expect(file.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(Math.abs(file.readUInt32BE(16) - 2 * width)).toBeLessThan(4);
  expect(file.readUInt32BE(20)).toBeGreaterThan(200);
  expect(file.length).toBeGreaterThan(5_000);
}
