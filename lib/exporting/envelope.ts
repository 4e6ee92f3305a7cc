import { z } from "zod";
import { type JournalProof, journalProofSchema } from "@/lib/checkpoints/proof";
import { canonicalJson, contentHash } from "@/lib/journal/canonical";
import { type Snapshot, snapshotSchema } from "@/lib/reports/snapshot";
import type { Signed } from "@/lib/reviews/signature";
import {
  type SignedCorrection,
  type SignedSignOff,
  type SignedWithdrawal,
  signedCorrectionSchema,
  signedWithdrawalSchema,
  signOffSchema,
} from "@/lib/reviews/statement";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const common = { format: z.literal("stet.report"), formatVersion: z.literal(1), contentHash: hash };

const draft = z.strictObject({
  ...common,
  status: z.literal("draft"),
  /** A draft is one moment of a moving thing, so it says which. */
  exportedAt: z.iso.datetime(),
});
const signed = z.strictObject({
  ...common,
  status: z.literal("signed"),
  /** By time, then reviewer. No two by one person. More than any dossier asks for is not a report. */
  signOffs: z.array(signOffSchema).min(1).max(16),
  /** That each of the sign-offs, in their order, stands in the dossier's journal. Absent in files of before there were any. */
  proofs: z.array(journalProofSchema).min(1).max(16).optional(),
  /** What was found wrong since, by time. Absent when there is nothing: so files from before still are the same bytes. */
  corrections: z.array(signedCorrectionSchema).min(1).max(10_000).optional(),
  /** Of the sign-offs those that no longer stand, by time. Absent when all stand. */
  withdrawals: z.array(signedWithdrawalSchema).min(1).max(16).optional(),
});

/**
 * What every format is made from: a snapshot and what was signed about it.
 *
 * A signed envelope holds nothing but the snapshot, its hash, the sign-offs, their places in the journal and what was
 * said of them since, so two exports of one signed round are the same bytes whoever makes them until something more is
 * said, and no byte of it is outside a signature or derivable from one. Public keys travel inside the sign-offs.
 */
export const envelopeSchema = z.discriminatedUnion("status", [
  draft.extend({ snapshot: snapshotSchema }),
  signed.extend({ snapshot: snapshotSchema }),
]);
export type Envelope = z.infer<typeof envelopeSchema>;
export type SignedEnvelope = Extract<Envelope, { status: "signed" }>;

/** The envelope with its snapshot unread: cheap to check however large or hostile the snapshot is. */
export const envelopeFrameSchema = z.discriminatedUnion("status", [
  draft.extend({ snapshot: z.unknown() }),
  signed.extend({ snapshot: z.unknown() }),
]);
export type EnvelopeFrame = z.infer<typeof envelopeFrameSchema>;

/** The envelope of work in progress. `exportedAt` is an ISO instant in UTC. */
export function draftEnvelope(snapshot: Snapshot, exportedAt: string): Envelope {
  return settled({ ...head, status: "draft", exportedAt, contentHash: contentHash(snapshot), snapshot });
}

/** What stands beside sign-offs. */
export type Beside = {
  /** In the order of {@link bySigning}. */
  proofs?: readonly JournalProof[];
  corrections?: readonly SignedCorrection[];
  withdrawals?: readonly SignedWithdrawal[];
};

/** The envelope of a signed round; `snapshot` is the round's frozen one. */
export function signedEnvelope(
  snapshot: Snapshot,
  signOffs: readonly SignedSignOff[],
  { proofs, corrections = [], withdrawals = [] }: Beside = {},
): SignedEnvelope {
  const envelope: SignedEnvelope = {
    ...head,
    status: "signed",
    contentHash: contentHash(snapshot),
    // A round holds them with more than what was signed.
    signOffs: signOffs.map(sealed).sort(bySigning),
    ...(proofs && { proofs: [...proofs] }),
    ...(corrections.length > 0 && { corrections: corrections.map(sealed).sort(byCorrecting) }),
    ...(withdrawals.length > 0 && { withdrawals: withdrawals.map(sealed).sort(byWithdrawing) }),
    snapshot,
  };
  return settled(envelope);
}

function sealed<S>({ signed: statement, signature, publicKey }: Signed<S>): Signed<S> {
  return { signed: statement, signature, publicKey };
}

/** The order of sign-offs in an export. */
export function bySigning({ signed: a }: SignedSignOff, { signed: b }: SignedSignOff): number {
  return compare(a.signedAt, b.signedAt) || compare(a.reviewer.id, b.reviewer.id);
}

/** The order of corrections in an export. */
export function byCorrecting({ signed: a }: SignedCorrection, { signed: b }: SignedCorrection): number {
  return compare(a.correctedAt, b.correctedAt) || compare(a.id, b.id);
}

/** The order of withdrawals in an export. */
export function byWithdrawing({ signed: a }: SignedWithdrawal, { signed: b }: SignedWithdrawal): number {
  return compare(a.withdrawnAt, b.withdrawnAt) || compare(a.signOff.id, b.signOff.id);
}

const head = { format: "stet.report", formatVersion: 1 } as const;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** With every object's keys in canonical order, which no source (database, parser, caller) can then influence. */
function settled<T extends Envelope>(envelope: T): T {
  return JSON.parse(canonicalJson(envelope)) as T;
}
