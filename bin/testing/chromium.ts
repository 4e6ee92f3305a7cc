import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { projectDir } from "../install.mjs";

/** Where e2e/chromium.ts looks first. */
const SYSTEM_CHROMIUM = "/usr/bin/chromium";

/**
 * Makes sure that there is a Chromium for the browser tests: Debian's (installed when we are root), else
 * Playwright's own download. Throws a sentence where neither can be had.
 */
export async function ensureChromium(): Promise<string> {
  if (isThere()) return "";
  let said = "";
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    said += run("apt-get", ["update"]);
    said += run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    if (isThere()) return said;
  }
  said += run(process.execPath, [join("node_modules", "playwright", "cli.js"), "install", "chromium"]);
  if (isThere()) return said;
  throw new Error(
    `${said}\nThere is no Chromium for the browser tests: install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium).`,
  );
}

function isThere(): boolean {
  return existsSync(SYSTEM_CHROMIUM) || existsSync(chromium.executablePath());
}

function run(command: string, args: string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, {
    cwd: projectDir,
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return error === undefined ? `${stdout}${stderr}` : `${command}: ${error.message}\n`;
}
