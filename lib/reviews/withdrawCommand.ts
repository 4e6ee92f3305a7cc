import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { confirmInPerson } from "@/lib/auth/confirmInPerson";
import { notFound, Refusal } from "@/lib/http/refusal";
import { canonicalJson } from "@/lib/journal/canonical";
import { type Change, changeDossier } from "@/lib/journal/change";
import { presentReport, withArticles } from "@/lib/reports/present";
import type { Report } from "@/lib/reports/schema";
import { setReportStatus } from "./commands";
import { reportAfter, roundAfter } from "./machine";
import { findRound, presented } from "./queries";
import { commentOn } from "./reasonCommands";
import type { Round, withdrawInput } from "./schema";
import { signStatement } from "./signature";
import { signingKey } from "./signingKeys";
import { signedStatementSchema, type WithdrawalStatement } from "./statement";

/**
 * Takes a sign-off back, with a reason, as a signed record of its own: the sign-off stays in the round as it was,
 * struck through. The report goes back to its editors with the reason as a comment on it, unless a newer round has
 * taken this one's place. A round that waits for a second sign-off is closed: half of what it had is gone.
 * @throws Refusal `forbidden` to anyone but who gave it or an owner, and without the password in a browser;
 *   `duplicate` when it was withdrawn already, `rate_limited`
 */
export async function withdrawSignOff(
  context: Context,
  { signOffId, reason, password }: z.infer<typeof withdrawInput>,
): Promise<Round> {
  const found = await context.db.signOff.findUnique({ where: { id: signOffId }, select: { roundId: true } });
  if (!found) throw notFound();
  const { roundId } = found;
  const { dossierId, reportId } = await findRound(context, roundId);
  await confirmInPerson(context, password);
  return changeDossier(context, dossierId, "round.withdraw", async (change) => {
    const { tx, now, actor, head, authorise, append } = change;
    const row = await tx.signOff.findUniqueOrThrow({
      where: { id: signOffId },
      include: { withdrawal: true },
    });
    authorise("round.withdraw", { signer: row.reviewerId });
    if (row.withdrawal) {
      const { reason: given, withdrawnById, withdrawnAt } = row.withdrawal;
      const current = { reason: given, withdrawnBy: withdrawnById, withdrawnAt: withdrawnAt.toISOString() };
      throw new Refusal("duplicate", "This sign-off was withdrawn already.", { current });
    }
    const key = await signingKey(tx);
    const { contentHash, report, round, reviewer, signedAt } = signedStatementSchema.parse(
      JSON.parse(row.signed),
    );
    const statement: WithdrawalStatement = {
      ...{ format: "stet.withdrawal", formatVersion: 1, contentHash, report, round },
      signOff: { id: signOffId, reviewer, signedAt, signature: row.signature },
      ...{ reason, withdrawnBy: { id: actor.userId, name: context.caller.name } },
      ...{ withdrawnAt: now.toISOString(), journal: head, keyId: key.id },
    };
    const withdrawal = signStatement(statement, key.privateKey);
    await tx.withdrawal.create({
      data: {
        ...{ signOffId, reason, signed: canonicalJson(statement), signature: withdrawal.signature },
        ...{ keyId: key.id, withdrawnById: actor.userId, withdrawnAt: now },
      },
    });
    const after = await returnedToEditors(change, { roundId, reportId, reason });
    append({
      type: "signOff.withdrawn",
      subject: { type: "round", id: roundId },
      payload: { ...after, withdrawal },
    });
    return after.round;
  });
}

type Where = { roundId: string; reportId: string; reason: string };

/** What a withdrawal does to its round and report, which may be deleted by now. */
async function returnedToEditors(
  change: Change,
  { roundId, reportId, reason }: Where,
): Promise<{ round: Round; report: Report }> {
  const { tx, now } = change;
  const round = await presented(tx, roundId);
  const status = roundAfter(round.status, "withdraw");
  if (status !== round.status) {
    await tx.round.update({ where: { id: roundId }, data: { status, returnReason: reason, closedAt: now } });
  }
  const row = await tx.report.findUniqueOrThrow({ where: { id: reportId }, include: withArticles });
  const newest = await tx.round.findFirst({
    where: { reportId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (row.deletedAt === null) await commentOn(change, { type: "report", id: reportId }, reason);
  const isReturned = row.deletedAt === null && newest?.id === roundId;
  const report = isReturned
    ? await setReportStatus(tx, reportId, reportAfter(row.status, "withdraw"))
    : presentReport(row);
  return { round: await presented(tx, roundId), report };
}
