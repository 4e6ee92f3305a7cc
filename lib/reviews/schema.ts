import { z } from "zod";
import { commentSubjectSchema } from "@/lib/comments/schema";
import { id, instant, paging, text } from "@/lib/http/fields";
import type { Entry } from "@/lib/journal/entries";
import { snapshotSchema } from "@/lib/reports/snapshot";
import { acceptedKindsSchema } from "./readinessSchema";
import { signedCorrectionSchema, signedWithdrawalSchema, signOffSchema } from "./statement";

export const decisionSchema = z.enum(["accepted", "returned"]);
export type DecisionValue = z.infer<typeof decisionSchema>;
export const itemTypeSchema = z.enum(["annotation", "link"]);

export const roundItemSchema = z.object({
  type: itemTypeSchema,
  id,
  /** The version of the annotation or link that was frozen. */
  itemVersion: z.int().default(0),
  /** `itemHash` of what was frozen: the same in two rounds, the same item. Empty in rounds before there was one. */
  contentHash: z.string().default(""),
  decision: decisionSchema.nullable(),
  reason: z.string(),
  /** What whoever returned it would write instead: an annotation's note, a link's rationale. Empty for nothing. */
  suggestion: z.string().default(""),
  /** The earlier round in which this very content was decided on: the decision stands from there. */
  carriedFrom: id.nullable().default(null),
  decidedBy: id.nullable(),
  decidedAt: instant.nullable(),
  /** Who made or last changed it: they may not decide on it. */
  makers: z.array(id),
});
export type RoundItem = z.infer<typeof roundItemSchema>;

/** A sign-off where its round is held: with the name by which it can be withdrawn. */
export const heldSignOffSchema = signOffSchema.extend({
  /** Empty in journal entries older than withdrawals. */
  id: z.string().default(""),
});
export type HeldSignOff = z.infer<typeof heldSignOffSchema>;

export const roundSchema = z.object({
  id,
  reportId: id,
  dossierId: id,
  number: z.int(),
  status: z.enum(["in_review", "returned", "signed_off"]),
  contentHash: z.string(),
  note: z.string(),
  waiver: z.string(),
  journalSeq: z.int(),
  returnReason: z.string(),
  submittedBy: id,
  submittedAt: instant,
  closedAt: instant.nullable(),
  signOffsRequired: z.int(),
  /** Everyone who made something in the snapshot: they may not sign. */
  contributors: z.array(id),
  items: z.array(roundItemSchema),
  signOffs: z.array(heldSignOffSchema),
  /** Of these sign-offs those that no longer stand, by time. */
  withdrawals: z.array(signedWithdrawalSchema).default([]),
  /** By time. */
  corrections: z.array(signedCorrectionSchema).default([]),
});
export type Round = z.infer<typeof roundSchema>;

export const roundWithSnapshotSchema = roundSchema.extend({
  snapshot: snapshotSchema,
  /** Whether what the round covers has changed since it was frozen. */
  outdated: z.boolean(),
});

const contentHash = z.string().regex(/^[0-9a-f]{64}$/, "This is not a content hash.");

export const submitRoundInput = z.strictObject({
  reportId: id,
  id: id.optional(),
  note: text(5_000).optional(),
  /** Why open sentences are let be, where the dossier demands full coverage. */
  waiver: text(2_000).optional(),
  /** Kinds of open points that are let be, each with the reason. */
  accepted: acceptedKindsSchema.optional(),
});
export const listRoundsInput = z.strictObject({ reportId: id, ...paging });
/** Newest first; `before` is what `next` of the page before said. */
export const listChangesInput = z.strictObject({
  roundId: id,
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(30),
  before: z.coerce.number().pipe(z.int().min(1)).optional(),
});
/** What touched what a round covers, as of the journal's entry `seq`. */
export type Changes = {
  outdated: boolean;
  seq: number;
  /** How many there are in all. */
  total: number;
  items: Entry[];
  next: number | null;
};
export const roundParams = z.strictObject({ roundId: id });
export const decideInput = z.strictObject({
  roundId: id,
  /** Of the round as it was read: another one is `outdated`. */
  contentHash: contentHash.optional(),
  items: z
    .array(
      z.strictObject({
        type: itemTypeSchema,
        id,
        decision: decisionSchema,
        reason: text(2_000).optional(),
        suggestion: text(10_000).optional(),
      }),
    )
    .min(1)
    .max(10_000)
    .refine(
      (items) => new Set(items.map((item) => `${item.type}:${item.id}`)).size === items.length,
      "An item is named twice.",
    ),
});
export const takeBackInput = z.strictObject({
  roundId: id,
  items: z
    .array(z.strictObject({ type: itemTypeSchema, id }))
    .min(1)
    .max(10_000),
});
export const returnRoundInput = z.strictObject({
  roundId: id,
  reason: text(2_000).refine((r) => r.trim() !== "", "Say why."),
});
/** One's own, from the browser; a bearer token shows none. Never stored and never logged. */
const password = z.string().max(200).optional();

export const signRoundInput = z.strictObject({
  roundId: id,
  contentHash,
  statement: text(2_000).refine((s) => s.trim() !== "", "Say what you sign."),
  password,
});
export const withdrawInput = z.strictObject({
  signOffId: id,
  reason: text(2_000).refine((r) => r.trim() !== "", "Say why it is withdrawn."),
  password,
});
export const addCorrectionInput = z.strictObject({
  roundId: id,
  id: id.optional(),
  on: commentSubjectSchema,
  wrong: text(5_000).refine((w) => w.trim() !== "", "Say what was wrong."),
  correct: text(5_000).refine((c) => c.trim() !== "", "Say what is right."),
});
