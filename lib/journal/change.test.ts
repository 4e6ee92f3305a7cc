import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APP_ROLE } from "@/lib/db/roles";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { brokenAt } from "./chain";
import { entrySchema } from "./entries";
import { entriesAfter } from "./tail";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe("the journal", () => {
  test("has no gap and a whole chain after many writers at once", async () => {
    const words = ["The minister", "490 people", "Nobody", "were told", "wait", "freed", "confirmed"];
    const writers = [desk.editor, desk.editor2, desk.reviewer, desk.owner];
    // Each their own passages: the same one twice would be refused.
    const tagged = words.flatMap((word) =>
      writers.map((writer, i) => desk.tag(word.slice(0, word.length - i), "claim", writer)),
    );
    await Promise.all(tagged);
    const entries = await entriesAfter(desk.db, desk.dossierId, 0, 1_000);
    expect(entries.length).toBe(3 + words.length * writers.length);
    expect(brokenAt(entries)).toBeNull();
    for (const entry of entries) expect(entrySchema.safeParse(entry).error).toBeUndefined();
    const dossier = await desk.db.dossier.findUniqueOrThrow({ where: { id: desk.dossierId } });
    expect(dossier.journalSeq).toBe(entries.length);
    expect(dossier.journalHead).toBe(entries.at(-1)?.hash);
  });

  test("keeps nothing of a change that fails", async () => {
    const before = await entriesAfter(desk.db, desk.dossierId, 0, 1_000);
    await expect(desk.tag("The minister", "claim", desk.viewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await entriesAfter(desk.db, desk.dossierId, 0, 1_000)).toEqual(before);
  });

  test.each([
    ["UPDATE journal_entry SET payload = '{}'"],
    ["DELETE FROM journal_entry"],
    ["TRUNCATE journal_entry CASCADE"],
    ["UPDATE revision SET text = 'other'"],
    ["DELETE FROM revision"],
    ["TRUNCATE revision CASCADE"],
    [
      "INSERT INTO journal_entry SELECT dossier_id, seq + 5, actor_id, at, type, subject_type, subject_id, payload, prev, hash FROM journal_entry WHERE seq = 1",
    ],
  ])("is refused by the database itself, to its owner too: %s", async (statement) => {
    for (const options of [undefined, `-c role=${APP_ROLE}`]) {
      const client = new pg.Client({ connectionString: desk.url, options });
      await client.connect();
      try {
        await expect(client.query(statement)).rejects.toThrow(
          /never change|does not follow|permission denied/,
        );
      } finally {
        await client.end();
      }
    }
  });

  test("the server's role lacks the right to change it, triggers or not", async () => {
    const client = new pg.Client({ connectionString: desk.url, options: `-c role=${APP_ROLE}` });
    await client.connect();
    try {
      await expect(client.query("UPDATE journal_entry SET payload = '{}'")).rejects.toThrow(
        /permission denied/,
      );
      await expect(client.query("DELETE FROM revision")).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
    }
  });
});

describe("a write that waits for its turn", () => {
  test("is refused when its writer was removed meanwhile", async () => {
    const holder = new pg.Client({ connectionString: desk.url });
    await holder.connect();
    try {
      await holder.query("BEGIN");
      await holder.query("SELECT 1 FROM dossier WHERE id = $1 FOR UPDATE", [desk.dossierId]);
      const waiting = desk.tag("The minister", "figure", desk.reviewer2);
      const outcome = expect(waiting).rejects.toMatchObject({ code: "not_found" });
      await untilSomeoneWaits(holder);
      const member = [desk.dossierId, desk.reviewer2.caller.id];
      await holder.query("DELETE FROM member WHERE dossier_id = $1 AND user_id = $2", member);
      await holder.query("COMMIT");
      await outcome;
    } finally {
      await holder.end();
    }
  });
});

async function untilSomeoneWaits(client: pg.Client): Promise<void> {
  const sql =
    "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
  for (;;) {
    const { rows } = await client.query<{ waiting: number }>(sql);
    if ((rows[0]?.waiting ?? 0) > 0) return;
  }
}

describe("a broken chain", () => {
  test("is found wherever an entry is altered, dropped, swapped or added", async () => {
    const entries = await entriesAfter(desk.db, desk.dossierId, 0, 1_000);
    for (const [index, entry] of entries.entries()) {
      const altered = entries.with(index, { ...entry, actorId: desk.outsider.caller.id });
      expect(brokenAt(altered)).not.toBeNull();
      if (index < entries.length - 1) expect(brokenAt(entries.toSpliced(index, 1))).not.toBeNull();
      expect(brokenAt(entries.toSpliced(index, 0, entry))).not.toBeNull();
    }
  });
});
