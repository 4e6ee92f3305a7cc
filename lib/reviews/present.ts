import type {
  Prisma,
  RoundItem as RoundItemRow,
  Round as RoundRow,
  SigningKey,
  SignOff as SignOffRow,
} from "@/lib/db/generated/client";
import type { Round, RoundItem } from "./schema";
import { type SignedSignOff, signedStatementSchema } from "./statement";

/** What {@link presentRound} needs beside the row; the snapshot itself is read only where it is asked for. */
export const withItems = {
  items: { orderBy: [{ type: "asc" }, { itemId: "asc" }] },
  contributors: { orderBy: { userId: "asc" }, select: { userId: true } },
  signOffs: { orderBy: { signedAt: "asc" } },
  report: { select: { dossier: { select: { signOffsRequired: true } } } },
} satisfies Prisma.RoundInclude;

export type RoundWithItems = Omit<RoundRow, "snapshot"> & {
  items: RoundItemRow[];
  contributors: { userId: string }[];
  signOffs: SignOffRow[];
  report: { dossier: { signOffsRequired: number } };
};

/** `keys`: at least those that the sign-offs name. */
export function presentRound(
  row: RoundWithItems,
  keys: readonly Pick<SigningKey, "id" | "publicKey">[],
): Round {
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

function presentSignOff(
  row: SignOffRow,
  keys: readonly Pick<SigningKey, "id" | "publicKey">[],
): SignedSignOff {
  const signed = signedStatementSchema.parse(JSON.parse(row.signed));
  const publicKey = keys.find(({ id }) => id === row.keyId)?.publicKey ?? "";
  return { signed, signature: row.signature, publicKey };
}
