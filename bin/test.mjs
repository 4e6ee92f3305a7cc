#!/usr/bin/env node
// `npm test`: everything, on a fresh clone. Plain JavaScript up to the point where libraries are installed.
import { join } from "node:path";
import { ensureInstalled, projectDir, requireNode } from "./install.mjs";

requireNode();
await ensureInstalled();
const { register } = await import("tsx/esm/api");
register({ tsconfig: join(projectDir, "tsconfig.json") });
const { runTests } = await import("./testing/runTests.ts");
process.exitCode = await runTests(process.argv.slice(2));
