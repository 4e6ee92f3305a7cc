import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase, type Transaction } from "@/lib/db/client";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { audit } from "./audit";
import type { Finding } from "./finding";
import { fullDossier } from "./fullDossier.testing";
import { inOneMoment } from "./inOneMoment";
import { coveredTables, type Tampering, tamper, ways } from "./tampering.testing";

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

/** Undoes a transaction whose outcome is known. */
class Undone extends Error {
  constructor(readonly outcome: { did: string | null; found: Finding[] }) {
    super("undone");
  }
}

/** Tampers, audits, and takes all of it back. */
async function tried(tampering: Tampering): Promise<{ did: string | null; found: Finding[] }> {
  const work = async (tx: Transaction) => {
    const did = await tamper(tx, await coveredTables(tx), dossierId, tampering);
    throw new Undone({ did, found: did === null ? [] : await findings(tx) });
  };
  try {
    return await root.$transaction(work, { timeout: 60_000 });
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    // Keys and checks hold without triggers, too: what they refuse was no tampering.
    if (error instanceof Error && /Code: `(23505|23514)`/.test(error.message))
      return { did: null, found: [] };
    throw error;
  }
}

test.each([
  [
    "when a webhook was deleted",
    "UPDATE webhook SET deleted_at = deleted_at + interval '1 s' WHERE deleted_at IS NOT NULL",
  ],
  ["a list made nothing", "UPDATE webhook SET types = NULL WHERE types = '{}'"],
  ["a memo's document", "DELETE FROM memo_state"],
  ["an archived copy", "UPDATE evidence SET archived = 'x'::bytea, archived_type = 'text/plain'"],
  ["a key of a stranger", "INSERT INTO signing_key (id, public_key) VALUES ('0123456789abcdef', 'AAAA')"],
  ["the order of a report's articles", "UPDATE report_article SET position = position + 1"],
])("%s is looked at", async (_, sql) => {
  const work = async (tx: Transaction) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    const did = (await tx.$executeRawUnsafe(sql)) > 0 ? sql : null;
    throw new Undone({ did, found: await findings(tx) });
  };
  const outcome = await root.$transaction(work, { timeout: 60_000 }).catch((error) => {
    if (error instanceof Undone) return error.outcome;
    throw error;
  });
  expect(outcome).toMatchObject({ did: sql, found: expect.arrayContaining([expect.anything()]) });
});

/** How many random tamperings: a few of the thousand that are promised, unless all are asked for. */
const count = Number(process.env.STET_TAMPERINGS ?? 40);

test(`${count} random tamperings with rows and journals are all found`, {
  timeout: 60_000 + count * 2_000,
}, async () => {
  const number = fc.nat(1_000_000);
  const tampering = fc.record({
    way: fc.constantFrom(...ways, "flip" as const, "flip" as const),
    ...{ table: number, row: number, other: number, column: number, salt: number },
  });
  let caught = 0;
  const missed: string[] = [];
  while (caught + missed.length < count) {
    for (const one of fc.sample(tampering, count)) {
      if (caught + missed.length >= count) break;
      const { did, found } = await tried(one);
      if (did === null) continue;
      if (found.length > 0) caught += 1;
      else missed.push(`${did} ${JSON.stringify(one)}`);
    }
  }
  expect(missed).toEqual([]);
  expect(caught).toBe(count);
  expect(await inOneMoment(root, findings)).toEqual([]);
});
