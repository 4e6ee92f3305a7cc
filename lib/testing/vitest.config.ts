import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** For one file: `npx vitest run --config lib/testing/vitest.config.ts lib/links`. */
const config = defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: ["{app,bin,lib,prisma,bench}/**/*.test.{ts,tsx}"],
    globalSetup: ["lib/testing/globalSetup.ts"],
    // A real database on two busy cores: slow is not wrong.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default config;
