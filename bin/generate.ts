import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./hash";
import { projectDir } from "./install.mjs";
import { runProgram } from "./runProgram";

const generated = join(projectDir, "lib", "db", "generated");

/** Whether the generated Prisma client is that of today's schema and libraries. */
export function isGenerated(): boolean {
  const stamp = join(generated, ".schema-hash");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === schemaHash();
}

/** Runs `prisma generate` if the schema has changed since it last ran. Needs no network and no engine. */
export async function ensureGenerated(signal?: AbortSignal): Promise<void> {
  if (isGenerated()) return;
  const hash = schemaHash();
  await runProgram(
    join("node_modules", "prisma", "build", "index.js"),
    ["generate", "--schema", join("prisma", "schema.prisma")],
    {
      ...process.env,
      // Prisma looks for its native engine, and would download it, though generating does not use it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
    signal,
  );
  writeFileSync(join(generated, ".schema-hash"), hash);
}

function schemaHash(): string {
  return hashOf(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
}
