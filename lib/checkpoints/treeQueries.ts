import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { Database } from "@/lib/db/client";
import { Refusal } from "@/lib/http/refusal";
import { entriesAfter, journalHead } from "@/lib/journal/tail";
import type { NodeHash } from "@/lib/journal/tree/hashes";
import { type Tree, treeOf } from "@/lib/journal/tree/tree";
import { hashOfLeaf, leafOf } from "./leaf";
import type { Consistency, consistencyInput } from "./schema";

/** Leaves that a process keeps, of all dossiers together: about 150 bytes each. */
const MOST_KEPT = 400_000;
const PAGE = 500;

/** By dossier, the one asked for last at the end. The journal only grows, so what was read once need not be read again. */
const kept = new Map<string, NodeHash[]>();

/** The tree of a dossier's first `size` entries. Asks nobody's permission. @throws Refusal `invalid` when there are fewer */
export async function journalTree(db: Database, dossierId: string, size: number): Promise<Tree> {
  const leaves = kept.get(dossierId) ?? [];
  kept.delete(dossierId);
  while (leaves.length < size) {
    const entries = await entriesAfter(db, dossierId, leaves.length, PAGE);
    // Two may read at once: each adds only what follows on what is there.
    for (const entry of entries) if (entry.seq === leaves.length + 1) leaves.push(hashOfLeaf(leafOf(entry)));
    if (entries.length < PAGE) break;
  }
  kept.set(dossierId, leaves);
  forgetOldest();
  if (leaves.length < size) throw new Refusal("invalid", `The journal has only ${leaves.length} entries.`);
  return treeOf(leaves.slice(0, size));
}

function forgetOldest(): void {
  let count = [...kept.values()].reduce((sum, leaves) => sum + leaves.length, 0);
  for (const [dossierId, leaves] of kept) {
    if (count <= MOST_KEPT) return;
    kept.delete(dossierId);
    count -= leaves.length;
  }
}

/** What shows that a journal only grew. @throws Refusal `invalid` for sizes that it never had */
export async function readConsistency(
  context: Context,
  { dossierId, from, to }: z.output<typeof consistencyInput>,
): Promise<Consistency> {
  await requireReader(context, dossierId);
  const { db } = context;
  const head = await journalHead(db, dossierId);
  if (to > head) throw new Refusal("invalid", `The journal has only ${head} entries.`, { field: "to" });
  if (from > to) throw new Refusal("invalid", "The older size comes first.", { field: "from" });
  const tree = await journalTree(db, dossierId, to);
  return {
    ...{ format: "stet.consistency", formatVersion: 1, dossierId },
    from: { size: from, head: tree.head(from) },
    to: { size: to, head: tree.head(to) },
    proof: tree.consistency(from, to),
  };
}
