import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { Entry } from "./entries";
import type { readEntriesInput } from "./schema";
import { entriesAfter } from "./tail";

/**
 * A page of a dossier's journal, oldest first. `next` is what to give as `after` for the rest; null when there is
 * no more for now.
 */
export async function readEntries(
  context: Context,
  { dossierId, after, limit }: z.output<typeof readEntriesInput>,
): Promise<{ items: Entry[]; next: number | null }> {
  await requireReader(context, dossierId);
  const items = await entriesAfter(context.db, dossierId, after, limit);
  return { items, next: items.length === limit ? (items.at(-1)?.seq ?? null) : null };
}
