import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "../..");

/** Opens an empty page with the surface's own code in it, without a server: what is tested is browser and mapping. */
export async function openBareSurface(page: Page): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "e2e/surface/page.tsx")],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2023",
    jsx: "automatic",
    tsconfig: path.join(root, "tsconfig.json"),
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  const style = await readFile(path.join(root, "lib/editor/highlights.css"), "utf8");
  await page.setContent('<!doctype html><html lang="en"><body><div id="root"></div></body></html>');
  await page.addStyleTag({ content: `${style} body { margin: 40px; font: 22px/1.8 serif; }` });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
}
