import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { signOffProofs } from "@/lib/checkpoints/signOffProofs";
import { inTransaction } from "@/lib/db/client";
import { notFound, Refusal } from "@/lib/http/refusal";
import type { exportReportInput } from "@/lib/reports/schema";
import { takeSnapshot } from "@/lib/reports/takeSnapshot";
import { frozenSnapshot, isOutdated, reportOrItsRemains, roundsOfReport } from "@/lib/reviews/queries";
import type { Round } from "@/lib/reviews/schema";
import { signingKey } from "@/lib/reviews/signingKeys";
import { bySigning, draftEnvelope, type Envelope, type SignedEnvelope, signedEnvelope } from "./envelope";
import {
  type ExportFormat,
  type ExportFormatName,
  exportFileName,
  exportFormatNames,
  exportFormats,
} from "./formats";

export type ExportedFile = { fileName: string; mediaType: string; body: string | Uint8Array };

/**
 * A report as a file. With a round, what that round froze: signed where it was signed off, else a draft. Without one,
 * the signed round while it still holds and its sign-offs stand, else a draft of what stands now; `round: "draft"`
 * asks for that draft. Of a deleted report there is what was signed.
 * @throws Refusal `invalid` for an unknown format, `not_found`, `unavailable` when a PDF is asked for where none can be printed
 */
export async function exportReport(
  context: Context,
  { reportId, format, round }: z.infer<typeof exportReportInput>,
): Promise<ExportedFile> {
  if (!isFormat(format)) {
    throw new Refusal("invalid", `There is no format "${format}". Choose ${exportFormatNames.join(", ")}.`, {
      field: "format",
    });
  }
  const envelope = await envelopeOf(context, reportId, round);
  const { mediaType, render, isSealed }: ExportFormat = exportFormats[format];
  const key = isSealed && envelope.status === "signed" ? await signingKey(context.db) : undefined;
  const body = await render(envelope, key?.privateKey);
  return { fileName: exportFileName(envelope, format), mediaType, body };
}

async function envelopeOf(context: Context, reportId: string, wanted: string | undefined): Promise<Envelope> {
  const { db } = context;
  const { deletedAt } = await reportOrItsRemains(context, reportId);
  const rounds = await roundsOfReport(db, reportId);
  if (deletedAt !== null) {
    // What was signed goes out for ever, and nothing else of what was deleted.
    const signed = rounds.filter(({ status }) => status === "signed_off");
    const round = wanted === undefined ? signed[0] : signed.find((one) => isNamed(one, wanted));
    if (!round) throw notFound();
    return envelopeOfRound(context, round);
  }
  if (wanted !== undefined && wanted !== "draft") {
    const round = rounds.find((one) => isNamed(one, wanted));
    if (!round) throw notFound();
    return envelopeOfRound(context, round);
  }
  const newest = rounds[0];
  if (wanted === undefined && newest?.status === "signed_off" && newest.withdrawals.length === 0) {
    const frozen = await frozenSnapshot(db, newest.id);
    const outdated = await inTransaction(db, (tx) => isOutdated(tx, reportId, frozen));
    if (!outdated) return signedEnvelopeOf(context, newest);
  }
  const snapshot = await inTransaction(db, (tx) =>
    takeSnapshot(tx, reportId, { waiver: newest?.waiver ?? "" }),
  );
  return draftEnvelope(snapshot, new Date().toISOString());
}

async function envelopeOfRound({ db }: Context, round: Round): Promise<Envelope> {
  if (round.status === "signed_off") return signedEnvelopeOf({ db }, round);
  return draftEnvelope(await frozenSnapshot(db, round.id), round.submittedAt);
}

async function signedEnvelopeOf({ db }: Pick<Context, "db">, round: Round): Promise<SignedEnvelope> {
  const signOffs = [...round.signOffs].sort(bySigning);
  const [frozen, proofs] = await Promise.all([
    frozenSnapshot(db, round.id),
    signOffProofs(db, round.dossierId, signOffs),
  ]);
  return signedEnvelope(frozen, signOffs, { ...round, proofs });
}

function isNamed({ id, number }: Round, wanted: string): boolean {
  return id === wanted || String(number) === wanted;
}

function isFormat(name: string): name is ExportFormatName {
  return Object.hasOwn(exportFormats, name);
}
