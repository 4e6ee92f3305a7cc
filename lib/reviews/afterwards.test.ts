import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Annotation } from "@/lib/annotations/schema";
import { deleteArticle } from "@/lib/articles/commands";
import type { Context } from "@/lib/auth/caller";
import { changeDossierSettings } from "@/lib/dossiers/commands";
import { exportReport } from "@/lib/exporting/queries";
import { createReport, deleteReport } from "@/lib/reports/commands";
import { readReport } from "@/lib/reports/queries";
import { deskPassword, openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { addCorrection } from "./correctionCommands";
import { decide } from "./decisionCommands";
import { listCorrections, listRounds, readRound } from "./queries";
import type { Round } from "./schema";
import { signRound } from "./signCommand";
import { knownPublicKeys } from "./signingKeys";
import { type Verdict, verifyExport } from "./verify";
import { withdrawSignOff } from "./withdrawCommand";

let desk: TestDesk;
let claim: Annotation;
beforeAll(async () => {
  vi.stubEnv("STET_DATA_DIR", await mkdtemp(join(tmpdir(), "stet-after-")));
  desk = await openDesk();
  claim = await desk.tag("490 people were freed", "figure");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await desk.close();
});

const statement = "I checked this.";
const password = deskPassword;

/** A new report's first round with everything in it accepted. */
async function accepted(title: string): Promise<Round> {
  const { id: reportId } = await createReport(desk.editor, { dossierId: desk.dossierId, title });
  const round = await submitRound(desk.editor, { reportId });
  const items = round.items.map(({ type, id }) => ({ type, id, decision: "accepted" as const }));
  return decide(desk.reviewer, { roundId: round.id, items });
}
const sign = (who: Context, { id, contentHash }: Round) =>
  signRound(who, { roundId: id, contentHash, statement, password });
const signed = async (title: string) => sign(desk.reviewer, await accepted(title));
const wrongly = (round: Round, on = { type: "annotation" as const, id: claim.id }) => ({
  ...{ roundId: round.id, on, wrong: "It was 490 families.", correct: "490 families were freed." },
});
const verdictOf = async ({ reportId, id }: Round, format = "json"): Promise<Verdict> => {
  const { body } = await exportReport(desk.viewer, { reportId, format, round: id });
  return verifyExport(body, await knownPublicKeys());
};
const counts = () => Promise.all([desk.db.signOff.count(), desk.db.journalEntry.count()]);

describe("a password before a signature", () => {
  test("none, and a wrong one: refused at that field, with nothing written", async () => {
    const { id: roundId, contentHash } = await accepted("No password");
    const before = await counts();
    for (const given of [undefined, "", "not the password"]) {
      await expect(
        signRound(desk.reviewer, {
          roundId,
          contentHash,
          statement,
          ...(given !== undefined && { password: given }),
        }),
      ).rejects.toMatchObject({ code: "forbidden", field: "password" });
    }
    expect(await counts()).toEqual(before);
  });

  test("a token signs by its scope alone, and not without it", async () => {
    const { id: roundId, contentHash } = await accepted("By token");
    const by = (scopes: Context["caller"]["scopes"]): Context => ({
      ...desk.reviewer,
      caller: { ...desk.reviewer.caller, inPerson: false, scopes },
    });
    const signature = { roundId, contentHash, statement };
    await expect(signRound(by(["read", "write"]), signature)).rejects.toMatchObject({ code: "forbidden" });
    expect((await signRound(by(["read", "sign"]), signature)).status).toBe("signed_off");
  });

  test("guessing is counted by account, with the attempts to sign in", async () => {
    const { id: roundId, contentHash } = await accepted("Guessing");
    const guess = (n: number) =>
      signRound(desk.reviewer2, { roundId, contentHash, statement, password: `guess ${n}` }).catch(
        (e) => e.code,
      );
    const codes = await Promise.all(Array.from({ length: 24 }, (_, n) => guess(n)));
    expect(codes.filter((code) => code === "forbidden")).toHaveLength(20);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(4);
    // The right one does not get through either until the time is over.
    await expect(sign(desk.reviewer2, { id: roundId, contentHash } as Round)).rejects.toMatchObject({
      code: "rate_limited",
    });
    await desk.db.rateLimit.deleteMany();
  });

  test("no password is in the journal, or anywhere in the database", async () => {
    await signed("Nowhere");
    const [found] = await desk.db.$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM journal_entry WHERE payload::text LIKE ${`%${password}%`}`;
    expect(Number(found?.n)).toBe(0);
    const stored = await desk.db.signOff.findMany();
    expect(JSON.stringify(stored)).not.toContain(password);
  });
});

describe("a correction", () => {
  test("is shown with what was signed from then on, and the signed content is the same", async () => {
    const round = await signed("Corrected");
    const before = await verdictOf(round);
    const correction = await addCorrection(desk.reviewer, wrongly(round));
    expect(correction.signed).toMatchObject({
      contentHash: round.contentHash,
      correctedBy: { name: "reviewer" },
      round: { id: round.id, number: 1 },
    });
    for (const format of ["json", "html"]) {
      const after = await verdictOf(round, format);
      expect(after).toMatchObject({ valid: true, contentHash: before.contentHash });
      expect(after.corrections).toMatchObject([{ wrong: "It was 490 families.", ok: true }]);
    }
    expect((await listCorrections(desk.viewer, { roundId: round.id })).items).toEqual([correction]);
    expect((await readRound(desk.viewer, { roundId: round.id })).corrections).toEqual([correction]);
  });

  test("is of what was signed, of something in it, by a reviewer; the same twice is once", async () => {
    const open = await accepted("Still open");
    await expect(addCorrection(desk.reviewer, wrongly(open))).rejects.toMatchObject({ code: "forbidden" });
    const round = await sign(desk.reviewer, open);
    await expect(addCorrection(desk.editor, wrongly(round))).rejects.toMatchObject({ code: "forbidden" });
    await expect(addCorrection(desk.outsider, wrongly(round))).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = wrongly(round, { type: "annotation", id: uuidv7() });
    await expect(addCorrection(desk.reviewer, elsewhere)).rejects.toMatchObject({
      code: "not_found",
      field: "on.id",
    });
    const id = uuidv7();
    const first = await addCorrection(desk.reviewer, { ...wrongly(round), id });
    expect(await addCorrection(desk.reviewer, { ...wrongly(round), id })).toEqual(first);
    await expect(
      addCorrection(desk.reviewer, { ...wrongly(round), id, correct: "Another." }),
    ).rejects.toMatchObject({ code: "duplicate" });
    expect((await listCorrections(desk.viewer, { roundId: round.id })).items).toHaveLength(1);
  });
});

describe("a withdrawal", () => {
  const reason = "The list turned out to be forged.";
  const withdraw = (who: Context, round: Round, given = password) =>
    withdrawSignOff(who, { signOffId: round.signOffs[0]?.id ?? "", reason, password: given });

  test("is by whoever signed or an owner, with their password, once", async () => {
    const round = await signed("Withdrawn");
    for (const who of [desk.editor, desk.reviewer2, desk.viewer]) {
      await expect(withdraw(who, round)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(withdraw(desk.outsider, round)).rejects.toMatchObject({ code: "not_found" });
    await expect(withdraw(desk.reviewer, round, "wrong")).rejects.toMatchObject({ field: "password" });
    const after = await withdraw(desk.reviewer, round);
    expect(after.status).toBe("signed_off");
    expect(after.signOffs).toEqual(round.signOffs);
    expect(after.withdrawals).toMatchObject([{ signed: { reason, withdrawnBy: { name: "reviewer" } } }]);
    await expect(withdraw(desk.owner, round)).rejects.toMatchObject({ code: "duplicate" });
  });

  test("sends the report back with the reason on it; exports say it, and do not pass", async () => {
    const round = await signed("Sent back");
    await withdraw(desk.owner, round);
    expect((await readReport(desk.viewer, { reportId: round.reportId })).status).toBe("returned");
    const comment = { onType: "report", onId: round.reportId, body: reason } as const;
    expect(await desk.db.comment.count({ where: comment })).toBe(1);
    for (const format of ["json", "html"]) {
      const verdict = await verdictOf(round, format);
      expect(verdict).toMatchObject({
        valid: false,
        signOffs: [{ ok: true, withdrawn: { reason, ok: true } }],
      });
      expect(verdict.reasons).toHaveLength(1);
      expect(verdict.reasons[0]).toMatch(
        /was signed by reviewer on .* withdrawn on .* by owner because: The list/,
      );
    }
    const { fileName, body } = await exportReport(desk.viewer, {
      ...{ reportId: round.reportId, format: "html", round: "1" },
    });
    expect(fileName).toBe("sent-back-withdrawn.html");
    expect(String(body)).toContain("WITHDRAWN");
    // What is exported unasked is what stands now: a draft.
    const unasked = await exportReport(desk.viewer, { reportId: round.reportId, format: "json" });
    expect(verifyExport(unasked.body, await knownPublicKeys()).status).toBe("draft");
    const [entry] = await desk.db.journalEntry.findMany({ where: { type: "signOff.withdrawn" }, take: -1 });
    expect(entry?.subjectId).toBe(round.id);
  });

  test("of an older round leaves the report to its newer one", async () => {
    const first = await signed("Twice");
    const second = await submitRound(desk.editor, { reportId: first.reportId });
    await withdraw(desk.reviewer, first);
    expect((await readReport(desk.viewer, { reportId: first.reportId })).status).toBe("in_review");
    expect((await readRound(desk.viewer, { roundId: second.id })).status).toBe("in_review");
  });

  test("of one of two closes the round that waits for the other", async () => {
    await changeDossierSettings(desk.owner, { dossierId: desk.dossierId, version: 1, signOffsRequired: 2 });
    const half = await signed("One of two");
    expect(half.status).toBe("in_review");
    // The second signer sees the first.
    expect((await readRound(desk.reviewer2, { roundId: half.id })).signOffs).toMatchObject([
      { signed: { reviewer: { name: "reviewer" }, statement } },
    ]);
    expect(await withdraw(desk.reviewer, half)).toMatchObject({ status: "returned", returnReason: reason });
    await expect(sign(desk.reviewer2, half)).rejects.toMatchObject({ code: "forbidden" });
    const whole = await signed("Two of two");
    expect((await sign(desk.reviewer2, whole)).status).toBe("signed_off");
    await changeDossierSettings(desk.owner, { dossierId: desk.dossierId, version: 2, signOffsRequired: 1 });
  });
});

describe("for ever", () => {
  test("what was signed of a report that was deleted, article and all, is exported and read, corrected and withdrawn", async () => {
    const round = await signed("Deleted later");
    const unsigned = await accepted("Deleted unsigned");
    const before = await exportReport(desk.viewer, { reportId: round.reportId, format: "html", round: "1" });
    for (const { reportId } of [round, unsigned]) await deleteReport(desk.editor, { reportId, version: 1 });
    await deleteArticle(desk.editor, { articleId: desk.article.id, version: 1 });
    const after = await exportReport(desk.viewer, { reportId: round.reportId, format: "html", round: "1" });
    expect(after.body).toBe(before.body);
    expect((await exportReport(desk.viewer, { reportId: round.reportId, format: "html" })).body).toBe(
      before.body,
    );
    expect(await verdictOf(round)).toMatchObject({ valid: true });
    expect((await listRounds(desk.viewer, { reportId: round.reportId, limit: 10 })).items).toHaveLength(1);
    expect(await readRound(desk.viewer, { roundId: round.id })).toMatchObject({ outdated: true });
    await addCorrection(desk.reviewer, wrongly(round));
    await withdrawSignOff(desk.reviewer, {
      signOffId: round.signOffs[0]?.id ?? "",
      reason: "No more.",
      password,
    });
    expect(await verdictOf(round)).toMatchObject({ valid: false, corrections: [{ ok: true }] });
    // What nobody signed is gone, and the signed one's draft with it.
    const draft = exportReport(desk.viewer, { reportId: round.reportId, format: "json", round: "draft" });
    await expect(draft).rejects.toMatchObject({ code: "not_found" });
    const gone = exportReport(desk.viewer, { reportId: unsigned.reportId, format: "json", round: "1" });
    await expect(gone).rejects.toMatchObject({ code: "not_found" });
    const foreign = exportReport(desk.outsider, { reportId: round.reportId, format: "json", round: "1" });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });
});

test("the database keeps what came after, whoever asks: nothing is changed, taken away or put on what was not signed", async () => {
  const client = new pg.Client({ connectionString: desk.url });
  await client.connect();
  try {
    const copy = (table: string, key: string, from: string) =>
      `INSERT INTO ${table} SELECT (jsonb_populate_record(x, '${key}')).* FROM ${table} x ${from} LIMIT 1`;
    const { rows } = await client.query("SELECT id FROM round WHERE status = 'in_review' LIMIT 1");
    for (const [sql, refusal] of [
      ["UPDATE correction SET correct = 'other'", /never change/],
      ["DELETE FROM correction", /never change/],
      ["TRUNCATE correction", /never change/],
      ["UPDATE withdrawal SET reason = 'other'", /never change/],
      ["DELETE FROM withdrawal", /never change/],
      ["TRUNCATE withdrawal", /never change/],
      ["UPDATE sign_off SET signed = '{}'", /never change/],
      ["UPDATE round SET status = 'in_review' WHERE status = 'signed_off'", /does not change/],
      [
        copy("correction", JSON.stringify({ id: uuidv7(), round_id: rows[0]?.id }), ""),
        /only a signed round is corrected/,
      ],
      [copy("withdrawal", JSON.stringify({ reason: "  " }), ""), /withdrawal_has_reason/],
      [copy("withdrawal", "{}", ""), /withdrawal_pkey/],
      [copy("withdrawal", JSON.stringify({ sign_off_id: uuidv7() }), ""), /withdrawal_sign_off_id_fkey/],
    ] as const) {
      await expect(client.query(sql), sql).rejects.toThrow(refusal);
    }
  } finally {
    await client.end();
  }
});
