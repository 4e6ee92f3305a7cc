import { parseArgs } from "node:util";
import { writeMigration } from "@/lib/db/writeMigration";
import { projectDir } from "../install.mjs";
import { WrongUsage } from "../outcome";

export const usage = `Usage: stet migration NAME [--empty]

Writes prisma/migrations/<time>_NAME/migration.sql, which leads from the schema of the last migration to
today's prisma/schema.prisma. Read it, add triggers and data changes by hand, commit it.

  --empty   write one even if the schema has not changed`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { empty: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new WrongUsage("one NAME is needed.");
  const { path } = await writeMigration(projectDir, name, { empty: values.empty });
  console.log(path === null ? "The schema has not changed since the last migration." : `Wrote ${path}`);
  return 0;
}
