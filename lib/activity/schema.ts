import { z } from "zod";
import { id, instant } from "@/lib/http/fields";

/** What the feed can be narrowed to. */
export const activityKinds = [
  "annotations",
  "evidence",
  "links",
  "comments",
  "articles",
  "reports",
  "people",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** One journal entry as a sentence: "ACTOR **did** WHAT". */
export const activitySchema = z.object({
  seq: z.int(),
  at: instant,
  actor: z.object({ id, name: z.string() }),
  type: z.string(),
  subject: z.object({ type: z.string(), id }),
  /** In the past tense, after a name. */
  did: z.string(),
  /** The words of the thing, or its name. */
  what: z.string().nullable(),
  /** Whether `what` is a quotation. */
  isQuote: z.boolean(),
  /** The article it happened in, where there is one. */
  article: z.object({ id, title: z.string() }).nullable(),
  /** Where it leads, as a path; null for what has no place of its own or is deleted. */
  href: z.string().nullable(),
  /** Whether what it is about is gone by now. */
  isDeleted: z.boolean(),
});
export type Activity = z.infer<typeof activitySchema>;

const place = z.coerce.number().pipe(z.int().min(0).max(2_147_483_647));

export const listActivityInput = z.strictObject({
  dossierId: id,
  person: id.optional(),
  article: id.optional(),
  /** An annotation or a link: what happened to it, to its evidence, in talk about it and in reviews of it. */
  item: id.optional(),
  kind: z.enum(activityKinds).optional(),
  /** Entries older than this number; the newest when neither is given. */
  before: place.optional(),
  /** Entries newer than this number, the nearest ones. */
  after: place.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Newest first. `older` goes into `before`, `newer` into `after`; null where there is no more. */
export const activityPageSchema = z.object({
  items: z.array(activitySchema),
  older: z.int().nullable(),
  newer: z.int().nullable(),
});
export type ActivityPage = z.infer<typeof activityPageSchema>;
