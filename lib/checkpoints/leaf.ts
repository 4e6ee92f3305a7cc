import { utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import { id, instant } from "@/lib/http/fields";
import { canonicalJson, contentHash } from "@/lib/journal/canonical";
import type { ChainedEntry } from "@/lib/journal/chain";
import { leafHash, type NodeHash } from "@/lib/journal/tree/hashes";

export const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a journal entry is in the tree (RFC 6962 section 2.1 leaves to the log what an entry's bytes are): the canonical
 * JSON of the chained entry with its hash, in which each part of the payload stands as the SHA-256 of its own canonical
 * JSON. So a proof about one part (a sign-off) is small and shows nothing of the others (the round's items, the
 * reviewers' reasons), while whoever has the whole entry can still make its leaf.
 */
export const leafSchema = z.strictObject({
  dossierId: id,
  seq: z.int().min(1),
  actorId: id,
  at: instant,
  type: z.string(),
  subject: z.strictObject({ type: z.string(), id }),
  payload: z.record(z.string(), hash),
  prev: z.string(),
  hash,
});
export type Leaf = z.infer<typeof leafSchema>;

export function leafOf({
  dossierId,
  seq,
  actorId,
  at,
  type,
  subject,
  payload,
  prev,
  hash,
}: ChainedEntry): Leaf {
  const parts = Object.entries(payload as Record<string, unknown>).map(([name, part]) => [
    name,
    contentHash(part),
  ]);
  return { dossierId, seq, actorId, at, type, subject, payload: Object.fromEntries(parts), prev, hash };
}

/** The leaf's hash in the tree. */
export function hashOfLeaf(leaf: Leaf): NodeHash {
  return leafHash(utf8ToBytes(canonicalJson(leaf)));
}
