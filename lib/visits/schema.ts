import { z } from "zod";
import { id, instant } from "@/lib/http/fields";

const mark = z.object({ seq: z.int(), at: instant });

/** How far somebody has seen a dossier, and from where "since you were last here" counts. */
export const visitSchema = mark.extend({ since: mark });
export type Visit = z.infer<typeof visitSchema>;

export const visitInput = z.strictObject({
  dossierId: id,
  /** The newest entry that is on screen. */
  seq: z.int().min(0).max(2_147_483_647),
  /** The person says that they have seen all of it: nothing is new any more. */
  seen: z.literal(true).optional(),
});
