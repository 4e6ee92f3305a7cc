import { z } from "zod";
import { id } from "@/lib/http/fields";
import { hash } from "./leaf";

const number = z.coerce.number().pipe(z.int().min(1).max(2_147_483_647));

export const listCheckpointsInput = z.strictObject({
  dossierId: id,
  /** Only those of fewer entries. */
  before: number.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** `from`, `to`: sizes, which need not be those of checkpoints. */
export const consistencyInput = z.strictObject({ dossierId: id, from: number, to: number });

const treeHead = z.strictObject({ size: z.int(), head: hash });

/** What shows that the journal at `to` begins with the one at `from` (RFC 6962 2.1.2). */
export const consistencySchema = z.strictObject({
  format: z.literal("stet.consistency"),
  formatVersion: z.literal(1),
  dossierId: id,
  from: treeHead,
  to: treeHead,
  proof: z.array(hash).max(128),
});
export type Consistency = z.infer<typeof consistencySchema>;
