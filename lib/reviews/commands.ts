import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { coverageOfArticle, liveArticle } from "@/lib/articles/queries";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { notFound, Refusal } from "@/lib/http/refusal";
import { canonicalJson, sha256Hex } from "@/lib/journal/canonical";
import { changeDossier } from "@/lib/journal/change";
import { presentReport, withArticles } from "@/lib/reports/present";
import { readReport } from "@/lib/reports/queries";
import type { Report, ReportStatus } from "@/lib/reports/schema";
import type { Snapshot } from "@/lib/reports/snapshot";
import { takeSnapshot } from "@/lib/reports/takeSnapshot";
import { contributorsTo } from "./contributors";
import { reportAfter } from "./machine";
import { presented, roundOf, roundsOfReport } from "./queries";
import { roundItems } from "./roundItems";
import type { Round, RoundItem, submitRoundInput } from "./schema";
import { lastDecisions } from "./standing";

/**
 * Freezes what the report says now and puts it before reviewers. What was accepted in an earlier round and says the
 * same now stays accepted.
 * @throws Refusal `forbidden` while another round is in review, `invalid` for an empty report, or for open
 *   sentences without a waiver where the dossier demands full coverage
 */
export async function submitRound(
  context: Context,
  { id = uuidv7(), reportId, note = "", waiver = "" }: z.infer<typeof submitRoundInput>,
): Promise<Round> {
  const { dossierId } = await readReport(context, { reportId });
  return changeDossier(
    context,
    dossierId,
    "report.submit",
    async ({ tx, now, actor, head, authorise, append }) => {
      const taken = await roundOf(tx, id);
      if (taken) return sameSubmission(taken, { reportId, note, waiver, submittedBy: actor.userId });
      const found = await tx.report.findFirst({ where: { id: reportId, deletedAt: null } });
      if (!found) throw notFound();
      authorise("report.submit", { reportStatus: found.status });
      const snapshot = await takeSnapshot(tx, reportId, { waiver });
      if (snapshot.annotations.length === 0) {
        throw new Refusal(
          "invalid",
          "There is nothing to review yet: the report's articles have no annotations.",
        );
      }
      await requireCoverage(tx, snapshot);

      const before = await roundsOfReport(tx, reportId);
      const items = roundItems(snapshot, lastDecisions(before));
      const text = canonicalJson(snapshot);
      const contributors = new Set([...(await contributorsTo(tx, snapshot)), actor.userId]);
      await tx.round.create({
        data: {
          ...{ id, reportId, dossierId, number: before.length + 1 },
          ...{ snapshot: text, contentHash: sha256Hex(text), note, waiver, journalSeq: head.seq },
          ...{ submittedById: actor.userId, submittedAt: now },
          items: { createMany: { data: items.map(rowOf) } },
          contributors: { createMany: { data: [...contributors].map((userId) => ({ userId })) } },
        },
      });
      const report = await setReportStatus(tx, reportId, reportAfter(found.status, "submit"));
      const round = await presented(tx, id);
      append({ type: "round.submitted", subject: { type: "round", id }, payload: { round, report } });
      return round;
    },
  );
}

type Submission = Pick<Round, "reportId" | "note" | "waiver" | "submittedBy">;

/** Submitting again with the same id and content is the same success. @throws Refusal `duplicate` */
function sameSubmission(taken: Round, { reportId, note, waiver, submittedBy }: Submission): Round {
  const isSame =
    taken.reportId === reportId &&
    taken.note === note &&
    taken.waiver === waiver &&
    taken.submittedBy === submittedBy;
  if (isSame) return taken;
  throw new Refusal("duplicate", "This id belongs to another round already.", { field: "id" });
}

/** What becomes of each item: as it was frozen, with the decision that is carried over to it. */
function rowOf({ type, id, itemVersion, contentHash, makers, ...item }: RoundItem) {
  return {
    ...{ type, itemId: id, itemVersion, contentHash, makers },
    ...{ decision: item.decision, reason: item.reason, carriedFromId: item.carriedFrom },
    ...{ decidedById: item.decidedBy, decidedAt: item.decidedAt },
  };
}

async function requireCoverage(tx: Transaction, snapshot: Snapshot): Promise<void> {
  const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: snapshot.dossier.id } });
  if (!dossier.requireCoverage || snapshot.waiver.trim() !== "") return;
  let open = 0;
  for (const { id } of snapshot.articles) {
    open += (await coverageOfArticle(tx, await liveArticle(tx, id))).counts.open;
  }
  if (open === 0) return;
  const count = open === 1 ? "One sentence is" : `${open} sentences are`;
  throw new Refusal("invalid", `${count} neither annotated nor cleared. Finish them, or say why not.`, {
    field: "waiver",
  });
}

/** The status belongs to the rounds: it is not a change of the report, so its version stays. */
export async function setReportStatus(
  tx: Transaction,
  reportId: string,
  status: ReportStatus,
): Promise<Report> {
  const row = await tx.report.update({ where: { id: reportId }, data: { status }, include: withArticles });
  return presentReport(row);
}
