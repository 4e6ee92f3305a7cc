import { z } from "zod";
import { annotationSchema } from "@/lib/annotations/schema";
import { articleSchema } from "@/lib/articles/schema";
import { deletedAt, id, instant, made, paging, queryVersion, text, version } from "@/lib/http/fields";
import { filterFields } from "./filter";
import {
  linkStatusSchema,
  relationSchema,
  sameEventSchema,
  severitySchema,
  strengthSchema,
  subtypeSchema,
} from "./relations";

export const linkSchema = z.object({
  id,
  dossierId: id,
  from: id,
  to: id,
  relation: relationSchema,
  subtype: subtypeSchema.nullable(),
  sameEvent: sameEventSchema,
  strength: strengthSchema.nullable(),
  severity: severitySchema.nullable(),
  rationale: z.string(),
  status: linkStatusSchema,
  statusReason: z.string(),
  owner: id.nullable(),
  /** `endsDigest` (ends.ts) of what both ends said when a person last looked; empty when nobody has. */
  endsDigest: z.string().default(""),
  ...made,
  deletedAt,
});
export type Link = z.infer<typeof linkSchema>;

/** `endsDigest` (ends.ts) of what the person was shown: when the ends say something else by now, that is `stale`. */
const shownEnds = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "This is not a digest of two ends.")
  .optional();

const details = {
  subtype: subtypeSchema.nullish(),
  sameEvent: sameEventSchema.optional(),
  strength: strengthSchema.nullish(),
  severity: severitySchema.nullish(),
  rationale: text(5_000).optional(),
};

export const createLinkInput = z.strictObject({
  dossierId: id,
  id: id.optional(),
  from: id,
  to: id,
  relation: relationSchema,
  ...details,
});
export const changeLinkInput = z.strictObject({
  linkId: id,
  version,
  endsDigest: shownEnds,
  relation: relationSchema.optional(),
  status: linkStatusSchema.optional(),
  statusReason: text(2_000).optional(),
  owner: id.nullish(),
  ...details,
});
export const linkParams = z.strictObject({ linkId: id });
export const deleteLinkInput = z.strictObject({ linkId: id, version: queryVersion });
export const restoreLinkInput = z.strictObject({ linkId: id, version });
export const listLinksInput = z.strictObject({ dossierId: id, ...filterFields, ...paging });

/** Says that a person looked at the link after its ends were changed, and that it stands as it is. */
export const seeLinkInput = z.strictObject({ linkId: id, version, endsDigest: shownEnds });

/** Most links of one request that decides in bulk. */
export const MOST_AT_ONCE = 500;

export const changeLinksInput = z.strictObject({
  dossierId: id,
  items: z
    .array(z.strictObject({ id, version, endsDigest: shownEnds }))
    .min(1, "Choose at least one link.")
    .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} links at once.`),
  change: z
    .strictObject({
      status: linkStatusSchema.optional(),
      statusReason: text(2_000).optional(),
      owner: id.nullish(),
      severity: severitySchema.nullish(),
    })
    .refine((change) => Object.keys(change).length > 0, "Say what to change."),
});

/** What became of one link of many: changed, or why not. */
export const changedLinkSchema = z.union([
  z.object({ id, link: linkSchema }),
  z.object({
    id,
    refusal: z.object({ code: z.string(), message: z.string(), current: linkSchema.optional() }),
  }),
]);
export type ChangedLink = z.infer<typeof changedLinkSchema>;

/** One end of a link as a card shows it: the passage in its words, and where it comes from. */
export const linkEndSchema = z.object({
  annotation: annotationSchema,
  article: articleSchema.pick({
    id: true,
    title: true,
    outlet: true,
    byline: true,
    publishedOn: true,
    language: true,
    direction: true,
  }),
  /** The words around the passage: passageContext.ts. */
  before: z.string(),
  after: z.string(),
});
export type LinkEnd = z.infer<typeof linkEndSchema>;

/** A link with both its ends, all a two-quote card needs. `flagged`: an end was changed since somebody looked. */
export const boardRowSchema = z.object({
  link: linkSchema,
  flagged: z.boolean(),
  from: linkEndSchema,
  to: linkEndSchema,
});
export type BoardRow = z.infer<typeof boardRowSchema>;

export const readBoardInput = z.strictObject({
  dossierId: id,
  ...filterFields,
  ...paging,
  /** A page of cards carries passages and their contexts: fewer at a time. */
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** Only this link, if the filter lets it through: how a board hears what became of one. */
  link: id.optional(),
});
export const boardPageSchema = z.object({
  items: z.array(boardRowSchema),
  next: z.string().nullable(),
  /** How many links the filter lets through. */
  total: z.int(),
});
export type BoardPage = z.infer<typeof boardPageSchema>;

/** One thing that happened to a link, from the journal. A field is there when the entry changed it. */
export const linkEventSchema = z.object({
  seq: z.int(),
  at: instant,
  actorId: id,
  did: z.enum(["created", "changed", "seen", "deleted", "restored"]),
  status: z.object({ from: linkStatusSchema, to: linkStatusSchema, reason: z.string() }).optional(),
  owner: z.object({ from: id.nullable(), to: id.nullable() }).optional(),
  /** Names of the other fields that were changed. */
  fields: z.array(z.string()),
});
export type LinkEvent = z.infer<typeof linkEventSchema>;

/** Links in the order of their story: each step but the first with the link that leads to it. */
export const storySchema = z.object({
  steps: z.array(linkEndSchema.extend({ link: linkSchema.nullable() })),
});
export type Story = z.infer<typeof storySchema>;

export const linkAroundSchema = z.object({ history: z.array(linkEventSchema), story: storySchema });
export type LinkAround = z.infer<typeof linkAroundSchema>;

export const relatedSchema = z.object({
  items: z.array(linkEndSchema.extend({ same: z.enum(["speaker", "figure"]) })),
  /** How many there are; `items` holds the first 50 of each sort. */
  total: z.int(),
});
export type Related = z.infer<typeof relatedSchema>;
