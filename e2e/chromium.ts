import { existsSync } from "node:fs";
import type { LaunchOptions } from "@playwright/test";

/** Debian's Chromium: the one that can be had where Playwright's download cannot. */
const SYSTEM_CHROMIUM = "/usr/bin/chromium";

/**
 * How tests and measurements start Chromium: the system's where there is one, else Playwright's own.
 * Nothing is fetched in the background; as root the sandbox, which refuses root, is left out.
 */
export function chromiumLaunchOptions(): LaunchOptions {
  return {
    ...(existsSync(SYSTEM_CHROMIUM) && { executablePath: SYSTEM_CHROMIUM }),
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  };
}
