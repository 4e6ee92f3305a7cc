import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./hash";
import { projectDir } from "./install.mjs";
import { runProgram } from "./runProgram";

/** Not tsconfig.json: the build itself may write there, and would be out of date at once. */
const SOURCES = [
  "app",
  "lib",
  "prisma/schema.prisma",
  "next.config.js",
  ".postcssrc.json",
  "package-lock.json",
];

const stamp = join(projectDir, ".next", "stet-sources");

/** Whether `.next` holds the production build of today's sources. */
export function isBuilt(): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOf(SOURCES);
}

/** Runs `next build`. The hash is taken before: what is edited meanwhile is built again next time. */
export async function build(signal?: AbortSignal): Promise<void> {
  const hash = hashOf(SOURCES);
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await runProgram(join("node_modules", "next", "dist", "bin", "next"), ["build"], env, signal);
  writeFileSync(stamp, hash);
}
