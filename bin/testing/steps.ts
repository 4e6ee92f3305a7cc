import { join } from "node:path";
import { ensureGenerated } from "../generate";
import { build, isBuilt } from "../productionBuild";
import { runProgram } from "../runProgram";
import { ensureChromium } from "./chromium";
import { type Counts, playwrightCounts, vitestCounts } from "./counts";

/**
 * One step of `npm test`. `run` rejects with the captured log when it fails; `report` is where its tests are
 * counted (a step without counts as one test). `needs` names a step without which it is pointless.
 */
export type TestStep = {
  name: string;
  run: (reportFile: string) => Promise<unknown>;
  counts?: (reportFile: string) => Counts;
  needs?: string;
};

const bin = (...path: string[]) => join("node_modules", ...path);

/** In this order; all run even if one fails, except where pointless. */
export const TEST_STEPS: TestStep[] = [
  { name: "generate", run: () => ensureGenerated() },
  {
    name: "lint",
    run: () => program(bin("@biomejs", "biome", "bin", "biome"), ["check", "--error-on-warnings", "."]),
  },
  {
    name: "types",
    run: async () => {
      await program(bin("next", "dist", "bin", "next"), ["typegen"]);
      await program(bin("typescript", "bin", "tsc"), ["--noEmit", "-p", "."]);
    },
    needs: "generate",
  },
  {
    name: "boundaries",
    run: () =>
      program(bin("dependency-cruiser", "bin", "dependency-cruise.mjs"), [
        "--config",
        ".dependency-cruiser.cjs",
        ...["app", "lib", "prisma", "bin", "bench", "e2e"],
      ]),
    needs: "generate",
  },
  // Before the unit tests: some of them start server processes.
  { name: "build", run: () => (isBuilt() ? Promise.resolve() : build()), needs: "generate" },
  {
    name: "unit",
    run: (report) =>
      program(bin("vitest", "vitest.mjs"), [
        "run",
        ...["--config", join("lib", "testing", "vitest.config.ts")],
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ]),
    counts: vitestCounts,
    needs: "generate",
  },
  { name: "chromium", run: ensureChromium },
  {
    name: "e2e",
    run: (report) =>
      program(
        bin("@playwright", "test", "cli.js"),
        ["test", "--config", join("e2e", "playwright.config.ts"), "--reporter=line,json"],
        { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      ),
    counts: playwrightCounts,
    needs: "build",
  },
];

function program(script: string, args: string[], more: Record<string, string> = {}): Promise<void> {
  return runProgram(script, args, {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    FORCE_COLOR: "0",
    ...more,
  });
}
