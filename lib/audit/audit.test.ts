import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase, type Transaction } from "@/lib/db/client";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { audit, inOneMoment } from "./audit";
import type { Finding } from "./finding";
import { fullDossier } from "./fullDossier.testing";

let desk: TestDesk;
let root: Database;
let folder: string;
let dossierId: string;
const before = process.env.STET_DATA_DIR;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-audit-"));
  process.env.STET_DATA_DIR = folder;
  desk = await openDesk();
  root = openDatabase(desk.url);
  ({ dossierId } = await fullDossier(desk));
}, 60_000);
afterAll(async () => {
  await root.$disconnect();
  await desk.close();
  if (before === undefined) delete process.env.STET_DATA_DIR;
  else process.env.STET_DATA_DIR = before;
  await rm(folder, { recursive: true });
});

/** Of the dossier that was made by commands alone; the desk's own has members that no entry brought in. */
async function findings(tx: Transaction): Promise<Finding[]> {
  const all: Finding[] = [];
  for await (const finding of audit(tx)) if (finding.dossierId !== desk.dossierId) all.push(finding);
  return all;
}

test("what was made by commands is what the journal says", async () => {
  expect(await inOneMoment(root, findings)).toEqual([]);
  expect(dossierId).not.toBe(desk.dossierId);
});
