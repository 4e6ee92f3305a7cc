import { z } from "zod";
import { id, version } from "@/lib/http/fields";

/** The longest Markdown a memo may come to, in UTF-16 units. */
export const MAX_MEMO_LENGTH = 200_000;
/** Of one update, in base64. */
const MAX_UPDATE_LENGTH = 900_000;

export const memoParams = z.strictObject({ reportId: id });

/** A Yjs update in base64 (RFC 4648 §4, padded). */
const update = z.string().max(MAX_UPDATE_LENGTH);

/** What one journal entry says of a memo: what its document gained, and the report's version since. */
export const memoEditSchema = z.object({
  reportId: id,
  /** Of the report, so that whoever reads the journal knows which one. */
  title: z.string(),
  update,
  version,
});
export type MemoEdit = z.infer<typeof memoEditSchema>;

export const editMemoInput = z.strictObject({ reportId: id, updates: z.array(update).min(1).max(200) });

/** How far the memo has come: a browser that has everything up to `seq` has everything that was sent. */
export const memoPlaceSchema = z.object({ reportId: id, seq: z.int(), version });
export type MemoPlace = z.infer<typeof memoPlaceSchema>;

/** The document, as one Yjs update in base64, as of journal entry `seq` or later. */
export const memoStateSchema = memoPlaceSchema.extend({ state: z.string() });
export type MemoState = z.infer<typeof memoStateSchema>;
