import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { APP_ROLE } from "@/lib/db/roles";
import { testDatabase } from "@/lib/testing/database";
import { seed } from "./seed";

test("a seed that was cut off and run again ends with the same rows, once each", async () => {
  const { url, drop } = await testDatabase();
  process.env.STET_DATABASE_ROLE = APP_ROLE;
  const db = openDatabase(url, APP_ROLE);
  try {
    const accounts = (["owner", "editor", "reviewer", "viewer"] as const).map((role) => {
      return { role, email: `${role}@stet.example`, password: "a password for tests" };
    });
    const ids = Array.from({ length: 100 }, uuidv7);
    // Too few ids: it ends in the middle, as a killed process does.
    await expect(seed(url, { accounts, ids: ids.slice(0, 12) })).rejects.toThrow(/ids/);
    await seed(url, { accounts, ids });
    await seed(url, { accounts, ids });
    const counts = [
      db.user.count(),
      db.dossier.count(),
      db.article.count(),
      db.link.count(),
      db.report.count(),
    ];
    expect(await Promise.all(counts)).toEqual([4, 1, 3, 5, 1]);
    expect(await db.annotation.count()).toBe(15);
  } finally {
    await db.$disconnect();
    await drop();
  }
});
