import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { APP_ROLE, APPEND_ONLY_TABLES, ensureRoles } from "@/lib/db/roles";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";

let database: TestDatabase;
let app: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  app = new pg.Client({ connectionString: database.url, options: `-c role=${APP_ROLE}` });
  await app.connect();
});

afterAll(async () => {
  await app?.end();
  await database?.drop();
});

describe("the role of the server", () => {
  test.each(APPEND_ONLY_TABLES)("may not change or empty %s", async (table) => {
    await expect(app.query(`DELETE FROM ${table}`)).rejects.toThrow("permission denied");
    await expect(app.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow("permission denied");
    const { rows } = await app.query("SELECT has_any_column_privilege($1, 'UPDATE') AS may", [table]);
    expect(rows).toEqual([{ may: false }]);
  });

  test("may read and write the rest, and nothing of Prisma's", async () => {
    await expect(app.query("UPDATE dossier SET title = title")).resolves.toMatchObject({ rowCount: 0 });
    await expect(app.query("SELECT FROM _prisma_migrations")).rejects.toThrow("permission denied");
  });

  test("is in force again after a second call, and migrating twice applies nothing", async () => {
    expect(await migrate(database.url, process.cwd())).toEqual([]);
    expect(await ensureRoles(database.url)).toEqual({ inForce: true, notice: null });
  });

  test("is left out, with a notice, for a user who may not make roles", async () => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    const name = `weak_${Date.now()}`;
    await owner.query(`CREATE ROLE ${name} LOGIN PASSWORD 'weak'`);
    try {
      const url = new URL(database.url);
      url.username = name;
      url.password = "weak";
      const { inForce, notice } = await ensureRoles(url.href);
      expect(inForce).toBe(false);
      expect(notice).toContain("triggers alone");
    } finally {
      await owner.query(`DROP ROLE ${name}`);
      await owner.end();
    }
  });
});
