import { utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import { id, instant } from "@/lib/http/fields";
import { canonicalJson } from "@/lib/journal/canonical";
import { headOfPeaks, peakCount } from "@/lib/journal/tree/peaks";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";
import { keyIdOf, publicKeyOf, signBytes, verifyBytes } from "@/lib/reviews/signature";
import { hash } from "./leaf";

/**
 * What a checkpoint says: a dossier's journal had `size` entries, and as a tree this head. Its canonical JSON is what
 * is signed (a signed tree head, RFC 6962 3.5). `peaks` are the tree's complete subtrees, so that the next checkpoint
 * need not read what this one has read.
 */
export const checkpointStatementSchema = z.strictObject({
  format: z.literal("stet.checkpoint"),
  formatVersion: z.literal(1),
  dossierId: id,
  size: z.int().min(1),
  head: hash,
  peaks: z.array(hash).max(53),
  /** The hash of entry number `size`. */
  entryHash: hash,
  at: instant,
  keyId: z.string(),
});
export type CheckpointStatement = z.infer<typeof checkpointStatementSchema>;

/** A key whose owner is known. Nothing that says it was signed after `retiredAt` is taken for signed. */
export type KnownKey = { publicKey: string; retiredAt?: string | null };

/** As it travels, stands in the file and in exports: Ed25519 signature and raw public key in base64. */
export const checkpointSchema = z.strictObject({
  signed: checkpointStatementSchema,
  signature: z.string(),
  publicKey: z.string(),
});
export type SignedCheckpoint = z.infer<typeof checkpointSchema>;

export function signCheckpoint(signed: CheckpointStatement, privateKey: Uint8Array): SignedCheckpoint {
  const publicKey = publicKeyOf(privateKey);
  if (signed.keyId !== keyIdOf(publicKey)) throw new Error("The checkpoint names another signing key.");
  const signature = signBytes(messageOf(signed), privateKey);
  return { signed, signature: toBase64(signature), publicKey: toBase64(publicKey) };
}

/**
 * Why a checkpoint is not one that a holder of `trustedKeys` signed, as the end of a sentence ("the checkpoint …");
 * null when it is. Never throws. A key is not trusted for standing in the checkpoint.
 */
export function checkpointFault(
  { signed, signature, publicKey }: SignedCheckpoint,
  trustedKeys: readonly KnownKey[],
): string | null {
  const key = fromBase64(publicKey);
  if (key?.length !== 32 || signed.keyId !== keyIdOf(key)) return "does not carry the key that it names";
  const bytes = fromBase64(signature);
  if (!bytes || !verifyBytes(bytes, messageOf(signed), key))
    return "is not genuine: its signature does not fit it";
  const known = trustedKeys.filter((trusted) => trusted.publicKey === publicKey);
  if (known.length === 0) {
    return `was signed with the key ${signed.keyId}, which is not among the keys you trust`;
  }
  if (known.some(({ retiredAt }) => retiredAt && Date.parse(signed.at) > Date.parse(retiredAt))) {
    return `says that it was signed at ${signed.at}, when its key was retired already`;
  }
  const { peaks, size, head } = signed;
  return peaks.length === peakCount(size) && headOfPeaks(peaks) === head ? null : "contradicts itself";
}

function messageOf(statement: CheckpointStatement): Uint8Array {
  return utf8ToBytes(canonicalJson(statement));
}
