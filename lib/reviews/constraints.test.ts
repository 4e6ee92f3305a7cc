import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReport } from "@/lib/reports/commands";
import { deskPassword, openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { decide, returnRound } from "./decisionCommands";
import type { Round } from "./schema";
import { signRound } from "./signCommand";

/** What the database refuses to anybody, the owner of its tables included. */

let desk: TestDesk;
let client: pg.Client;
let signed: Round;
let returned: Round;
let open: Round;
beforeAll(async () => {
  process.env.STET_DATA_DIR = await mkdtemp(join(tmpdir(), "stet-keys-"));
  desk = await openDesk();
  const { editor, reviewer, dossierId } = desk;
  await desk.tag("490 people were freed", "figure");
  await desk.tag("Nobody else confirmed it", "claim", desk.editor2);
  const submitted = async (title: string) => {
    const report = await createReport(editor, { dossierId, title });
    return submitRound(editor, { reportId: report.id });
  };
  const accept = ({ id, items }: Round, count: number) =>
    decide(reviewer, {
      roundId: id,
      items: items.slice(0, count).map((item) => ({ type: item.type, id: item.id, decision: "accepted" })),
    });
  signed = await submitted("Signed");
  await accept(signed, 2);
  const given = { statement: "Checked.", password: deskPassword };
  await signRound(reviewer, { roundId: signed.id, contentHash: signed.contentHash, ...given });
  returned = await submitted("Returned");
  await accept(returned, 2);
  await returnRound(reviewer, { roundId: returned.id, reason: "Once more." });
  open = await submitted("Open");
  await accept(open, 1);
  client = new pg.Client({ connectionString: desk.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await desk.close();
});

type Ids = Record<"open" | "signed" | "returned" | "accepted" | "undecided" | "reviewer" | "editor", string>;
const ids = (): Ids => ({
  ...{ open: open.id, signed: signed.id, returned: returned.id },
  ...{ accepted: open.items[0]?.id ?? "", undecided: open.items[1]?.id ?? "" },
  ...{ reviewer: desk.reviewer2.caller.id, editor: desk.editor.caller.id },
});
const item = ({ open, undecided }: Ids) => `round_id = '${open}' AND item_id = '${undecided}'`;
const signOff = (round: string, hash: string, who: string) => `
  INSERT INTO sign_off (id, round_id, reviewer_id, content_hash, statement, signed, signature, key_id, signed_at)
  VALUES (gen_random_uuid(), '${round}', '${who}', '${hash}', 's', '{}', 's', 'k', now())`;
const another = (columns: string, from: string) => `
  INSERT INTO round (id, report_id, dossier_id, number, snapshot, content_hash, journal_seq, submitted_by_id${columns}
  FROM round WHERE id = '${from}'`;
const next = (from: string) =>
  `${another(") SELECT gen_random_uuid(), report_id, dossier_id, number + 1, snapshot, content_hash, journal_seq, submitted_by_id", from)} RETURNING id`;

test.each<[string, (ids: Ids) => string, RegExp]>([
  [
    "a decision by whoever made it",
    (on) => `UPDATE round_item SET decision = 'accepted', decided_by_id = makers[1] WHERE ${item(on)}`,
    /decision_by_another/,
  ],
  [
    "a decision by nobody",
    (on) => `UPDATE round_item SET decision = 'accepted' WHERE ${item(on)}`,
    /decision_has_decider/,
  ],
  [
    "a decider without a decision",
    (on) => `UPDATE round_item SET decided_by_id = '${on.reviewer}' WHERE ${item(on)}`,
    /decision_has_decider/,
  ],
  [
    "a return without a reason",
    (on) =>
      `UPDATE round_item SET decision = 'returned', reason = '  ', decided_by_id = '${on.reviewer}' WHERE ${item(on)}`,
    /return_has_reason/,
  ],
  [
    "other makers of an item",
    (on) => `UPDATE round_item SET makers = '{}' WHERE ${item(on)}`,
    /does not change/,
  ],
  [
    "another version of an item",
    (on) => `UPDATE round_item SET item_version = 9 WHERE ${item(on)}`,
    /does not change/,
  ],
  [
    "another hash of an item",
    (on) => `UPDATE round_item SET content_hash = 'x' WHERE ${item(on)}`,
    /does not change/,
  ],
  [
    "a decision carried over afterwards",
    (on) => `UPDATE round_item SET carried_from_id = '${on.signed}' WHERE ${item(on)}`,
    /does not change/,
  ],
  [
    "another decision in a signed round",
    (on) => `UPDATE round_item SET decision = NULL, decided_by_id = NULL WHERE round_id = '${on.signed}'`,
    /round is closed/,
  ],
  [
    "another decision in a returned round",
    (on) => `UPDATE round_item SET decision = NULL, decided_by_id = NULL WHERE round_id = '${on.returned}'`,
    /round is closed/,
  ],
  ["an item less", (on) => `DELETE FROM round_item WHERE ${item(on)}`, /never change/],
  [
    "a contributor less",
    (on) => `DELETE FROM round_contributor WHERE round_id = '${on.open}'`,
    /never change/,
  ],
  [
    "a contributor made another",
    () => "UPDATE round_contributor SET user_id = gen_random_uuid()",
    /never change/,
  ],
  ["a round less", (on) => `DELETE FROM round WHERE id = '${on.open}'`, /never change/],
  ["another snapshot", (on) => `UPDATE round SET snapshot = '{}' WHERE id = '${on.open}'`, /does not change/],
  ["another hash", (on) => `UPDATE round SET content_hash = 'x' WHERE id = '${on.open}'`, /does not change/],
  ["another waiver", (on) => `UPDATE round SET waiver = 'x' WHERE id = '${on.open}'`, /does not change/],
  [
    "a returned round opened",
    (on) => `UPDATE round SET status = 'in_review' WHERE id = '${on.returned}'`,
    /does not change/,
  ],
  [
    "a signed round opened",
    (on) => `UPDATE round SET status = 'in_review' WHERE id = '${on.signed}'`,
    /does not change/,
  ],
  [
    "a round called signed",
    (on) => `UPDATE round SET status = 'signed_off' WHERE id = '${on.open}'`,
    /signed by 0 of 1/,
  ],
  [
    "a round that begins signed",
    (on) =>
      another(
        `, status) SELECT gen_random_uuid(), report_id, dossier_id, 9, snapshot, content_hash, journal_seq, submitted_by_id, 'signed_off'::"RoundStatus"`,
        on.open,
      ),
    /begins in review/,
  ],
  [
    "two rounds of one number",
    (on) =>
      another(
        ") SELECT gen_random_uuid(), report_id, dossier_id, number, snapshot, content_hash, journal_seq, submitted_by_id",
        on.open,
      ),
    /round_report_id_number_key/,
  ],
  [
    "a signature of a contributor",
    (on) => signOff(on.open, open.contentHash, on.editor),
    /contributor does not sign/,
  ],
  [
    "a signature over another hash",
    (on) => signOff(on.open, "0".repeat(64), on.reviewer),
    /not the hash of the round/,
  ],
  [
    "a signature while an item is open",
    (on) => signOff(on.open, open.contentHash, on.reviewer),
    /not every item is accepted/,
  ],
  [
    "a signature of a returned round",
    (on) => signOff(on.returned, returned.contentHash, on.reviewer),
    /not in review/,
  ],
  [
    "a signature of a signed round",
    (on) => signOff(on.signed, signed.contentHash, on.reviewer),
    /not in review/,
  ],
  ["other words of a sign-off", () => "UPDATE sign_off SET statement = 'other'", /never change/],
  ["a sign-off less", () => "DELETE FROM sign_off", /never change/],
  ...["sign_off", "round_item", "round_contributor"].map((table): [string, () => string, RegExp] => [
    `${table} emptied`,
    () => `TRUNCATE ${table} CASCADE`,
    /never change/,
  ]),
])("%s", async (_what, statement, why) => {
  await expect(client.query(statement(ids()))).rejects.toThrow(why);
});

test.each<[string, (columns: Record<string, string>) => Record<string, string>, RegExp | null]>([
  ["what an earlier round accepted", (row) => row, null],
  [
    "another's acceptance",
    (row) => ({ ...row, decided_by_id: `'${desk.reviewer2.caller.id}'` }),
    /no earlier round/,
  ],
  ["another time of it", (row) => ({ ...row, decided_at: "now()" }), /no earlier round/],
  ["an acceptance of other content", (row) => ({ ...row, content_hash: "'x'" }), /no earlier round/],
  ["a decision from nowhere", (row) => ({ ...row, carried_from_id: "NULL" }), /no earlier round/],
  [
    "a decision of another report",
    (row) => ({ ...row, carried_from_id: `'${signed.id}'` }),
    /no earlier round/,
  ],
  ["a return", (row) => ({ ...row, decision: "'returned'", reason: "'r'" }), /no earlier round/],
  [
    "an acceptance by a maker",
    (row) => ({ ...row, makers: `ARRAY['${desk.reviewer.caller.id}']::uuid[]` }),
    /decision_by_another/,
  ],
  [
    "no decision, but a round it came from",
    (row) => ({ ...row, decision: "NULL", decided_by_id: "NULL" }),
    /no earlier round/,
  ],
])("carried into a new round: %s", async (_what, change, why) => {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<{ id: string }>(next(returned.id));
    const columns = change({
      ...{ round_id: `'${rows[0]?.id}'`, type: "type", item_id: "item_id", item_version: "item_version" },
      ...{ content_hash: "content_hash", makers: "makers", decision: "decision", reason: "reason" },
      ...{ decided_by_id: "decided_by_id", decided_at: "decided_at", carried_from_id: "round_id" },
    });
    const carrying = client.query(`
      INSERT INTO round_item (${Object.keys(columns).join(", ")})
      SELECT ${Object.values(columns).join(", ")} FROM round_item WHERE round_id = '${returned.id}'`);
    if (why) await expect(carrying).rejects.toThrow(why);
    else expect((await carrying).rowCount).toBe(2);
  } finally {
    await client.query("ROLLBACK");
  }
});

test("two sign-offs where two are needed, by two people", async () => {
  await client.query("BEGIN");
  try {
    await client.query("UPDATE dossier SET sign_offs_required = 2");
    const rest = `decision = 'accepted', decided_by_id = '${desk.reviewer.caller.id}', decided_at = now()`;
    await client.query(`UPDATE round_item SET ${rest} WHERE ${item(ids())}`);
    await client.query(signOff(open.id, open.contentHash, desk.reviewer.caller.id));
    await client.query("SAVEPOINT one");
    const close = `UPDATE round SET status = 'signed_off' WHERE id = '${open.id}'`;
    await expect(client.query(close)).rejects.toThrow(/signed by 1 of 2/);
    await client.query("ROLLBACK TO one");
    const again = client.query(signOff(open.id, open.contentHash, desk.reviewer.caller.id));
    await expect(again).rejects.toThrow(/sign_off_round_id_reviewer_id_key/);
    await client.query("ROLLBACK TO one");
    await client.query(signOff(open.id, open.contentHash, desk.reviewer2.caller.id));
    expect((await client.query(close)).rowCount).toBe(1);
  } finally {
    await client.query("ROLLBACK");
  }
});
