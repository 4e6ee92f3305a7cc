import type { Database } from "@/lib/db/client";
import { presentRound, withItems } from "./present";
import { withdrawalOf } from "./statement";
import type { Verdict } from "./verify";
import { withdrawnInWords } from "./verifyAfterwards";

/**
 * A verdict with what this installation knows and the file cannot: that its sign-off was withdrawn, or something in it
 * corrected, since it was exported. Only of what the verdict found to be signed here. Asks nobody's permission: whoever
 * holds the file may know what became of it, as every later export says.
 */
export async function withWhatCameSince(db: Database, verdict: Verdict): Promise<Verdict> {
  const { signOffs, contentHash, corrections = [] } = verdict;
  const isOurs = signOffs.some(({ ok, keyTrusted }) => ok && keyTrusted);
  if (!contentHash || !isOurs) return verdict;
  const rows = await db.round.findMany({
    where: {
      contentHash,
      signOffs: { some: { reviewerId: { in: signOffs.map(({ reviewer }) => reviewer.id) } } },
    },
    include: withItems,
    omit: { snapshot: true },
  });
  const round = rows
    .map((row) => presentRound(row, []))
    .find((one) => one.signOffs.some(({ signed }) => signed.signedAt === signOffs[0]?.signedAt));
  if (!round) return verdict;
  const reasons: string[] = [];
  const now = signOffs.map((signOff) => {
    const held = round.signOffs.find(({ signed }) => signed.reviewer.id === signOff.reviewer.id);
    const withdrawal = held && withdrawalOf(held, round.withdrawals)?.signed;
    if (!withdrawal || signOff.withdrawn) return signOff;
    reasons.push(
      `${withdrawnInWords(withdrawal)} The file does not say so: it was exported before that, or that was taken out of it.`,
    );
    const { withdrawnBy: by, withdrawnAt: at, reason } = withdrawal;
    return { ...signOff, withdrawn: { by, at, reason, ok: true } };
  });
  const later = round.corrections
    .filter(
      ({ signed }) =>
        !corrections.some(({ at, wrong }) => at === signed.correctedAt && wrong === signed.wrong),
    )
    .map(({ signed: { on, wrong, correct, correctedBy: by, correctedAt: at } }) => {
      return { on, wrong, correct, by, at, ok: true, sinceExport: true as const };
    });
  const all = [...corrections, ...later];
  return {
    ...verdict,
    valid: verdict.valid && reasons.length === 0,
    reasons: [...verdict.reasons, ...reasons],
    signOffs: now,
    ...(all.length > 0 && { corrections: all }),
  };
}
