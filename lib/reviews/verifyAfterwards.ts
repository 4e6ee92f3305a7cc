import { byCorrecting, byWithdrawing, type EnvelopeFrame } from "@/lib/exporting/envelope";
import { type SignedSignOff, type SignedWithdrawal, withdrawalOf } from "@/lib/reviews/statement";
import type { TrustedKey } from "@/lib/reviews/verify";
import { judgeSeal } from "@/lib/reviews/verifySeal";

/** Who took a sign-off back, when and why; `ok` when that is genuine itself. */
export type Withdrawn = { by: { id: string; name: string }; at: string; reason: string; ok: boolean };

export type VerifiedCorrection = {
  on: { type: "annotation" | "link" | "report"; id: string };
  wrong: string;
  correct: string;
  by: { id: string; name: string };
  at: string;
  ok: boolean;
  /** Not in the file: made after it was exported, as this installation knows. */
  sinceExport?: true;
};

export type Afterwards = {
  /** What is wrong with corrections and withdrawals themselves. */
  reasons: string[];
  /** That sign-offs were withdrawn: the file may be all that was signed, and still it stands no more. */
  withdrawn: string[];
  corrections: VerifiedCorrection[];
  onSignOff(signOff: SignedSignOff | undefined): { withdrawn?: Withdrawn };
};

type SignedFrame = Extract<EnvelopeFrame, { status: "signed" }>;
type Statement = { report: { id: string; title: string }; round: { id: string; number: number } };

/** What was said of a sign-off after it was given: whether each is genuine, of this round, and by a trusted key. */
export function judgeAfterwards(
  frame: SignedFrame,
  hash: string,
  trustedKeys: readonly TrustedKey[],
): Afterwards {
  const { corrections = [], withdrawals = [] } = frame;
  const reasons: string[] = [];
  const isSound = (
    name: string,
    sealed: Parameters<typeof judgeSeal>[1] & { signed: Statement },
    at: string,
  ) => {
    const { faults, keyFaults } = judgeSeal(name, sealed, { hash, at, trustedKeys });
    const all = [...faults, ...keyFaults, ...placeFaults(name, sealed.signed, frame)];
    reasons.push(...all);
    return all.length === 0;
  };
  const corrected = corrections.map((correction): VerifiedCorrection => {
    const { on, wrong, correct, correctedBy, correctedAt } = correction.signed;
    const ok = isSound(`The correction by ${correctedBy.name}`, correction, correctedAt);
    return { on, wrong, correct, by: correctedBy, at: correctedAt, ok };
  });
  const taken = new Map<SignedWithdrawal, Withdrawn>();
  for (const withdrawal of withdrawals) {
    const { withdrawnBy, withdrawnAt, reason, signOff } = withdrawal.signed;
    const name = `The withdrawal by ${withdrawnBy.name}`;
    const isOfOne = frame.signOffs.some(
      ({ signed, signature }) =>
        signature === signOff.signature &&
        signed.reviewer.id === signOff.reviewer.id &&
        signed.reviewer.name === signOff.reviewer.name &&
        signed.signedAt === signOff.signedAt,
    );
    if (!isOfOne) reasons.push(`${name} is of a sign-off that is not in this file.`);
    const ok = isSound(name, withdrawal, withdrawnAt) && isOfOne;
    taken.set(withdrawal, { by: withdrawnBy, at: withdrawnAt, reason, ok });
  }
  return {
    reasons: [...reasons, ...listFaults(frame)],
    withdrawn: withdrawals.map(({ signed }) => withdrawnInWords(signed)),
    corrections: corrected,
    onSignOff(signOff) {
      const withdrawal = signOff && withdrawalOf(signOff, withdrawals);
      const found = withdrawal && taken.get(withdrawal);
      return found ? { withdrawn: found } : {};
    },
  };
}

/** A withdrawal as a sentence. */
export function withdrawnInWords({
  withdrawnBy,
  withdrawnAt,
  reason,
  signOff,
}: SignedWithdrawal["signed"]): string {
  const { reviewer, signedAt } = signOff;
  return `This was signed by ${reviewer.name} on ${signedAt}, then withdrawn on ${withdrawnAt} by ${withdrawnBy.name} because: ${reason}`;
}

function placeFaults(
  name: string,
  { report, round }: Statement,
  { signOffs: [first] }: SignedFrame,
): string[] {
  const isHere =
    report.id === first?.signed.report.id &&
    report.title === first.signed.report.title &&
    round.id === first.signed.round.id &&
    round.number === first.signed.round.number;
  return isHere ? [] : [`${name} is of another report or round.`];
}

/** Nothing twice, and all in the order in which Stet writes it. */
function listFaults({ corrections = [], withdrawals = [] }: SignedFrame): string[] {
  const faults: string[] = [];
  const isOnce = (ids: string[]) => new Set(ids).size === ids.length;
  if (!isOnce(corrections.map(({ signed }) => signed.id)))
    faults.push("One correction is in the file twice.");
  if (!isOnce(withdrawals.map(({ signed }) => signed.signOff.signature))) {
    faults.push("One sign-off is withdrawn twice.");
  }
  const isSorted = <T>(list: readonly T[], order: (a: T, b: T) => number) =>
    list.every((one, i) => i === 0 || order(list[i - 1] ?? one, one) <= 0);
  if (!isSorted(corrections, byCorrecting) || !isSorted(withdrawals, byWithdrawing)) {
    faults.push("What came after the sign-off is not in the order in which Stet writes it.");
  }
  return faults;
}
