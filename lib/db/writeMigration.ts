import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openSchemaEngine } from "@/lib/db/schemaEngine";

/** `path` is the new migration's folder, relative to the project; null when the schema has not changed. */
export type WrittenMigration = { path: string | null };

/**
 * Writes `prisma/migrations/<UTC time>_<name>/migration.sql`: what leads from the last migration's schema to
 * today's `prisma/schema.prisma`. Each migration keeps the schema that it led to beside it (`schema.prisma`),
 * so that the next one needs no database: the WebAssembly engine cannot introspect one.
 *
 * With `empty`, a migration without statements is written even when nothing changed (for triggers by hand).
 */
export async function writeMigration(
  projectDir: string,
  name: string,
  options: { empty?: boolean; now?: Date } = {},
): Promise<WrittenMigration> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(`A migration's name is lower-case letters, digits and _, not "${name}".`);
  }
  const migrations = join(projectDir, "prisma", "migrations");
  const schema = await readFile(join(projectDir, "prisma", "schema.prisma"), "utf8");
  const sql = await diff(await lastSchema(migrations), schema);
  if (sql === "" && !options.empty) return { path: null };
  const time = (options.now ?? new Date()).toISOString().replace(/[-:T]/g, "").slice(0, 14);
  const folder = `${time}_${name}`;
  await mkdir(join(migrations, folder), { recursive: true });
  await writeFile(join(migrations, folder, "migration.sql"), sql === "" ? "-- No change of tables.\n" : sql);
  await writeFile(join(migrations, folder, "schema.prisma"), schema);
  // Prisma's own CLI looks for this file; it keeps `prisma migrate deploy` usable where its engine exists.
  await writeFile(join(migrations, "migration_lock.toml"), 'provider = "postgresql"\n');
  return { path: join("prisma", "migrations", folder) };
}

/** The SQL that leads from one schema's text (null: nothing) to another's; "" when there is no difference. */
async function diff(from: string | null, to: string): Promise<string> {
  const { engine, close } = await openSchemaEngine(null);
  const { stdout } = await engine.diff({
    from:
      from === null
        ? { tag: "empty" }
        : { tag: "schemaDatamodel", files: [{ path: "before.prisma", content: from }] },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: to }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  await close();
  // The database's own schema exists already, and a managed Postgres may not let its user try to create it.
  const sql = (stdout ?? "").replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n', "").trim();
  return sql === "" || sql === "-- This is an empty migration." ? "" : `${sql}\n`;
}

/** The newest schema kept beside a migration, or null before the first. */
async function lastSchema(migrations: string): Promise<string | null> {
  const folders = await readdir(migrations, { withFileTypes: true }).catch(() => []);
  const names = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const last = names.sort().at(-1);
  if (last === undefined) return null;
  return readFile(join(migrations, last, "schema.prisma"), "utf8");
}
