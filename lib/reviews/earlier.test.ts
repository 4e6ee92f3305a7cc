import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testKey } from "@/lib/exporting/fixture";
import { verifyExport } from "./verify";

/** Files as earlier versions of Stet wrote them. Never made anew: they stand for what is out in the world. */
const folder = join(import.meta.dirname, "earlier");

const names = await readdir(folder);

describe("a file that an earlier version exported", () => {
  test.each(names)("%s is what was signed, still", async (name) => {
    const file = await readFile(join(folder, name));
    expect(verifyExport(file, [testKey])).toMatchObject({ valid: true, reasons: [] });
    const altered = file.toString("utf8").replace("state television", "state radio");
    expect(verifyExport(altered, [testKey]).valid).toBe(false);
  });
});
