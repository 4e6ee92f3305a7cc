import type {
  Correction as CorrectionRow,
  Prisma,
  RoundItem as RoundItemRow,
  Round as RoundRow,
  SigningKey,
  SignOff as SignOffRow,
  Withdrawal as WithdrawalRow,
} from "@/lib/db/generated/client";
import type { HeldSignOff, Round, RoundItem } from "./schema";
import {
  correctionStatementSchema,
  type SignedCorrection,
  type SignedWithdrawal,
  signedStatementSchema,
  withdrawalStatementSchema,
} from "./statement";

/** What {@link presentRound} needs beside the row; the snapshot itself is read only where it is asked for. */
export const withItems = {
  items: { orderBy: [{ type: "asc" }, { itemId: "asc" }] },
  contributors: { orderBy: { userId: "asc" }, select: { userId: true } },
  signOffs: { orderBy: { signedAt: "asc" }, include: { withdrawal: true } },
  corrections: { orderBy: [{ correctedAt: "asc" }, { id: "asc" }] },
  report: { select: { dossier: { select: { signOffsRequired: true } } } },
} satisfies Prisma.RoundInclude;

export type RoundWithItems = Omit<RoundRow, "snapshot"> & {
  items: RoundItemRow[];
  contributors: { userId: string }[];
  signOffs: (SignOffRow & { withdrawal: WithdrawalRow | null })[];
  corrections: CorrectionRow[];
  report: { dossier: { signOffsRequired: number } };
};

type Keys = readonly Pick<SigningKey, "id" | "publicKey">[];

/** `keys`: at least those that the sign-offs and what came after them name. */
export function presentRound(row: RoundWithItems, keys: Keys): Round {
  const withdrawals = row.signOffs.flatMap(({ withdrawal }) => withdrawal ?? []);
  return {
    id: row.id,
    reportId: row.reportId,
    dossierId: row.dossierId,
    number: row.number,
    status: row.status,
    contentHash: row.contentHash,
    note: row.note,
    waiver: row.waiver,
    journalSeq: row.journalSeq,
    returnReason: row.returnReason,
    submittedBy: row.submittedById,
    submittedAt: row.submittedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    signOffsRequired: row.report.dossier.signOffsRequired,
    contributors: row.contributors.map(({ userId }) => userId),
    items: row.items.map(presentItem),
    signOffs: row.signOffs.map((signOff) => presentSignOff(signOff, keys)),
    withdrawals: withdrawals
      .sort((a, b) => a.withdrawnAt.getTime() - b.withdrawnAt.getTime())
      .map((withdrawal) => presentWithdrawal(withdrawal, keys)),
    corrections: row.corrections.map((correction) => presentCorrection(correction, keys)),
  };
}

function presentItem(row: RoundItemRow): RoundItem {
  return {
    type: row.type,
    id: row.itemId,
    itemVersion: row.itemVersion,
    contentHash: row.contentHash,
    decision: row.decision,
    reason: row.reason,
    suggestion: row.suggestion,
    carriedFrom: row.carriedFromId,
    decidedBy: row.decidedById,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    makers: row.makers,
  };
}

function presentSignOff(row: SignOffRow, keys: Keys): HeldSignOff {
  return { id: row.id, signed: signedStatementSchema.parse(JSON.parse(row.signed)), ...seal(row, keys) };
}

export function presentCorrection(row: CorrectionRow, keys: Keys): SignedCorrection {
  return { signed: correctionStatementSchema.parse(JSON.parse(row.signed)), ...seal(row, keys) };
}

function presentWithdrawal(row: WithdrawalRow, keys: Keys): SignedWithdrawal {
  return { signed: withdrawalStatementSchema.parse(JSON.parse(row.signed)), ...seal(row, keys) };
}

function seal({ keyId, signature }: { keyId: string; signature: string }, keys: Keys) {
  return { signature, publicKey: keys.find(({ id }) => id === keyId)?.publicKey ?? "" };
}
