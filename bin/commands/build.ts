import { parseArgs } from "node:util";
import { ensureGenerated } from "../generate";
import { build, isBuilt } from "../productionBuild";

export const usage = `Usage: stet build

Generates the database client and builds for production, each only if its sources changed. \`stet start\` does
this by itself; images and pipelines do it beforehand.`;

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  await ensureGenerated();
  if (!isBuilt()) await build();
  return 0;
}
