import { z } from "zod";
import { id, offset } from "@/lib/http/fields";

/** Where in a dossier somebody is. `id`: of the article or report; `start`, `end`: what of its text is on screen. */
export const whereSchema = z.strictObject({
  page: z.enum(["dossier", "article", "links", "report"]),
  id: id.nullable().default(null),
  start: offset.optional(),
  end: offset.optional(),
});

/** What somebody has selected in the article: UTF-16 offsets over its text. */
export const selectionSchema = z
  .strictObject({ start: offset, end: offset })
  .refine(({ start, end }) => start < end, "A selection holds something.");

/** A caret in a report's memo: two positions that move with the words around them (Yjs), each in base64. */
export const caretSchema = z.strictObject({ anchor: z.string().max(200), head: z.string().max(200) });

/**
 * `tab` tells the windows of one person apart; a program that is in one place only leaves it out.
 */
export const presenceInput = z.strictObject({
  dossierId: id,
  tab: id.optional(),
  where: whereSchema,
  selection: selectionSchema.nullable().default(null),
  caret: caretSchema.nullable().optional(),
});

export const leaveInput = z.strictObject({ dossierId: id, tab: id.optional() });

/** One window of one person. */
export const presenceSchema = z.object({
  userId: id,
  tab: id,
  where: whereSchema,
  selection: selectionSchema.nullable(),
  caret: caretSchema.nullable().optional(),
});

export type Where = z.output<typeof whereSchema>;
export type Selected = z.output<typeof selectionSchema>;
export type CaretPlace = z.output<typeof caretSchema>;
export type Presence = z.output<typeof presenceSchema>;

/** Whose window is gone. */
export type Gone = Pick<Presence, "userId" | "tab">;

/** An event `presence` of the stream. With `all`, who is not in `here` is not there; else only what changed. */
export type PresenceEvent = { all: boolean; here: readonly Presence[]; gone: readonly Gone[] };

/** How often a window says that it is still there, in milliseconds. */
export const BEAT_MS = 4_000;
/** How long after its last word a window counts as gone, in milliseconds: two beats may be lost. */
export const EXPIRY_MS = 10_000;
