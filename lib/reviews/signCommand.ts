import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { confirmInPerson } from "@/lib/auth/confirmInPerson";
import { Refusal } from "@/lib/http/refusal";
import { canonicalJson } from "@/lib/journal/canonical";
import { changeDossier } from "@/lib/journal/change";
import { presentReport, withArticles } from "@/lib/reports/present";
import { setReportStatus } from "./commands";
import { findRound, frozenSnapshot, isOutdated, presented } from "./queries";
import { journallingRefusals } from "./refusedCommands";
import type { Round, signRoundInput } from "./schema";
import { signStatement } from "./signature";
import { signingKey } from "./signingKeys";
import type { SignedStatement } from "./statement";

/**
 * Signs a round with the installation's Ed25519 key, in the reviewer's name, over the content hash they saw. In a
 * browser they give their password again; it is checked before anything is looked at, and goes nowhere else.
 * @throws Refusal `forbidden` without the right password, for anyone who contributed, or when the round is closed;
 *   `rate_limited` after too many wrong passwords, `duplicate` for a second sign-off by one person, `outdated` for
 *   another hash or when what it covers has changed, `incomplete` while an item is not accepted
 */
export async function signRound(
  context: Context,
  { roundId, contentHash, statement, password }: z.infer<typeof signRoundInput>,
): Promise<Round> {
  const { dossierId, reportId } = await findRound(context, roundId);
  await confirmInPerson(context, password);
  const attempt = { dossierId, roundId };
  return journallingRefusals(context, attempt, "sign", () =>
    changeDossier(context, dossierId, "round.sign", async ({ tx, now, actor, head, authorise, append }) => {
      const round = await presented(tx, roundId);
      authorise("round.sign", { contributors: round.contributors, roundStatus: round.status });
      if (round.signOffs.some(({ signed }) => signed.reviewer.id === actor.userId)) {
        throw new Refusal(
          "duplicate",
          "You signed this round already. A second sign-off is another person's.",
        );
      }
      if (contentHash !== round.contentHash) {
        throw new Refusal(
          "outdated",
          "What you saw is not what this round froze. Read it again before you sign.",
          {
            field: "contentHash",
            current: { contentHash: round.contentHash },
          },
        );
      }
      const open = round.items.filter(({ decision }) => decision !== "accepted").length;
      if (open > 0) {
        throw new Refusal("incomplete", `${open} of ${round.items.length} items are not accepted yet.`);
      }
      if (await isOutdated(tx, reportId, await frozenSnapshot(tx, roundId))) {
        throw new Refusal(
          "outdated",
          "Something this round covers has changed since it was submitted. It needs a new round.",
        );
      }

      const key = await signingKey(tx);
      const { title } = await tx.report.findUniqueOrThrow({
        where: { id: reportId },
        select: { title: true },
      });
      const signed: SignedStatement = {
        ...{ format: "stet.sign-off", formatVersion: 1, contentHash, report: { id: reportId, title } },
        ...{
          round: { id: roundId, number: round.number },
          reviewer: { id: actor.userId, name: context.caller.name },
        },
        ...{ statement, signedAt: now.toISOString(), journal: { ...head, checkpoints: true }, keyId: key.id },
      };
      const signOff = signStatement(signed, key.privateKey);
      await tx.signOff.create({
        data: {
          ...{
            id: uuidv7(),
            roundId,
            reviewerId: actor.userId,
            contentHash,
            statement,
            keyId: key.id,
            signedAt: now,
          },
          ...{ signed: canonicalJson(signed), signature: signOff.signature },
        },
      });
      const isLast = round.signOffs.length + 1 >= round.signOffsRequired;
      if (isLast)
        await tx.round.update({ where: { id: roundId }, data: { status: "signed_off", closedAt: now } });
      const report = isLast
        ? await setReportStatus(tx, reportId, "signed_off")
        : presentReport(
            await tx.report.findUniqueOrThrow({ where: { id: reportId }, include: withArticles }),
          );
      const after = await presented(tx, roundId);
      append({
        type: "round.signed",
        subject: { type: "round", id: roundId },
        payload: { round: after, report, signOff },
      });
      return after;
    }),
  );
}
