import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "./chromium";

// Set once by the first process and inherited by the workers: every run has an installation of its own.
process.env.STET_E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "stet-e2e-"));
const port = process.env.STET_E2E_PORT ?? "3217";
const baseURL = `http://127.0.0.1:${port}`;
process.env.STET_E2E_URL = baseURL;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  // One desk, two cores: promises are kept one after another.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL,
    actionTimeout: 15_000,
    browserName: "chromium",
    launchOptions: chromiumLaunchOptions(),
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: "node bin/stet.mjs start",
    cwd: join(import.meta.dirname, ".."),
    url: `${baseURL}/api/health`,
    timeout: 300_000,
    // With a port of one's own a server that runs there already is used, with its STET_E2E_DATA_DIR.
    reuseExistingServer: process.env.STET_E2E_PORT !== undefined,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      PORT: port,
      STET_DATA_DIR: process.env.STET_E2E_DATA_DIR,
      NEXTAUTH_URL: baseURL,
      // The sample and its accounts are what these specs use; an operator's settings are not.
      STET_DEMO: "1",
      DATABASE_URL: "",
      // The receiver of webhooks is part of the test.
      STET_WEBHOOKS_TO_LOCALHOST: "1",
    },
  },
});
