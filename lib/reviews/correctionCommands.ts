import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { Refusal } from "@/lib/http/refusal";
import { canonicalJson } from "@/lib/journal/canonical";
import { changeDossier } from "@/lib/journal/change";
import type { Snapshot } from "@/lib/reports/snapshot";
import { presentCorrection } from "./present";
import { findRound, frozenSnapshot, presented } from "./queries";
import type { addCorrectionInput } from "./schema";
import { signStatement } from "./signature";
import { signingKey } from "./signingKeys";
import type { CorrectionStatement, SignedCorrection } from "./statement";

type Correction = Omit<z.infer<typeof addCorrectionInput>, "id"> & { id: string; correctedBy: string };

/**
 * Says what was wrong in what a round had signed, and what is right. A record of its own, signed with the
 * installation's key: what was signed stays as it is, and every export of the round shows both from now on.
 * @throws Refusal `forbidden` for a round that is not signed, `not_found` for something that is not in it,
 *   `duplicate` when the id is another correction's
 */
export async function addCorrection(
  context: Context,
  { id = uuidv7(), roundId, on, wrong, correct }: z.infer<typeof addCorrectionInput>,
): Promise<SignedCorrection> {
  const { dossierId } = await findRound(context, roundId);
  return changeDossier(
    context,
    dossierId,
    "round.correct",
    async ({ tx, now, actor, head, authorise, append }) => {
      const round = await presented(tx, roundId);
      const repeated = await sameCorrection(tx, {
        ...{ id, roundId, on, wrong, correct },
        correctedBy: actor.userId,
      });
      if (repeated) return repeated;
      authorise("round.correct", { roundStatus: round.status });
      const snapshot = await frozenSnapshot(tx, roundId);
      if (!holds(snapshot, on)) {
        throw new Refusal("not_found", `This ${on.type} is not in the round.`, { field: "on.id" });
      }
      const key = await signingKey(tx);
      const statement: CorrectionStatement = {
        ...{ format: "stet.correction", formatVersion: 1, id, contentHash: round.contentHash },
        report: { id: snapshot.report.id, title: snapshot.report.title },
        round: { id: roundId, number: round.number },
        ...{ on, wrong, correct, correctedBy: { id: actor.userId, name: context.caller.name } },
        ...{ correctedAt: now.toISOString(), journal: head, keyId: key.id },
      };
      const correction = signStatement(statement, key.privateKey);
      await tx.correction.create({
        data: {
          ...{ id, roundId, onType: on.type, onId: on.id, wrong, correct, keyId: key.id },
          ...{ signed: canonicalJson(statement), signature: correction.signature },
          ...{ correctedById: actor.userId, correctedAt: now },
        },
      });
      append({
        type: "correction.added",
        subject: { type: "round", id: roundId },
        payload: { round: await presented(tx, roundId), correction },
      });
      return correction;
    },
  );
}

/** Adding again with the same id and content is the same success. @throws Refusal `duplicate` */
async function sameCorrection(tx: Transaction, given: Correction): Promise<SignedCorrection | null> {
  const row = await tx.correction.findUnique({ where: { id: given.id } });
  if (!row) return null;
  const isSame =
    row.roundId === given.roundId &&
    row.onType === given.on.type &&
    row.onId === given.on.id &&
    row.wrong === given.wrong &&
    row.correct === given.correct &&
    row.correctedById === given.correctedBy;
  if (isSame) return presentCorrection(row, await tx.signingKey.findMany());
  throw new Refusal("duplicate", "This id belongs to another correction already.", { field: "id" });
}

function holds(
  { report, annotations, links }: Snapshot,
  { type, id }: z.infer<typeof addCorrectionInput>["on"],
): boolean {
  if (type === "report") return report.id === id;
  return (type === "annotation" ? annotations : links).some((thing) => thing.id === id);
}
