import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Counts } from "./counts";
import { TEST_STEPS, type TestStep } from "./steps";

type Outcome = Counts & { name: string; state: "passed" | "failed" | "left out"; seconds: number };

/**
 * Runs the steps, prints a line each as they end and the log of those that fail, then one table and last a line
 * of its own, "N passed, N failed". `--only NAME` (repeatable) runs chosen steps. Exit code 0: all passed.
 */
export async function runTests(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { only: { type: "string", multiple: true } } });
  const unknown = values.only?.find((name) => !TEST_STEPS.some((step) => step.name === name));
  if (unknown !== undefined) {
    console.error(
      `npm test: no step "${unknown}"; there are ${TEST_STEPS.map(({ name }) => name).join(", ")}.`,
    );
    return 2;
  }
  const chosen = TEST_STEPS.filter(({ name }) => values.only === undefined || values.only.includes(name));
  const reports = mkdtempSync(join(tmpdir(), "stet-test-"));
  const outcomes: Outcome[] = [];
  for (const step of chosen) {
    const cannot = outcomes.some(({ name, state }) => name === step.needs && state !== "passed");
    outcomes.push(cannot ? leaveOut(step) : await runStep(step, join(reports, `${step.name}.json`)));
  }
  rmSync(reports, { recursive: true });
  return summarise(outcomes);
}

async function runStep(step: TestStep, report: string): Promise<Outcome> {
  const begun = performance.now();
  console.log(`${step.name} …`);
  let problem: string | null = null;
  try {
    await step.run(report);
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  const counts = count(step, report, problem !== null);
  const failed = problem !== null || counts.failed > 0;
  const seconds = (performance.now() - begun) / 1000;
  if (problem !== null) console.log(`\n${problem}\n`);
  console.log(`${failed ? "✗" : "✓"} ${step.name} (${seconds.toFixed(1)} s)`);
  return { ...counts, name: step.name, state: failed ? "failed" : "passed", seconds };
}

/** A step that fails without one failed test (it crashed, it wrote no report) is a failure all the same. */
function count(step: TestStep, report: string, failed: boolean): Counts {
  if (step.counts === undefined || !existsSync(report)) {
    return {
      passed: failed || step.counts !== undefined ? 0 : 1,
      failed: failed || step.counts !== undefined ? 1 : 0,
      skipped: 0,
    };
  }
  const counts = step.counts(report);
  return failed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function leaveOut(step: TestStep): Outcome {
  console.log(`✗ ${step.name}: left out, since ${step.needs} failed`);
  return { name: step.name, state: "left out", passed: 0, failed: 1, skipped: 0, seconds: 0 };
}

function summarise(outcomes: Outcome[]): number {
  console.log(
    `\n${"".padEnd(12)}${"passed".padStart(8)}${"failed".padStart(8)}${"skipped".padStart(9)}${"time".padStart(9)}`,
  );
  for (const { name, state, passed, failed, skipped, seconds } of outcomes) {
    const numbers = `${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}`;
    console.log(
      `${name.padEnd(12)}${numbers}${`${seconds.toFixed(1)} s`.padStart(9)}${state === "passed" ? "" : `  ${state}`}`,
    );
  }
  const sum = (key: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
}
