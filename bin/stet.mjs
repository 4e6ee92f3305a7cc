#!/usr/bin/env node
// The way in to every command. Plain JavaScript without dependencies up to the point where they are installed.
import { join } from "node:path";
import { ensureInstalled, projectDir, requireNode } from "./install.mjs";

requireNode();
await ensureInstalled();
const { register } = await import("tsx/esm/api");
register({ tsconfig: join(projectDir, "tsconfig.json") });
const { runCommandLine } = await import("./commandLine.ts");
const code = await runCommandLine(process.argv.slice(2));
// Idle database connections would keep the process for seconds; what was printed is let out first.
process.stdout.write("", () => process.exit(code));
