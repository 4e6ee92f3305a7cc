import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a reviewer's signature covers; its canonical JSON is the signed message. */
export const signedStatementSchema = z.strictObject({
  format: z.literal("stet.sign-off"),
  formatVersion: z.literal(1),
  contentHash: hash,
  report: z.strictObject({ id: z.uuid(), title: z.string() }),
  round: z.strictObject({ id: z.uuid(), number: z.int() }),
  reviewer: z.strictObject({ id: z.uuid(), name: z.string() }),
  statement: z.string(),
  signedAt: z.iso.datetime(),
  /** The dossier's journal as it stood just before the sign-off. */
  journal: z.strictObject({
    seq: z.int(),
    hash: z.string(),
    /** Whether checkpoints are made of the journal: then an export without the proof of this sign-off had it taken out. */
    checkpoints: z.literal(true).optional(),
  }),
  keyId: z.string(),
});
export type SignedStatement = z.infer<typeof signedStatementSchema>;

/** A sign-off as it travels: the statement, its Ed25519 signature (base64) and the raw public key (base64). */
export const signOffSchema = z.strictObject({
  signed: signedStatementSchema,
  signature: z.string(),
  publicKey: z.string(),
});
export type SignedSignOff = z.infer<typeof signOffSchema>;
