import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const journal = { seq: z.int(), hash: z.string() };

/** What every statement says first: about which content, of which round, and where the journal stood. */
const about = {
  formatVersion: z.literal(1),
  contentHash: hash,
  report: z.strictObject({ id: z.uuid(), title: z.string() }),
  round: z.strictObject({ id: z.uuid(), number: z.int() }),
  /** The dossier's journal as it stood just before. */
  journal: z.strictObject(journal),
  keyId: z.string(),
};
const person = z.strictObject({ id: z.uuid(), name: z.string() });
/** How a statement travels: beside it its Ed25519 signature (base64) and the raw public key (base64). */
const seal = { signature: z.string(), publicKey: z.string() };

/** What a reviewer's signature covers; its canonical JSON is the signed message. */
export const signedStatementSchema = z.strictObject({
  format: z.literal("stet.sign-off"),
  ...about,
  journal: z.strictObject({
    ...journal,
    /** Whether checkpoints are made of the journal: then an export without the proof of this sign-off had it taken out. */
    checkpoints: z.literal(true).optional(),
  }),
  reviewer: person,
  statement: z.string(),
  signedAt: z.iso.datetime(),
});
export type SignedStatement = z.infer<typeof signedStatementSchema>;

export const signOffSchema = z.strictObject({ signed: signedStatementSchema, ...seal });
export type SignedSignOff = z.infer<typeof signOffSchema>;

/** What was found wrong in what was signed, and what it says now. The signed content itself stays as it is. */
export const correctionStatementSchema = z.strictObject({
  format: z.literal("stet.correction"),
  id: z.uuid(),
  ...about,
  on: z.strictObject({ type: z.enum(["annotation", "link", "report"]), id: z.uuid() }),
  wrong: z.string(),
  correct: z.string(),
  correctedBy: person,
  correctedAt: z.iso.datetime(),
});
export type CorrectionStatement = z.infer<typeof correctionStatementSchema>;

export const signedCorrectionSchema = z.strictObject({ signed: correctionStatementSchema, ...seal });
export type SignedCorrection = z.infer<typeof signedCorrectionSchema>;

/** That a sign-off no longer stands. It is named by its signature, which no other sign-off can have. */
export const withdrawalStatementSchema = z.strictObject({
  format: z.literal("stet.withdrawal"),
  ...about,
  signOff: z.strictObject({
    id: z.uuid(),
    reviewer: person,
    signedAt: z.iso.datetime(),
    signature: z.string(),
  }),
  reason: z.string(),
  withdrawnBy: person,
  withdrawnAt: z.iso.datetime(),
});
export type WithdrawalStatement = z.infer<typeof withdrawalStatementSchema>;

export const signedWithdrawalSchema = z.strictObject({ signed: withdrawalStatementSchema, ...seal });
export type SignedWithdrawal = z.infer<typeof signedWithdrawalSchema>;

/** The withdrawal of a sign-off; undefined while it stands. */
export function withdrawalOf(
  signOff: Pick<SignedSignOff, "signature">,
  withdrawals: readonly SignedWithdrawal[] = [],
): SignedWithdrawal | undefined {
  return withdrawals.find(({ signed }) => signed.signOff.signature === signOff.signature);
}
