import { z } from "zod";
import { adjudicatedSchema } from "@/lib/agreement/schema";
import { annotationSchema } from "@/lib/annotations/schema";
import { journalledRevisionSchema } from "@/lib/articles/journalled";
import { articleSchema, clearedSentenceSchema } from "@/lib/articles/schema";
import { commentSchema } from "@/lib/comments/schema";
import { dossierSchema, memberSchema } from "@/lib/dossiers/schema";
import { evidenceSchema } from "@/lib/evidence/schema";
import { id, instant } from "@/lib/http/fields";
import { linkSchema } from "@/lib/links/schema";
import { memoEditSchema } from "@/lib/memo/schema";
import { reportSchema } from "@/lib/reports/schema";
import { decisionSchema, itemTypeSchema, roundSchema } from "@/lib/reviews/schema";
import { signedCorrectionSchema, signedWithdrawalSchema, signOffSchema } from "@/lib/reviews/statement";
import { savedFilterSchema } from "@/lib/savedFilters/schema";
import { journalledWebhookSchema } from "@/lib/webhooks/journalled";

const dossier = z.object({ dossier: dossierSchema });
const member = z.object({ member: memberSchema });
const article = z.object({ article: articleSchema });
const annotation = z.object({ annotation: annotationSchema });
const evidence = z.object({ evidence: evidenceSchema });
const sentence = z.object({ sentence: clearedSentenceSchema });
const link = z.object({ link: linkSchema });
const filter = z.object({ filter: savedFilterSchema });
const comment = z.object({ comment: commentSchema });
const report = z.object({ report: reportSchema });
const round = z.object({ round: roundSchema });
const webhook = z.object({ webhook: journalledWebhookSchema });

/**
 * What each type of entry carries: the thing as it stands after the change, as it would be presented.
 * A browser that applies the entry needs nothing else.
 */
export const payloads = {
  "dossier.created": dossier,
  "dossier.changed": dossier,
  "dossier.deleted": dossier,
  "member.added": member,
  "member.changed": member,
  "member.removed": member,
  /** `revision`: what its text is, by hashes; not in entries of before it was said. */
  "article.added": article.extend({ revision: journalledRevisionSchema.optional() }),
  "article.changed": article,
  "article.deleted": article,
  "article.adjudicated": adjudicatedSchema,
  "annotation.created": annotation,
  "annotation.changed": annotation,
  "annotation.deleted": annotation,
  "annotation.restored": annotation,
  "evidence.added": evidence,
  "evidence.changed": evidence,
  "evidence.deleted": evidence,
  "evidence.restored": evidence,
  "sentence.cleared": sentence,
  "sentence.reopened": sentence,
  "link.created": link,
  "link.changed": link,
  "link.seen": link,
  "link.deleted": link,
  "link.restored": link,
  "filter.saved": filter,
  "filter.changed": filter,
  "filter.deleted": filter,
  "comment.created": comment,
  "comment.changed": comment,
  "comment.deleted": comment,
  "comment.restored": comment,
  /** `memoSha256`: of what its memo's document began with. */
  "report.created": report.extend({ memoSha256: z.string().optional() }),
  "report.changed": report,
  "report.deleted": report,
  "memo.edited": memoEditSchema,
  "round.submitted": round.extend({ report: reportSchema }),
  "round.decided": z.object({
    roundId: id,
    items: z.array(
      z.object({
        type: itemTypeSchema,
        id,
        decision: decisionSchema,
        reason: z.string(),
        suggestion: z.string().default(""),
      }),
    ),
  }),
  "round.undecided": z.object({ roundId: id, items: z.array(z.object({ type: itemTypeSchema, id })) }),
  /** Who tried to decide or sign and was refused for who they are, or over content that is not the round's. */
  "round.refused": z.object({
    roundId: id,
    by: id,
    attempt: z.enum(["decide", "sign"]),
    code: z.string(),
    reason: z.string(),
  }),
  "round.returned": round.extend({ report: reportSchema }),
  "round.signed": round.extend({ report: reportSchema, signOff: signOffSchema }),
  "signOff.withdrawn": round.extend({ report: reportSchema, withdrawal: signedWithdrawalSchema }),
  "correction.added": round.extend({ correction: signedCorrectionSchema }),
  "webhook.added": webhook,
  "webhook.changed": webhook,
  "webhook.deleted": webhook,
  "webhook.disabled": webhook,
} as const;

export type EntryType = keyof typeof payloads;
export type Payload<T extends EntryType> = z.infer<(typeof payloads)[T]>;

export const subjectSchema = z.object({
  type: z.enum([
    "dossier",
    "member",
    "article",
    "annotation",
    "evidence",
    "link",
    "filter",
    "comment",
    "report",
    "round",
    "webhook",
  ]),
  id,
});
export type EntrySubject = z.infer<typeof subjectSchema>;

/** An entry before it has its place in the journal. */
export type NewEntry = {
  [T in EntryType]: { type: T; subject: EntrySubject; payload: Payload<T> };
}[EntryType];

/** An entry as stored, streamed and applied. */
export type Entry = NewEntry & {
  dossierId: string;
  seq: number;
  actorId: string;
  at: string;
  prev: string;
  hash: string;
  /** The name that the sender gave the change. */
  deed?: string;
};

const types = Object.keys(payloads) as [EntryType, ...EntryType[]];

/** Checks an entry that came over the wire, its payload against its type. */
export const entrySchema = z
  .object({
    dossierId: id,
    seq: z.int().min(1),
    actorId: id,
    at: instant,
    type: z.enum(types),
    subject: subjectSchema,
    payload: z.json(),
    prev: z.string(),
    hash: z.string(),
    deed: id.optional(),
  })
  .refine((entry) => payloads[entry.type].safeParse(entry.payload).success, "The payload is not of its type.")
  .transform((entry) => entry as unknown as Entry);
