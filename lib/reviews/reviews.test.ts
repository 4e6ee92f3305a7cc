import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAnnotation } from "@/lib/annotations/commands";
import type { Annotation } from "@/lib/annotations/schema";
import { deleteArticle } from "@/lib/articles/commands";
import { clearSentence, reopenSentence } from "@/lib/articles/coverageCommands";
import type { Context } from "@/lib/auth/caller";
import { changeDossierSettings } from "@/lib/dossiers/commands";
import { addEvidence } from "@/lib/evidence/commands";
import { exportReport } from "@/lib/exporting/queries";
import { createLink } from "@/lib/links/commands";
import { createReport, deleteReport } from "@/lib/reports/commands";
import { readReport } from "@/lib/reports/queries";
import { deskPassword, openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { decide, returnRound } from "./decisionCommands";
import { readRound } from "./queries";
import type { Round } from "./schema";
import { signRound } from "./signCommand";
import { knownPublicKeys } from "./signingKeys";
import { verifyExport } from "./verify";

let desk: TestDesk;
let claim: Annotation;
let reportId: string;
beforeAll(async () => {
  process.env.STET_DATA_DIR = await mkdtemp(join(tmpdir(), "stet-keys-"));
  desk = await openDesk();
  claim = await desk.tag("490 people were freed", "figure");
  const other = await desk.tag("Nobody else confirmed it", "claim", desk.editor2);
  await createLink(desk.editor, {
    dossierId: desk.dossierId,
    from: claim.id,
    to: other.id,
    relation: "disputes",
  });
  reportId = (await createReport(desk.editor, { dossierId: desk.dossierId, title: "A report" })).id;
});
afterAll(() => desk.close());

const statement = "I checked this.";
const accept = (who: Context, round: Round, items = round.items) =>
  decide(who, {
    roundId: round.id,
    items: items.map(({ type, id }) => ({ type, id, decision: "accepted" })),
  });
const sign = (who: Context, { id, contentHash }: Round) =>
  signRound(who, { roundId: id, contentHash, statement, password: deskPassword });

describe("a report from submission to sign-off", () => {
  let round: Round;

  test("submitting freezes items, makers and contributors", async () => {
    round = await submitRound(desk.editor, { reportId });
    expect(round).toMatchObject({ number: 1, status: "in_review" });
    expect(round.items).toHaveLength(3);
    expect([...round.contributors].sort()).toEqual([desk.editor.caller.id, desk.editor2.caller.id].sort());
    await expect(submitRound(desk.editor, { reportId })).rejects.toMatchObject({ code: "forbidden" });
    expect((await readReport(desk.viewer, { reportId })).status).toBe("in_review");
  });

  test("whoever made it is refused, whoever may not review is refused", async () => {
    for (const who of [desk.editor, desk.viewer]) {
      await expect(accept(who, round)).rejects.toMatchObject({ code: "forbidden" });
      await expect(sign(who, round)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(accept(desk.outsider, round)).rejects.toMatchObject({ code: "not_found" });
  });

  test("signing is refused while incomplete, with another hash, and to a decision on nothing", async () => {
    await expect(sign(desk.reviewer, round)).rejects.toMatchObject({ code: "incomplete" });
    const wrong = { roundId: round.id, contentHash: "0".repeat(64), statement, password: deskPassword };
    await expect(signRound(desk.reviewer, wrong)).rejects.toMatchObject({ code: "outdated" });
    const elsewhere = [{ type: "annotation" as const, id: reportId, decision: "accepted" as const }];
    await expect(decide(desk.reviewer, { roundId: round.id, items: elsewhere })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("returning needs a reason, which comes back as a comment; one refusal undoes the whole", async () => {
    const [first, second] = round.items;
    if (!first || !second) throw new Error("The round has no items.");
    const items = [
      { type: first.type, id: first.id, decision: "accepted" as const },
      { type: second.type, id: second.id, decision: "returned" as const },
    ];
    await expect(decide(desk.reviewer, { roundId: round.id, items })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(
      (await readRound(desk.reviewer, { roundId: round.id })).items.every((i) => i.decision === null),
    ).toBe(true);
    const back = { type: second.type, id: second.id, decision: "returned" as const, reason: "Source?" };
    await decide(desk.reviewer, { roundId: round.id, items: [back] });
    expect(await desk.db.comment.count({ where: { onId: second.id, body: "Source?" } })).toBe(1);
    await expect(sign(desk.reviewer, round)).rejects.toMatchObject({ code: "incomplete" });
  });

  test("a reviewer who made none of it accepts all and signs; the export verifies", async () => {
    await accept(desk.reviewer, round);
    const signed = await sign(desk.reviewer, round);
    expect(signed.status).toBe("signed_off");
    expect((await readReport(desk.viewer, { reportId })).status).toBe("signed_off");
    for (const format of ["json", "html"]) {
      const { body } = await exportReport(desk.viewer, { reportId, format });
      const verdict = verifyExport(body, await knownPublicKeys());
      expect(verdict).toMatchObject({ valid: true, contentHash: round.contentHash });
    }
    await expect(accept(desk.reviewer, round)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a later change makes it outdated; what was signed still exports as signed", async () => {
    expect((await readRound(desk.viewer, { roundId: round.id })).outdated).toBe(false);
    await changeAnnotation(desk.editor, { annotationId: claim.id, version: 1, note: "Changed." });
    expect((await readRound(desk.viewer, { roundId: round.id })).outdated).toBe(true);
    const signed = await exportReport(desk.viewer, { reportId, format: "json", round: "1" });
    expect(verifyExport(signed.body, await knownPublicKeys()).valid).toBe(true);
    const now = await exportReport(desk.viewer, { reportId, format: "json" });
    expect(verifyExport(now.body, await knownPublicKeys())).toMatchObject({ valid: false, status: "draft" });
  });

  test("the database refuses to alter it or to forge a decision, whoever asks", async () => {
    const client = new pg.Client({ connectionString: desk.url });
    await client.connect();
    try {
      for (const statement of [
        "UPDATE sign_off SET statement = 'other'",
        "DELETE FROM sign_off",
        "DELETE FROM round_contributor",
        "UPDATE round SET snapshot = '{}'",
        "UPDATE round_item SET decided_by_id = makers[1]",
      ]) {
        await expect(client.query(statement), statement).rejects.toThrow(
          /never change|does not change|decision_by_another|round is closed/,
        );
      }
    } finally {
      await client.end();
    }
  });
});

describe("what is not there any more", () => {
  test("the rounds of a deleted report, and the annotations of a deleted article", async () => {
    const other = await openDesk();
    try {
      const { id } = await other.tag("All were told");
      const { dossierId } = other;
      const report = await createReport(other.editor, { dossierId, title: "Soon gone" });
      const round = await submitRound(other.editor, { reportId: report.id });
      await deleteReport(other.editor, { reportId: report.id, version: 1 });
      await expect(readRound(other.reviewer, { roundId: round.id })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(accept(other.reviewer, round)).rejects.toMatchObject({ code: "not_found" });
      await expect(sign(other.reviewer, round)).rejects.toMatchObject({ code: "not_found" });
      await deleteArticle(other.editor, { articleId: other.article.id, version: 1 });
      const change = changeAnnotation(other.editor, { annotationId: id, version: 1, note: "Too late." });
      await expect(change).rejects.toMatchObject({ code: "not_found" });
    } finally {
      await other.close();
    }
  });
});

describe("two people", () => {
  test("whoever gave evidence does not decide on it; whoever cleared a sentence does not sign", async () => {
    const other = await openDesk();
    try {
      const { dossierId, article, text } = other;
      const { id } = await other.tag("490 people were freed");
      await addEvidence(other.reviewer, { annotationId: id, stance: "for", title: "A list" });
      const start = text.indexOf("Nobody");
      const sentence = { articleId: article.id, start, end: text.indexOf("\n") };
      await clearSentence(other.reviewer2, sentence);
      const report = await createReport(other.editor, { dossierId, title: "Two people" });
      const round = await submitRound(other.editor, { reportId: report.id });
      await expect(accept(other.reviewer, round)).rejects.toMatchObject({ code: "forbidden" });
      await accept(other.reviewer2, round);
      await expect(sign(other.reviewer2, round)).rejects.toMatchObject({ code: "forbidden" });
      await reopenSentence(other.editor, sentence);
      expect((await readRound(other.viewer, { roundId: round.id })).outdated).toBe(true);
    } finally {
      await other.close();
    }
  });

  test("one reviewer's return is not overwritten by another's acceptance", async () => {
    const other = await openDesk();
    try {
      await other.tag("490 people were freed");
      const report = await createReport(other.editor, { dossierId: other.dossierId, title: "Returned" });
      const round = await submitRound(other.editor, { reportId: report.id });
      const items = round.items.map(({ type, id }) => ({
        type,
        id,
        decision: "returned" as const,
        reason: "Why?",
      }));
      await decide(other.reviewer, { roundId: round.id, items });
      await expect(accept(other.reviewer2, round)).rejects.toMatchObject({ code: "stale" });
      const mine = await accept(other.reviewer, round);
      expect(mine.items.every(({ decision }) => decision === "accepted")).toBe(true);
    } finally {
      await other.close();
    }
  });
});

describe("a second round", () => {
  test("refuses to decide on, and to sign over, what changed after it was submitted", async () => {
    const round = await submitRound(desk.editor, { reportId });
    expect(round.number).toBe(2);
    await accept(desk.reviewer, round);
    await changeAnnotation(desk.editor, { annotationId: claim.id, version: 2, note: "Once more." });
    await expect(accept(desk.reviewer, round)).rejects.toMatchObject({ code: "outdated" });
    await expect(sign(desk.reviewer, round)).rejects.toMatchObject({ code: "outdated" });
    const returned = await returnRound(desk.reviewer, {
      roundId: round.id,
      reason: "It changed under my eyes.",
    });
    expect(returned.status).toBe("returned");
    await expect(accept(desk.reviewer, round)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("needs two people where the dossier says so", async () => {
    await changeDossierSettings(desk.owner, { dossierId: desk.dossierId, version: 1, signOffsRequired: 2 });
    const round = await submitRound(desk.editor, { reportId });
    await accept(desk.reviewer, round);
    expect((await sign(desk.reviewer, round)).status).toBe("in_review");
    await expect(sign(desk.reviewer, round)).rejects.toMatchObject({ code: "duplicate" });
    expect((await sign(desk.reviewer2, round)).status).toBe("signed_off");
  });

  test("of an edit and a sign-off at the same time, never a signature over what had changed", async () => {
    for (let race = 0; race < 10; race++) {
      const round = await submitRound(desk.editor, { reportId });
      await accept(desk.reviewer, round);
      const { version } = await desk.db.annotation.findUniqueOrThrow({ where: { id: claim.id } });
      const note = `Race ${race}`;
      const [edit, signature] = await Promise.allSettled([
        changeAnnotation(desk.editor, { annotationId: claim.id, version, note }),
        sign(desk.reviewer, round),
      ]);
      expect(edit.status).toBe("fulfilled");
      if (signature.status === "rejected") {
        expect(signature.reason).toMatchObject({ code: "outdated" });
      } else {
        const seq = signature.value.signOffs[0]?.signed.journal.seq ?? 0;
        const entry = await desk.db.journalEntry.findFirstOrThrow({
          where: { subjectId: claim.id },
          orderBy: { seq: "desc" },
        });
        expect(entry.seq).toBeGreaterThan(seq);
      }
      await returnRound(desk.reviewer, { roundId: round.id, reason: "Next race." });
    }
  });
});
