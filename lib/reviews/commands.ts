import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { notFound, Refusal } from "@/lib/http/refusal";
import { canonicalJson, sha256Hex } from "@/lib/journal/canonical";
import { changeDossier } from "@/lib/journal/change";
import { presentReport, withArticles } from "@/lib/reports/present";
import { readReport } from "@/lib/reports/queries";
import type { Report, ReportStatus } from "@/lib/reports/schema";
import type { Snapshot } from "@/lib/reports/snapshot";
import { contributorsTo } from "./contributors";
import { reportAfter } from "./machine";
import { frozenSnapshot, presented, roundOf } from "./queries";
import { type AcceptedKinds, openPointsOf } from "./readiness";
import { whatToFreeze } from "./readinessQueries";
import type { Round, RoundItem, submitRoundInput } from "./schema";

/**
 * Freezes what the report says now and puts it before reviewers. What was accepted in an earlier round and says the
 * same now stays accepted. What is open may be let be with a reason, which is frozen and signed with the rest.
 * @throws Refusal `forbidden` while another round is in review, `invalid` for an empty report, or for open
 *   sentences without a waiver where the dossier demands full coverage
 */
export async function submitRound(
  context: Context,
  { id = uuidv7(), reportId, note = "", waiver = "", accepted = [] }: z.infer<typeof submitRoundInput>,
): Promise<Round> {
  const { dossierId } = await readReport(context, { reportId });
  return changeDossier(
    context,
    dossierId,
    "report.submit",
    async ({ tx, now, actor, head, authorise, append }) => {
      const taken = await roundOf(tx, id);
      if (taken)
        return sameSubmission(tx, taken, { reportId, note, waiver, accepted, submittedBy: actor.userId });
      const found = await tx.report.findFirst({ where: { id: reportId, deletedAt: null } });
      if (!found) throw notFound();
      authorise("report.submit", { reportStatus: found.status });
      const { snapshot: bare, rounds, items, obstacles } = await whatToFreeze(tx, reportId, waiver);
      if (bare.annotations.length === 0) {
        throw new Refusal(
          "invalid",
          "There is nothing to review yet: the report's articles have no annotations.",
        );
      }
      await requireCoverage(tx, bare, obstacles.get("open_sentences")?.length ?? 0);
      const openPoints = openPointsOf(obstacles, accepted);
      const snapshot = openPoints.length > 0 ? { ...bare, openPoints } : bare;
      const text = canonicalJson(snapshot);
      const contributors = new Set([...(await contributorsTo(tx, snapshot)), actor.userId]);
      await tx.round.create({
        data: {
          ...{ id, reportId, dossierId, number: rounds.length + 1 },
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

type Submission = Pick<Round, "reportId" | "note" | "waiver" | "submittedBy"> & { accepted: AcceptedKinds };

/** Submitting again with the same id and content is the same success. @throws Refusal `duplicate` */
async function sameSubmission(tx: Transaction, taken: Round, given: Submission): Promise<Round> {
  const { accepted, ...said } = given;
  const { openPoints = [] } = await frozenSnapshot(tx, taken.id);
  const isSame =
    Object.entries(said).every(([field, value]) => taken[field as keyof typeof said] === value) &&
    openPoints.every((point) =>
      accepted.some(({ kind, reason }) => kind === point.kind && reason.trim() === point.reason),
    ) &&
    accepted.every(({ kind, reason }) =>
      openPoints.every((point) => point.kind !== kind || point.reason === reason.trim()),
    );
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

async function requireCoverage(tx: Transaction, snapshot: Snapshot, open: number): Promise<void> {
  if (open === 0 || snapshot.waiver.trim() !== "") return;
  const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: snapshot.dossier.id } });
  if (!dossier.requireCoverage) return;
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
