import { readFileSync } from "node:fs";

/** How many tests of a step passed, failed and were skipped. */
export type Counts = { passed: number; failed: number; skipped: number };

/** Reads vitest's JSON report. A file that could not be loaded has no tests: it counts as one failure. */
export function vitestCounts(path: string): Counts {
  const report = read(path) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Reads Playwright's JSON report. What passed only when tried again passed. */
export function playwrightCounts(path: string): Counts {
  const { stats, errors } = read(path) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: unknown[];
  };
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  };
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
