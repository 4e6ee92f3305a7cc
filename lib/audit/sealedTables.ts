import type { SignedStatement } from "@/lib/reviews/statement";
import { PAGE } from "./rows";
import type { SealedTable } from "./sealed";

type Person = { id: string };

export const sealedTables: readonly SealedTable[] = [
  {
    table: "sign_off",
    noun: "signOff",
    page: async (tx, dossierId, after) => {
      const rows = await tx.signOff.findMany({
        where: { round: { dossierId }, ...(after !== null && { id: { gt: after } }) },
        orderBy: { id: "asc" },
        take: PAGE,
      });
      return rows.map((row) => ({
        id: row.id,
        key: `${row.roundId}:${row.reviewerId}`,
        row,
        columns: (signed: SignedStatement) => ({
          contentHash: [row.contentHash, signed.contentHash],
          statement: [row.statement, signed.statement],
          keyId: [row.keyId, signed.keyId],
          signedAt: [row.signedAt.toISOString(), signed.signedAt],
        }),
      }));
    },
  },
  {
    table: "withdrawal",
    noun: "withdrawal",
    page: async (tx, dossierId, after) => {
      const rows = await tx.withdrawal.findMany({
        where: { signOff: { round: { dossierId } }, ...(after !== null && { signOffId: { gt: after } }) },
        orderBy: { signOffId: "asc" },
        take: PAGE,
      });
      return rows.map((row) => ({
        id: row.signOffId,
        key: row.signOffId,
        row,
        columns: (signed: { reason: string; withdrawnBy: Person; withdrawnAt: string; keyId: string }) => ({
          reason: [row.reason, signed.reason],
          withdrawnById: [row.withdrawnById, signed.withdrawnBy.id],
          withdrawnAt: [row.withdrawnAt.toISOString(), signed.withdrawnAt],
          keyId: [row.keyId, signed.keyId],
        }),
      }));
    },
  },
  {
    table: "correction",
    noun: "correction",
    page: async (tx, dossierId, after) => {
      const rows = await tx.correction.findMany({
        where: { round: { dossierId }, ...(after !== null && { id: { gt: after } }) },
        orderBy: { id: "asc" },
        take: PAGE,
      });
      return rows.map((row) => ({
        id: row.id,
        key: row.id,
        row,
        columns: (signed: Correction) => ({
          roundId: [row.roundId, signed.round.id],
          onType: [row.onType, signed.on.type],
          onId: [row.onId, signed.on.id],
          wrong: [row.wrong, signed.wrong],
          correct: [row.correct, signed.correct],
          correctedById: [row.correctedById, signed.correctedBy.id],
          correctedAt: [row.correctedAt.toISOString(), signed.correctedAt],
          keyId: [row.keyId, signed.keyId],
        }),
      }));
    },
  },
];

type Correction = {
  round: { id: string };
  on: { type: string; id: string };
  wrong: string;
  correct: string;
  correctedBy: Person;
  correctedAt: string;
  keyId: string;
};
