import { z } from "zod";
import { id, instant, paging } from "@/lib/http/fields";

/** Why a person is told of something; what later work adds goes here and into model.ts. */
export const reasons = [
  "mention",
  "reply",
  "assignment",
  "returned",
  "review",
  "sign_off",
  "withdrawal",
  "correction",
  "webhook",
] as const;
export type Reason = (typeof reasons)[number];

export const inboxItemSchema = z.object({
  id,
  dossier: z.object({ id, title: z.string() }),
  /** The journal entry that it tells of. */
  seq: z.int(),
  reason: z.enum(reasons),
  at: instant,
  readAt: instant.nullable(),
  /** Who did it. */
  actor: z.object({ id, name: z.string() }),
  /** What it is about, and whether that is still there. */
  on: z.object({ type: z.enum(["annotation", "link", "report", "webhook"]), id, isDeleted: z.boolean() }),
  /** The article of an annotation. */
  article: z.object({ id, title: z.string() }).nullable(),
  /** The passage's words, the report's title, or where a webhook leads. */
  about: z.string().nullable(),
  /** The round of a report that it happened in. */
  round: z.object({ id, reportId: id, number: z.int() }).nullable(),
  /** What was written with it, where that is no comment: why something was returned or withdrawn, what was signed. */
  words: z.string().nullable(),
  /** How many of the person's passages and links it is about. */
  count: z.int(),
  /** The comment, as it reads now; null `body` when it was deleted. */
  comment: z.object({ id, body: z.string().nullable() }).nullable(),
});
export type InboxItem = z.infer<typeof inboxItemSchema>;

const yes = z.enum(["true", "false"]).transform((value) => value === "true");

/** Newest first; `after` is the last id of the page before. */
export const listInboxInput = z.strictObject({
  unread: yes.optional(),
  ...paging,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const inboxPageSchema = z.object({
  items: z.array(inboxItemSchema),
  next: z.string().nullable(),
  /** All of them, not only those of the page. */
  unread: z.int(),
});
export type InboxPage = z.infer<typeof inboxPageSchema>;

export const unreadSchema = z.object({ unread: z.int() });

/** Some items by id, or all up to the newest that was seen: what came since stays unread. */
export const markInboxInput = z
  .strictObject({
    items: z.array(id).max(500).optional(),
    all: z.literal(true).optional(),
    upTo: id.optional(),
    read: z.boolean(),
  })
  .refine(({ items, all }) => (items === undefined) !== (all === undefined), "Say which: items or all.");
