import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{app,bin,lib,prisma,bench}/**/*.test.{ts,tsx}"],
    globalSetup: ["lib/testing/globalSetup.ts"],
    // A real database on two busy cores: slow is not wrong.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
